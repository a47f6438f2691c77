using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Attributes;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Benchmarks.Asm;

/// <summary>
/// The assembly front end over the .s files of a GOROOT (GOABI_BENCH_GOROOT, else /usr/lib/go-1.19). The corpus's size in
/// bytes is printed first: bytes divided by the mean is the rate. What is made stays alive until the measurement ends.
/// "a look at every character" is the yardstick on a busy machine: it does the same work whatever changes in the front end.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class AsmFrontEnd
{
    private List<SourceFile> files = [];
    private List<(AsmSyntaxTree Tree, Target Target)> trees = [];
    private AsmProgramOptions options = AsmProgramOptions.Default;
    private AsmNameTable names = new();
    private AsmToken[] buffer = [];
    private object[] kept = [];

    [GlobalSetup]
    public void Setup()
    {
        var goroot = Environment.GetEnvironmentVariable("GOABI_BENCH_GOROOT") ?? "/usr/lib/go-1.19";
        files = Directory.GetFiles(goroot + "/src/", "*.s", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(p => new SourceFile(p, SourceText.FromBytes(File.ReadAllBytes(p))))
            .ToList();
        names = new AsmNameTable();
        buffer = new AsmToken[4096];
        kept = new object[files.Count];

        // Each file once, for the architecture that its name says, else for amd64.
        trees = files.Select(f => (AsmSyntaxTree.Parse(f, names), new Target { Goarch = ArchitectureOf(f.Name), Toolchain = new GoVersion(19) })).ToList();
        var included = new Dictionary<SourceFile, AsmSyntaxTree>();
        options = new AsmProgramOptions
        {
            PackagePath = "runtime",
            Files = new InMemorySourceFiles(Directory.GetFiles(goroot + "/src/", "*.h", SearchOption.AllDirectories)
                .Concat(Directory.GetFiles(goroot + "/pkg/include"))
                .Select(p => new SourceFile(p, SourceText.FromBytes(File.ReadAllBytes(p))))),
            IncludeDirectories = ImmutableArray.Create(goroot + "/pkg/include"),
            AllowedRoots = ImmutableArray.Create(goroot),
            ParseInclude = f => included.TryGetValue(f, out var known) ? known : included[f] = AsmSyntaxTree.Parse(f, names),
        };
        Console.WriteLine("// corpus: " + files.Count + " files, " + files.Sum(f => (long)f.Text.Bytes.Length) + " bytes");
    }

    [Benchmark(Description = "bytes to text")]
    public int Decode()
    {
        var total = 0;
        foreach (var file in files)
        {
            total += SourceText.FromBytes(file.Text.Bytes.ToArray()).Length;
        }

        return total;
    }

    [Benchmark(Baseline = true, Description = "a look at every character")]
    public int Look()
    {
        var hash = 0;
        foreach (var file in files)
        {
            foreach (var c in file.Text.Text)
            {
                hash = unchecked((hash ^ c) * 31);
            }
        }

        return hash;
    }

    [Benchmark(Description = "text to tokens")]
    public int Lex()
    {
        var total = 0;
        foreach (var file in files)
        {
            var reader = new AsmTokenReader(file, names);
            for (int read; (read = reader.Read(buffer)) > 0;)
            {
                total += read;
            }
        }

        return total;
    }

    [Benchmark(Description = "text to syntax tree")]
    public object[] Parse()
    {
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = AsmSyntaxTree.Parse(files[i], names);
        }

        return kept;
    }

    [Benchmark(Description = "syntax tree to program")]
    public object[] Assemble()
    {
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = AsmProgram.Create(trees[i].Tree, trees[i].Target, options);
        }

        return kept;
    }

    private static string ArchitectureOf(string name)
    {
        var word = GoPlatforms.AssemblerArchitectures.OrderByDescending(a => a.Length)
            .FirstOrDefault(a => name.Contains(a, StringComparison.Ordinal));
        return word ?? (name.Contains("ppc64x", StringComparison.Ordinal) ? "ppc64le"
            : name.Contains("mips64x", StringComparison.Ordinal) ? "mips64"
            : name.Contains("mipsx", StringComparison.Ordinal) ? "mips" : "amd64");
    }
}
