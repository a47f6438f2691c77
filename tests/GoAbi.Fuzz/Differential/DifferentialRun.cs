using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Fuzz.Assembler;
using GoAbi.Fuzz.Parity;
using GoAbi.Fuzz.Running;
using GoAbi.Source;
using GoAbi.Workspace;

namespace GoAbi.Fuzz.Differential;

/// <summary>Differences of one class.</summary>
/// <param name="Name">The class.</param>
/// <param name="Inputs">In how many inputs.</param>
/// <param name="Example">The shortest line it was found on.</param>
/// <param name="Goarch">What that was for.</param>
/// <param name="Index">The number of that input.</param>
public sealed record DifferenceClass(string Name, int Inputs, ParityDifference Example, string Goarch, long Index);

/// <summary>What a run found.</summary>
/// <param name="Inputs">How many inputs were compared.</param>
/// <param name="Accepted">How many the assembler takes as they are.</param>
/// <param name="Refused">How many its lexer, preprocessor or parser refuses.</param>
/// <param name="RefusedByEncoder">How many only its encoder refuses.</param>
/// <param name="Crashed">How many make it crash or hang at some point.</param>
/// <param name="Unlocated">How many it refuses at some point without saying where.</param>
/// <param name="Differing">How many have a line that only one side refuses.</param>
/// <param name="Lines">How many lines its lexer, preprocessor or parser refuses.</param>
/// <param name="Classes">The differences, the most frequent first.</param>
public sealed record DifferentialSummary(
    int Inputs, int Accepted, int Refused, int RefusedByEncoder, int Crashed, int Unlocated, int Differing, long Lines, ImmutableArray<DifferenceClass> Classes);

/// <summary>Compares accept and refuse with the assembler on mutated inputs.</summary>
/// <param name="assembler">The assembler.</param>
/// <param name="generator">Makes the inputs.</param>
public sealed class DifferentialRun(GoAssembler assembler, InputGenerator generator)
{
    private readonly Dictionary<string, DifferenceClass> classes = new(StringComparer.Ordinal);
    private readonly int[] counts = new int[7];
    private long lines;

    /// <summary>Is told how many inputs are done.</summary>
    public Action<int>? Progress { get; init; }

    /// <summary>Compares inputs.</summary>
    public DifferentialSummary Run(int count, int threads)
    {
        var done = 0;
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, static () => Directory.CreateTempSubdirectory("goabi-fuzz-").FullName, (index, _, directory) =>
        {
            Compare(generator.Make(index), directory);
            Progress?.Invoke(Interlocked.Increment(ref done));
            return directory;
        }, static directory => Directory.Delete(directory, recursive: true));
        return new DifferentialSummary(count, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], lines,
            [.. classes.Values.OrderByDescending(static c => c.Inputs).ThenBy(static c => c.Name, StringComparer.Ordinal)]);
    }

    private void Compare(FuzzInput input, string directory)
    {
        File.WriteAllBytes(Path.Combine(directory, "a.h"), input.Header);

        // The disk is read anew for each input: headers of one name differ.
        var comparison = new RefusalComparison(assembler, directory, new DiskSourceFiles()) { MaxRounds = 12 };
        var target = input.Target with { Toolchain = assembler.Version };
        var result = comparison.Compare(new ParityInput(directory + "/x.s", input.Main, target, "test", []));
        lock (classes)
        {
            counts[result.Refused > 0 ? 1 : result.RefusedByEncoder > 0 ? 2 : 0]++;
            counts[3] += result.Outcome == ParityOutcome.Crashed ? 1 : 0;
            counts[4] += result.Outcome == ParityOutcome.Unlocated ? 1 : 0;
            counts[5] += result.Differences.IsEmpty ? 0 : 1;
            lines += result.Refused;
            foreach (var group in result.Differences.GroupBy(static d => d.Class))
            {
                var shortest = group.MinBy(static d => d.Source.Length)!;
                var known = classes.GetValueOrDefault(group.Key);
                var isBetter = known is null || (shortest.Source.Length, input.Index).CompareTo((known.Example.Source.Length, known.Index)) < 0;
                classes[group.Key] = isBetter
                    ? new DifferenceClass(group.Key, (known?.Inputs ?? 0) + 1, shortest, input.Target.Goarch, input.Index)
                    : known! with { Inputs = known.Inputs + 1 };
            }
        }
    }
}
