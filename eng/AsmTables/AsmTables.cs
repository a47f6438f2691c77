// Writes src/GoAbi.Asm/**/*.g.cs from eng/data/asm. Run from the repository's root: dotnet run eng/AsmTables/AsmTables.cs
#:property TargetFramework=net10.0
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false
#:property TreatWarningsAsErrors=false

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

var data = Path.Combine("eng", "data", "asm");
if (!Directory.Exists(data))
{
    Console.Error.WriteLine("Run this from the repository's root: there is no " + data + " here.");
    return 1;
}

var header = "// Written by eng/AsmTables from eng/data/asm. Do not edit.\n\n#nullable enable\n\nnamespace GoAbi.Asm;\n\n";
var names = new List<string>();
foreach (var path in Directory.GetFiles(data, "*.json").OrderBy(p => p, StringComparer.Ordinal))
{
    using var document = JsonDocument.Parse(File.ReadAllText(path));
    var arch = document.RootElement;
    var name = arch.GetProperty("arch").GetString()!;
    var id = Id(name);
    names.Add(name + " " + id);
    var classes = arch.GetProperty("classes").EnumerateArray()
        .Select(c => (Class: c.GetProperty("class").GetString()!, Match: new Regex(c.GetProperty("match").GetString()!))).ToList();
    var roles = arch.GetProperty("roles").EnumerateObject()
        .ToDictionary(r => r.Name, r => string.Concat(r.Value.EnumerateArray().Select(v => Letter(v.GetString()!))));
    var text = new StringBuilder(header);
    text.Append("/// <summary>").Append(name).Append(": see <see cref=\"ArchitectureData\"/> for the form.</summary>\ninternal static partial class ArchitectureTables\n{\n");
    var same = arch.TryGetProperty("sameInstructionsAs", out var other) ? Id(other.GetString()!) : null;
    text.Append("    private static ArchitectureText ").Append(id).Append("() => new(\n        \"").Append(name).Append("\",\n");
    var versions = arch.GetProperty("registersByVersion");
    var later = versions.EnumerateObject().SelectMany(v => v.Value.EnumerateArray().Select(n => n.GetString()!)).ToHashSet(StringComparer.Ordinal);
    var registers = arch.GetProperty("registers");
    Words(text, registers.EnumerateObject().Where(r => !later.Contains(r.Name)).Select(r => Register(r.Name))
        .Concat(Marked(versions, Register)));
    text.Append(",\n");
    var prefixes = arch.GetProperty("prefixes");
    var prefixVersions = arch.GetProperty("prefixesByVersion");
    var laterPrefixes = prefixVersions.EnumerateObject().SelectMany(v => v.Value.EnumerateArray().Select(n => n.GetString()!)).ToHashSet(StringComparer.Ordinal);
    Words(text, prefixes.EnumerateObject().Where(p => !laterPrefixes.Contains(p.Name)).Select(p => Prefix(p.Name)).Concat(Marked(prefixVersions, Prefix)));
    text.Append(",\n");
    if (same is null)
    {
        text.Append("        ").Append(id).Append("Instructions,\n");
    }
    else
    {
        text.Append("        ").Append(same).Append("Instructions,\n");
    }

    foreach (var list in new[] { "jumps", "calls", "unconditionalJumps", "returns", "traps", "systemCalls", "noFallThrough", "notControlFlow" })
    {
        Words(text, arch.GetProperty(list).EnumerateArray().Select(v => v.GetString()!));
        text.Append(",\n");
    }

    Words(text, Marked(arch.GetProperty("specialOperands"), n => n));
    text.Append(",\n");
    Words(text, arch.GetProperty("unaryDestinations").EnumerateArray().Select(v => v.GetString()!));
    text.Append(",\n");
    Words(text, arch.GetProperty("operandRules").EnumerateObject().SelectMany(r => new[] { ":" + r.Name }.Concat(Marked(r.Value, n => n))));
    text.Append(");\n");
    if (same is null)
    {
        text.Append("\n    private const string ").Append(id).Append("Instructions =\n");
        Words(text, Marked(arch.GetProperty("instructions"), n => n));
        text.Append(";\n");
    }

    text.Append("}\n");

    string Register(string register)
    {
        var number = registers.GetProperty(register).GetInt32();
        var cls = number < 0 ? "Pseudo" : classes.FirstOrDefault(c => c.Match.IsMatch(register)).Class ?? "Other";
        return register + ":" + number + ":" + (cls == "System" ? "Y" : cls[..1]) + (roles.TryGetValue(register, out var role) ? role : "");
    }

    string Prefix(string prefix) =>
        prefix + ":" + prefixes.GetProperty(prefix).GetProperty("first").GetInt32() + ":" + prefixes.GetProperty(prefix).GetProperty("count").GetInt32();

    Write(Path.Combine("src", "GoAbi.Asm", "Instructions", "ArchitectureTables." + name + ".g.cs"), text);
}

