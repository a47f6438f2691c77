using System;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Attributes;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Benchmarks;

/// <summary>
/// Reads all .go files of GOROOT/src (GOABI_GOROOTS, else the first /usr/lib/go-*), already in memory, on one thread:
/// dotnet run -c Release --project tests/GoAbi.Benchmarks -- --filter *GoSyntax*
/// Skipping bodies costs scanning and little else.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class GoSyntaxBenchmarks
{
    private SourceFile[] files = [];

    [GlobalSetup]
    public void ReadFiles()
    {
        var root = Environment.GetEnvironmentVariable("GOABI_GOROOTS")?.Split(':')[0] ?? Directory.GetDirectories("/usr/lib", "go-*").Order(StringComparer.Ordinal).First();
        var source = new DirectoryInfo(Path.Combine(root, "src"));
        source = source.ResolveLinkTarget(returnFinalTarget: true) as DirectoryInfo ?? source;
        files = [.. source.EnumerateFiles("*.go", SearchOption.AllDirectories)
            .Where(f => f.Exists && (f.Attributes & FileAttributes.Directory) == 0)
            .Select(f => new SourceFile(f.FullName, SourceText.FromBytes(File.ReadAllBytes(f.FullName))))];
        Console.WriteLine(FormattableString.Invariant($"// {files.Length} files, {files.Sum(f => (long)f.Text.Bytes.Length)} bytes"));
    }

    [Benchmark]
    public int Parse() => ParseAll(new GoParseOptions { Names = new GoNameTable() });

    [Benchmark]
    public int ParseWithoutBodies() => ParseAll(new GoParseOptions { Names = new GoNameTable(), SkipFunctionBodies = true });

    private int ParseAll(GoParseOptions options)
    {
        var errors = 0;
        foreach (var file in files)
        {
            errors += GoSyntaxTree.Parse(file, options).Diagnostics.Length;
        }

        return errors;
    }
}
