using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using GoAbi.Generator;
using GoAbi.Generator.Tests.Driving;

// eng/bench-generator: see there.
var source = args[0];
var targets = args[1] == "all" ? "" : args[1];
var withTests = args[2] == "tests";
var edits = int.Parse(args[3], CultureInfo.InvariantCulture);

var texts = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["go.mod"] = "module std\n\ngo 1.24\n" };
foreach (var part in new[] { "crypto", "math/big", "runtime" })
{
    foreach (var file in Directory.EnumerateFiles(Path.Combine(source, part), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
    {
        if (Path.GetExtension(file) is ".s" or ".go" or ".h" && !file.Contains("/testdata/", StringComparison.Ordinal) && (withTests || !file.EndsWith("_test.go", StringComparison.Ordinal)))
        {
            texts[Path.GetRelativePath(source, file)] = File.ReadAllText(file);
        }
    }
}

var project = new GoProject().WithProperty("GoAbiTargets", targets).With([.. texts.Select(static pair => (pair.Key, pair.Value))]);
for (var round = 0; round < 3; round++)
{
    GeneratorSession? first = null;
    var time = Time(() => first = new GeneratorSession(project, tracksSteps: false, new CatalogueGenerator()));
    Print((round == 0 ? "first run of the process" : "first run, code warm"), time, first!.Result.GeneratedSources.Length + " files, " + (first.Result.GeneratedSources.Sum(static text => text.SourceText.Length) / 1000) + " KB of C#");
}

var session = new GeneratorSession(project, tracksSteps: false, new CatalogueGenerator());
var cases = new (string What, string Path, Func<string, int, string> Change)[]
{
    ("comment", "runtime/asm_amd64.s", static (text, n) => text + "// " + n + "\n"),
    ("instruction", "crypto/md5/md5block_amd64.s", Instruction),
    ("instruction", "crypto/internal/fips140/sha3/sha3_amd64.s", Instruction),
    ("instruction", "crypto/internal/fips140/nistec/p256_asm_amd64.s", Instruction),
    ("instruction", "math/big/arith_amd64.s", Instruction),
    ("instruction", "runtime/memmove_amd64.s", Instruction),
    ("instruction", "runtime/asm_amd64.s", Instruction),
    ("other architecture", "runtime/memmove_s390x.s", static (text, n) => text.Replace("RET\n", "RET\n\tMOVD $" + n + ", R1\n", StringComparison.Ordinal)),
    ("body", "crypto/md5/md5.go", Body),
    ("body", "math/big/nat.go", Body),
    ("body", "runtime/proc.go", Body),
    ("body", "runtime/mheap.go", Body),
    ("declaration", "crypto/md5/md5.go", Declaration),
    ("declaration", "math/big/nat.go", Declaration),
    ("declaration", "runtime/mheap.go", Declaration),
};
foreach (var (what, path, change) in cases)
{
    if (!texts.TryGetValue(path, out var text))
    {
        continue;
    }

    var times = new List<(double Wall, double Cpu)>();
    for (var i = 0; i < 25; i++)
    {
        var edited = project.With((path, change(text, i)));
        var time = Time(() => session.Edit(edited));
        if (i >= 5)
        {
            times.Add(time);
        }
    }

    session.Edit(project);
    var wall = times.Select(static time => time.Wall).Order().ToList();
    var cpu = times.Select(static time => time.Cpu).Order().ToList();
    Print(what + " in " + path, (wall[wall.Count / 2], cpu[cpu.Count / 2]), FormattableString.Invariant($"least {wall[0]:f1}, most {wall[^1]:f1}"));
}

if (edits > 0)
{
    var at100 = 0L;
    for (var i = 1; i <= edits; i++)
    {
        var (_, path, change) = cases[i % 12];
        if (texts.TryGetValue(path, out var text))
        {
            session.Edit(project.With((path, change(text, i))));
        }

        if (i == 100 || i == edits)
        {
            var now = GC.GetTotalMemory(forceFullCollection: true);
            at100 = i == 100 ? now : at100;
            Console.WriteLine(FormattableString.Invariant($"retained after edit {i}: {now / 1e6:f1} MB ({100.0 * now / at100:f1} % of that at edit 100)"));
        }
    }
}

GC.KeepAlive(session);

static string Instruction(string text, int n)
{
    var line = text.IndexOf('\n', text.IndexOf("\nTEXT ", StringComparison.Ordinal) + 1);
    return text.Insert(line + 1, "\tMOVQ $" + n.ToString(CultureInfo.InvariantCulture) + ", AX\n");
}

static string Body(string text, int n)
{
    var brace = text.IndexOf("{\n", text.IndexOf("\nfunc ", StringComparison.Ordinal), StringComparison.Ordinal);
    return text.Insert(brace + 2, "\tprintln(" + n.ToString(CultureInfo.InvariantCulture) + ")\n");
}

static string Declaration(string text, int n) => text + "\nvar added" + n.ToString(CultureInfo.InvariantCulture) + " int\n";

static (double Wall, double Cpu) Time(Action action)
{
    var cpu = Environment.CpuUsage.TotalTime;
    var watch = Stopwatch.StartNew();
    action();
    return (watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
}

static void Print(string what, (double Wall, double Cpu) time, string more) => Console.WriteLine(FormattableString.Invariant($"{what}: {time.Wall:f1} ms, CPU {time.Cpu:f1} ms ({more})"));
