using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.GoSyntax;

/// <summary>Our trees and first errors against go/parser's, over GOROOT/src and GOROOT/test with its thousands of wrong programs.</summary>
public sealed class GoParserTests(ITestOutputHelper output)
{
    // Where go/parser itself changed between Go 1.19 and 1.27; ours is the newest. By what it says, or by what we say.
    private static readonly (string UpTo, string GoSays, string WeSay, string Why)[] KnownChanges =
    [
        ("1.26", "method must have no type parameters", "", "generic methods: Go 1.27"),
        ("1.26", "", "Only the last parameter can have '...'.", "reported by the parser after Go 1.24, by go/types before"),
        ("1.19", "missing constant value", "", "go/types since Go 1.20"),
        ("1.19", "invalid import path: ", "", "go/types since Go 1.20"),
        ("1.19", "expected array length, found '...'", "", "go/types since Go 1.20"),
        ("1.19", "expected identifier on left side of :=", "", "go/types since Go 1.20"),
        ("1.19", "expected expression", "", "a type where a value belongs: go/types since Go 1.20"),
        ("1.19", "expected type, found 0", "", "an expression in a type switch: go/types since Go 1.20"),
        ("1.19", "", "An embedded type can't stand in parentheses.", "reported by the parser since Go 1.20"),
    ];

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task Trees_and_first_errors_are_those_of_go_parser(string go)
    {
        var toolchain = GoToolchain.Named(go);
        var names = new GoNameTable();
        var unexplained = new List<string>();
        var explained = 0;
        var nodes = 0L;
        var answers = await GoParserOracle.AskAsync(toolchain, Files(toolchain.Root));
        foreach (var answer in answers)
        {
            var tree = GoSyntaxTree.Parse(new SourceFile(answer.Path, SourceText.FromBytes(File.ReadAllBytes(answer.Path))), new GoParseOptions { Names = names });
            var difference = Compare(answer, tree, ref nodes);
            if (difference is null)
            {
                continue;
            }

            if (IsKnown(toolchain.Version, answer, tree))
            {
                explained++;
            }
            else
            {
                unexplained.Add(answer.Path + ": " + difference);
            }
        }

        output.WriteLine(FormattableString.Invariant($"TRUTH go-parser go={toolchain.Version} files={answers.Count} nodes-equal={nodes} explained-by-changes-of-go-parser={explained}"));
        Assert.True(unexplained.Count == 0, string.Join('\n', unexplained.Take(20)));
    }

    private static IEnumerable<string> Files(string root)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true };
        var all = new[] { "src", "test" }
            .Select(d => new DirectoryInfo(Path.Combine(root, d)))
            .Where(d => d.Exists)
            .Select(d => d.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? d.FullName)
            .SelectMany(d => Directory.EnumerateFiles(d, "*.go", options))
            .Order(StringComparer.Ordinal)
            .ToList();

        // A stable tenth, spread over all directories.
        return GoToolchain.WantsEverything ? all : all.Where((_, i) => i % 10 == 3);
    }

    private static string? Compare(OracleAnswer answer, GoSyntaxTree tree, ref long nodes)
    {
        var line = tree.Diagnostics.IsEmpty ? 0 : tree.Diagnostics[0].Location!.Value.Start.Line;
        if (line != answer.ErrorLine)
        {
            return FormattableString.Invariant($"go/parser: line {answer.ErrorLine} {answer.Message}, ours: line {line} {(line == 0 ? "" : tree.Diagnostics[0].Message)}");
        }

        if (line != 0)
        {
            return null;
        }

        var digest = TreeDigest.Of(tree);
        nodes += digest.Count;
        return digest.Count == answer.Count && digest.Hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture) == answer.Hash
            ? null
            : FormattableString.Invariant($"another tree: {answer.Count} nodes there, {digest.Count} here");
    }

    private static bool IsKnown(GoVersion current, OracleAnswer answer, GoSyntaxTree tree)
    {
        var ours = tree.Diagnostics.IsEmpty ? "" : tree.Diagnostics[0].Message;
        foreach (var (upTo, goSays, weSay, _) in KnownChanges)
        {
            _ = GoVersion.TryParse(upTo, out var last);
            if (current.Minor <= last.Minor && (goSays.Length > 0
                ? answer.Message.StartsWith(goSays, StringComparison.Ordinal)
                : answer.ErrorLine == 0 && ours == weSay))
            {
                return true;
            }
        }

        // type T[P (E)]: the parentheses stay in the tree since Go 1.20 (go/parser.extractName).
        return current.Minor <= 19 && answer.ErrorLine == 0 && answer.Path.EndsWith("fixedbugs/issue49482.go", StringComparison.Ordinal);
    }
}