var headers = new StringBuilder(header.Replace("namespace", "using System;\n\nnamespace", StringComparison.Ordinal));
headers.Append("/// <summary>The headers of GOROOT/pkg/include, by what they define (Go 1.27; newer names do no harm to older targets).</summary>\ninternal static partial class BuiltInHeaders\n{\n");
headers.Append("    private static string? TextOf(string name) => name switch\n    {\n");
foreach (var path in Directory.GetFiles(Path.Combine(data, "headers"), "*.h").OrderBy(p => p, StringComparer.Ordinal))
{
    headers.Append("        \"").Append(Path.GetFileName(path)).Append("\" =>\n");
    var lines = File.ReadAllLines(path);
    for (var i = 0; i < lines.Length; i++)
    {
        headers.Append("            ").Append(i == 0 ? "" : "+ ").Append(JsonSerializer.Serialize(lines[i] + "\n", RelaxedJson.Options)).Append(i == lines.Length - 1 ? ",\n" : "\n");
    }
}

headers.Append("        _ => null,\n    };\n}\n");
Write(Path.Combine("src", "GoAbi.Asm", "Preprocessing", "BuiltInHeaders.g.cs"), headers.Replace("using System;\n\n", ""));
return 0;

static string Id(string name) => char.IsDigit(name[0]) ? "X" + name : char.ToUpperInvariant(name[0]) + name[1..];

// "19": there since Go 1.19 or before, "23": since Go 1.23, "-21": until Go 1.21, "20-23": in between; "until": that of all words. Words of 1.19 need no mark.
static IEnumerable<string> Marked(JsonElement versions, Func<string, string> word)
{
    if (versions.TryGetProperty("until", out var until))
    {
        yield return "-" + until.GetInt32();
    }

    foreach (var version in versions.EnumerateObject().Where(v => v.Name != "until").OrderBy(v => int.Parse(v.Name.TrimStart('-').Split('-')[0])))
    {
        if (version.Name != "19")
        {
            yield return version.Name[0] == '-' ? version.Name : "+" + version.Name;
        }

        foreach (var name in version.Value.EnumerateArray())
        {
            yield return word(name.GetString()!);
        }
    }
}

static string Letter(string role) => role switch
{
    "Goroutine" => "g",
    "StackPointer" => "s",
    "Link" => "l",
    "FramePointer" => "f",
    "Context" => "c",
    _ => throw new InvalidDataException("unknown role " + role),
};

static void Words(StringBuilder text, IEnumerable<string> words)
{
    var lines = new List<string>();
    var line = new StringBuilder();
    foreach (var word in words)
    {
        if (line.Length + word.Length > 130)
        {
            lines.Add(line + " ");
            line.Clear();
        }

        line.Append(line.Length == 0 ? "" : " ").Append(word);
    }

    lines.Add(line.ToString());
    text.Append("        ").Append(string.Join("\n            + ", lines.Select(l => "\"" + l + "\"")));
}

static void Write(string path, StringBuilder text)
{
    File.WriteAllText(path, text.ToString());
    Console.WriteLine(path);
}

static class RelaxedJson
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
