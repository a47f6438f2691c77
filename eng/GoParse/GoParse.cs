// Reads Go files as GoParse.go.txt does with go/parser: comments, all errors, every node, line tables, trees kept. eng/bench-go-parse runs both.
//   GoParse warm ROUNDS <LIST    the files named, in memory, on one thread; per round: milliseconds, milliseconds of CPU time, bytes of source, bytes allocated, errors
//   GoParse cold DIRECTORY       finds and reads all .go files below, on all cores; prints how many, their bytes and errors
#:property TargetFramework=net10.0
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false
#:property ConcurrentGarbageCollection=false
#:property TieredPGO=false
#:property InvariantGlobalization=true
#:project ../../src/GoAbi.Go/GoAbi.Go.csproj

using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Go;
using GoAbi.Source;

if (args.Length != 2 || args[0] is not ("warm" or "cold"))
{
    Console.Error.WriteLine("usage: GoParse warm ROUNDS <LIST | GoParse cold DIRECTORY");
    return 2;
}

return args[0] == "warm" ? Warm(int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture)) : Cold(args[1]);

static int Warm(int rounds)
{
    var paths = Console.In.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    var contents = paths.Select(File.ReadAllBytes).ToArray();
    var trees = new GoSyntaxTree[paths.Length];
    for (var round = 0; round < rounds; round++)
    {
        Array.Clear(trees);
        GC.Collect();
        var options = new GoParseOptions { Names = new GoNameTable() };
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var texts = 0L;
        var errors = 0;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < paths.Length; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var file = new SourceFile(paths[i], SourceText.FromBytes(contents[i]));
            texts += GC.GetAllocatedBytesForCurrentThread() - before;
            trees[i] = GoSyntaxTree.Parse(file, options);
            errors += trees[i].Diagnostics.Length + (file.Text.Lines.Count == 0 ? 1 : 0);
        }

        var wall = watch.Elapsed;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        Console.WriteLine(FormattableString.Invariant(
            $"{wall.TotalMilliseconds:F0} {cpu.TotalMilliseconds:F0} {contents.Sum(static c => (long)c.Length)} {allocated - texts} {errors} {trees.Sum(static t => (long)t.NodeCount)} {texts}"));
    }

    return 0;
}

static int Cold(string directory)
{
    var paths = Directory.GetFiles(directory, "*.go", SearchOption.AllDirectories);
    var trees = new GoSyntaxTree[paths.Length];
    var options = new GoParseOptions { Names = new GoNameTable() };
    var next = -1;
    var bytes = 0L;
    void Work()
    {
        for (int i; (i = Interlocked.Increment(ref next)) < paths.Length;)
        {
            var content = File.ReadAllBytes(paths[i]);
            trees[i] = GoSyntaxTree.Parse(new SourceFile(paths[i], SourceText.FromBytes(content)), options);
            _ = trees[i].File.Text.Lines.Count;
            Interlocked.Add(ref bytes, content.Length);
        }
    }

    Task.WaitAll([.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(Work))]);
    Console.WriteLine(FormattableString.Invariant($"{paths.Length} files, {bytes} bytes, {trees.Count(static t => !t.Diagnostics.IsEmpty)} with errors"));
    return 0;
}
