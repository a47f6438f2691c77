using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Workspace;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Mutations;

/// <summary>
/// Real assembly is changed in one place at a time; what then means something else has to be reported by a rule about declarations and frames, or refused. The exceptions are listed in unreported.txt: some change nothing after
/// all, as a stack pointer that is set anew later.
/// </summary>
public sealed partial class MutationTests(ITestOutputHelper output)
{
    private const int Seed = 20261121;
    private const int All = 2000;
    private const int Sample = 40;

    private static readonly string[] Architectures = ["amd64", "amd64", "amd64", "arm64", "arm64", "386", "arm", "riscv64", "loong64", "ppc64le", "s390x", "mips64"];

    [GoTheory]
    [MemberData(nameof(GoToolchain.SampleVersions), MemberType = typeof(GoToolchain))]
    public void What_is_changed_in_real_assembly_is_reported(string go)
    {
        var toolchain = GoToolchain.Named(go);
        var files = new DiskSourceFiles();
        var count = GoToolchain.WantsEverything ? All : Sample;
        var mutations = Choose(toolchain, files, count);
        Assert.Equal(count, mutations.Count);
        var missed = new ConcurrentBag<Mutation>();
        foreach (var group in mutations.GroupBy(static m => (m.Target.Goarch, m.Package)))
        {
            var before = Found(files, toolchain, group.First());
            Parallel.ForEach(group, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, mutation =>
            {
                if (Found(new MutatedFiles(files, mutation), toolchain, mutation).IsSubsetOf(before))
                {
                    missed.Add(mutation);
                }
            });
        }

        foreach (var kind in mutations.GroupBy(static m => m.Kind).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            var silent = missed.Count(m => m.Kind == kind.Key);
            output.WriteLine(FormattableString.Invariant($"TRUTH mutations go={go} kind={kind.Key} changed={kind.Count()} reported={kind.Count() - silent}"));
        }

        var list = missed.Select(static m => FormattableString.Invariant(
                $"{m.Kind} {m.Target.Goarch} {m.Package}/{Path.GetFileName(m.Path)} {Word().Match(m.Before).Value} => {m.NewText}"))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var line in list)
        {
            output.WriteLine("not reported: " + line);
        }

        // In a sample of as many of each kind, kinds of few places weigh more than they are worth.
        Assert.Empty(list.Except(File.ReadAllLines(Path.Combine(GoToolchain.Repository, "tests/GoAbi.Oracle.Tests/Mutations/unreported.txt"))));
        Assert.True(count < All || missed.Count * 50 <= mutations.Count, string.Join("\n", list));
    }

    [GeneratedRegex(@"^\w+")]
    private static partial Regex Word();

    private static List<Mutation> Choose(GoToolchain toolchain, DiskSourceFiles files, int count)
    {
        var places = new List<Mutation>();
        foreach (var goarch in Architectures.Distinct())
        {
            var target = new GoTargetRequest(toolchain.Version, "linux", goarch);
            var module = GoModule.Load(files, toolchain.Root + "/src", ["./..."], new GoModuleOptions { GoRoot = toolchain.Read(files), Targets = [target], IncludeTests = false });
            var analysis = AbiAnalyzer.Analyze(module, new AbiAnalysisOptions { CollectSymbols = true, RunRules = false });
            foreach (var package in analysis.Symbols.Where(static s => s.Declaration is not null).GroupBy(static s => s.Package))
            {
                var declared = package.GroupBy(static s => s.Symbol).ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
                var directories = package.Select(static s => s.Definition.File.Path).Where(static p => p.EndsWith(".s", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
                foreach (var path in directories)
                {
                    var program = AsmProgram.Create(
                        AsmSyntaxTree.Parse(files.Read(path).File!),
                        module.Targets[0],
                        new AsmProgramOptions { PackagePath = package.Key, Files = files, IncludeDirectories = [toolchain.Root + "/pkg/include"], AllowedRoots = [toolchain.Root, toolchain.Root + "/src"] });
                    places.AddRange(new MutationPlaces(program, target, package.Key, declared).Find());
                }
            }
        }

        // As many of each kind as of any other, as far as there are.
        var random = new Random(Seed);
        var byKind = places.GroupBy(static m => m.Kind).OrderBy(static g => g.Key, StringComparer.Ordinal)
            .Select(g => new Queue<Mutation>(g.OrderBy(_ => random.Next()))).ToList();
        var chosen = new List<Mutation>();
        while (chosen.Count < count && byKind.Exists(static q => q.Count > 0))
        {
            foreach (var kind in byKind)
            {
                if (chosen.Count < count && kind.TryDequeue(out var mutation))
                {
                    chosen.Add(mutation);
                }
            }
        }

        return chosen;
    }

    private static HashSet<string> Found(ISourceFiles files, GoToolchain toolchain, Mutation mutation)
    {
        var module = GoModule.Load(files, Path.GetDirectoryName(mutation.Path)!, ["."], new GoModuleOptions { GoRoot = toolchain.Read(files), Targets = [mutation.Target], IncludeTests = false });
        var analysis = AbiAnalyzer.Analyze(module, new AbiAnalysisOptions { MaxParallelism = 1 });
        return [.. analysis.Findings.Select(static f => f.RuleId + " " + f.Location.Start.Line.ToString(CultureInfo.InvariantCulture) + " " + f.Message),
            .. analysis.Diagnostics.Where(static d => d.Severity == Severity.Error).Select(static d => d.Id + " " + d.Message)];
    }
}
