using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Fuzz.Assembler;
using GoAbi.Fuzz.Corpus;
using GoAbi.Fuzz.Parity;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Testing;
using GoAbi.Workspace;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.AcceptRefuse;

/// <summary>What the assembler accepts gives no error of ours; what its lexer, preprocessor and parser refuse, we refuse on the same line.</summary>
public sealed class AcceptRefuseTests(ITestOutputHelper output)
{
    private static readonly DiskSourceFiles Files = new();

    public static TheoryData<string> Versions => GoToolchain.AllVersions;

    /// <summary>
    /// Files that need definitions of go_asm.h, which only a compiler can write, are taken as they are: the standard library
    /// assembles. The others are assembled, so that it is known that their target and flags are the right ones.
    /// </summary>
    [GoTheory]
    [MemberData(nameof(Versions))]
    public void The_standard_library_has_no_errors(string go)
    {
        var assembler = new GoAssembler(GoToolchain.Named(go).Root);
        var differences = new KnownDifferences("std");
        var (read, assembled) = (0, 0);
        var work = GoRootCorpus.BuiltFiles(assembler.Root, assembler.Version, Files).SelectMany(static f => f.Targets.Select(t => (File: f, Target: t)));
        InDirectories(work.ToList(), (item, directory) =>
        {
            var (file, target) = item;
            var input = new ParityInput(file.File.Path, file.File.Text.Bytes.ToArray(), target, file.Package, []);
            var ours = OurVerdict.Of(file.File, input, assembler.Root, Files);
            foreach (var refusal in ours.Refusals)
            {
                differences.Add(file.Package + "/" + file.File.Name + " " + target.Goarch, new ParityDifference(false, refusal.Line, refusal.Id, refusal.Text, new SourceLines(input.Content)[refusal.Line]));
            }

            Interlocked.Increment(ref read);
            if (ours.Program.Files.All(static f => f.Name != "go_asm.h"))
            {
                var theirs = assembler.Assemble(file.File.Path, directory["out.o"], target, file.Package, []);
                Assert.True(theirs.Outcome == AssemblerOutcome.Accepted, file.File.Path + " for " + target + ":\n" + theirs.Output);
                Interlocked.Increment(ref assembled);
            }
        });
        Report(differences, go, "std", "files=" + read + " assembled=" + assembled);
        Assert.True(read > 500 && assembled > 300, read + " files, " + assembled + " of them assembled");
    }

    [GoTheory]
    [MemberData(nameof(Versions))]
    public void The_assemblers_own_test_files_are_refused_where_it_refuses_them(string go)
    {
        var assembler = new GoAssembler(GoToolchain.Named(go).Root);
        var inputs = GoRootCorpus.AssemblerTestFiles(assembler.Root, assembler.Version, Files).Select(static f =>
            ((string Name, ParityInput Input))(f.File.Name, new ParityInput(f.File.Path, f.File.Text.Bytes.ToArray(), f.Targets[0], f.Package, [])));
        Compare(assembler, "testdata", inputs.ToList());
    }

    [GoTheory]
    [MemberData(nameof(Versions))]
    public void Bad_input_of_every_kind_is_refused_where_the_assembler_refuses_it(string go)
    {
        var assembler = new GoAssembler(GoToolchain.Named(go).Root);
        var inputs = RefusedCase.ReadAll().Where(c => c.Since <= assembler.Version).Select(c => (c.ToString(), c.ToInput(assembler.Version))).ToList();
        Assert.True(inputs.Count > 150);
        Compare(assembler, "cases", inputs);
    }

    private static void InDirectories<T>(IReadOnlyCollection<T> items, Action<T, TemporaryDirectory> action) =>
        Parallel.ForEach(items, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, static () => new TemporaryDirectory(), (item, _, directory) =>
        {
            action(item, directory);
            return directory;
        }, static directory => directory.Dispose());

    private void Compare(GoAssembler assembler, string suite, List<(string Name, ParityInput Input)> inputs)
    {
        var differences = new KnownDifferences(suite);
        var results = new List<ParityResult>();
        InDirectories(inputs, (item, directory) =>
        {
            var result = new RefusalComparison(assembler, directory.Path, Files).Compare(item.Input);
            foreach (var difference in result.Differences)
            {
                differences.Add(item.Name + " " + item.Input.Target.Goarch + " " + assembler.Version, difference);
            }

            lock (results)
            {
                results.Add(result);
            }
        });
        Report(differences, assembler.Version.ToString(), suite, "files=" + inputs.Count
            + " judged=" + results.Count(static r => r.Outcome == ParityOutcome.Judged)
            + " refused-lines=" + results.Sum(static r => r.Refused)
            + " refused-by-encoder=" + results.Sum(static r => r.RefusedByEncoder)
            + " of-these-by-us=" + results.Sum(static r => r.EncoderAgrees));
    }

    private void Report(KnownDifferences differences, string go, string suite, string figures)
    {
        output.WriteLine("TRUTH accept-refuse go=" + go + " inputs=" + suite + " " + figures + " differences=" + differences.Count);
        var unknown = differences.Unknown();
        Assert.True(unknown.Length == 0, unknown);
    }
}
