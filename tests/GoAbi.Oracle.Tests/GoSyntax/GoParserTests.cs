using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Fuzz.Corpus;
using GoAbi.Fuzz.GoLanguage;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.GoSyntax;

/// <summary>Our trees and errors against go/parser's: over GOROOT/src, over GOROOT/test with its thousands of wrong programs, and over mutated files of both.</summary>
public sealed class GoParserTests(ITestOutputHelper output)
{
    private const int MutatedSample = 2000;
    private const int MutatedAll = 20_000;
    private const ulong Seed = 1;

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task Trees_and_first_errors_are_those_of_go_parser(string go)
    {
        var toolchain = GoToolchain.Named(go);
        foreach (var (tree, minimum) in new[] { ("src", 5000), ("test", 2500) })
        {
            var all = Files(toolchain.Root, tree);
            Assert.True(all.Count >= minimum, toolchain.Root + " has only " + all.Count + " files in " + tree + ".");
            var comparison = new ParserComparison(toolchain.Version);
            var names = new GoNameTable();

            // A stable tenth, spread over all directories.
            foreach (var answer in await GoParserOracle.AskAsync(toolchain, GoToolchain.WantsEverything ? all : all.Where(static (_, i) => i % 10 == 3)))
            {
                comparison.Add(answer, Parse(answer.Path, await File.ReadAllBytesAsync(answer.Path), names));
            }

            Report("go-parser", "go=" + toolchain.Version + " tree=" + tree, comparison);
            Assert.True(comparison.Unexplained.Count == 0, string.Join('\n', comparison.Unexplained.Take(20)));
            Assert.True(comparison.FirstLineShare >= 0.95, "First errors are on other lines.");
        }
    }

    [GoTheory]
    [MemberData(nameof(GoToolchain.SampleVersions), MemberType = typeof(GoToolchain))]
    public async Task Mutated_files_are_refused_where_go_parser_refuses_them(string go)
    {
        var toolchain = GoToolchain.Named(go);
        var generator = new GoInputGenerator(GoFileCorpus.OfGoRoot(toolchain.Root), Seed, [toolchain.Version]);
        var contents = Enumerable.Range(0, GoToolchain.WantsEverything ? MutatedAll : MutatedSample).Select(i => generator.Make(i).Main).ToList();
        var comparison = new ParserComparison(toolchain.Version);
        var names = new GoNameTable();
        foreach (var answer in await GoParserOracle.AskAsync(toolchain, contents))
        {
            comparison.Add(answer, Parse(answer.Path, contents[int.Parse(answer.Path, System.Globalization.CultureInfo.InvariantCulture)], names));
        }

        Report("go-parser-mutated", "go=" + toolchain.Version, comparison);
        Assert.True(comparison.Unexplained.Count == 0, string.Join('\n', comparison.Unexplained.Take(20)));
        Assert.True(comparison.FirstLineShare >= 0.95, "First errors are on other lines.");
        Assert.True(comparison.Both.Accepted > contents.Count / 50 && comparison.Both.Refused > contents.Count / 4, "The inputs are all of one kind.");
    }

    private static GoSyntaxTree Parse(string path, byte[] content, GoNameTable names) =>
        GoSyntaxTree.Parse(new SourceFile(path, SourceText.FromBytes(content)), new GoParseOptions { Names = names });

    private void Report(string name, string what, ParserComparison comparison)
    {
        output.WriteLine("TRUTH " + name + " " + what + " " + comparison.Figures);
        foreach (var reason in comparison.Reasons)
        {
            output.WriteLine(reason);
        }
    }

    private static List<string> Files(string root, string tree)
    {
        var directory = new DirectoryInfo(Path.Combine(root, tree));
        var path = directory.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? directory.FullName;
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.go", new EnumerationOptions { RecurseSubdirectories = true }).Order(StringComparer.Ordinal)]
            : [];
    }
}
