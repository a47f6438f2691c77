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
    var id = (char.IsDigit(name[0]) ? "X" + name : char.ToUpperInvariant(name[0]) + name[1..]);
    names.Add(name + " " + id);
    var classes = arch.GetProperty("classes").EnumerateArray()
        .Select(c => (Class: c.GetProperty("class").GetString()!, Match: new Regex(c.GetProperty("match").GetString()!))).ToList();
    var roles = arch.GetProperty("roles").EnumerateObject()
        .ToDictionary(r => r.Name, r => string.Concat(r.Value.EnumerateArray().Select(v => Letter(v.GetString()!))));
    var text = new StringBuilder(header);
    text.Append("/// <summary>").Append(name).Append(": see <see cref=\"ArchitectureData\"/> for the form.</summary>\ninternal static partial class ArchitectureTables\n{\n");
    text.Append("    public static ArchitectureData ").Append(id).Append(" { get; } = new(\n        \"").Append(name).Append("\",\n");
    Words(text, arch.GetProperty("registers").EnumerateObject().Select(r =>
    {
        var number = r.Value.GetInt32();
        var cls = number < 0 ? "Pseudo" : classes.FirstOrDefault(c => c.Match.IsMatch(r.Name)).Class ?? "Other";
        return r.Name + ":" + number + ":" + (cls == "System" ? "Y" : cls[..1]) + (roles.TryGetValue(r.Name, out var role) ? role : "");
    }));
    text.Append(",\n");
    Words(text, arch.GetProperty("prefixes").EnumerateObject().Select(p => p.Name + ":" + p.Value.GetProperty("first").GetInt32() + ":" + p.Value.GetProperty("count").GetInt32()));
    text.Append(",\n");
    var lists = new[] { "jumps", "calls", "unconditionalJumps", "returns", "traps", "systemCalls", "noFallThrough", "notControlFlow", "specialOperands" };
    for (var i = 0; i < lists.Length; i++)
    {
        Words(text, arch.GetProperty(lists[i]).EnumerateArray().Select(v => v.GetString()!));
        text.Append(i == lists.Length - 1 ? ");\n}\n" : ",\n");
    }

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
