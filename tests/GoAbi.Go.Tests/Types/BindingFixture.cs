using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Go.Tests.Types;

/// <summary>
/// Go text that says itself what its names mean. A comment after an identifier, <c>F /*=p.F*/</c>, says what it denotes:
/// "p.F" (package level), "universe len", "local x@3:5" (line and column of the declaration), "label L@4:1",
/// "package m/a", "guess m/a", "member", "unresolved", "none". A comment before the "(" of a call says what is called:
/// <c>F /*call Function*/ (x)</c>. Lines "-- dir/file.go --" start files; a directory is a package, "p" is the one bound.
/// </summary>
internal sealed class BindingFixture
{
    private readonly Dictionary<string, GoPackageScope> scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GoPackage> packages = new(StringComparer.Ordinal);

    public BindingFixture(string text, int toolchain = 27, bool skipBodies = false)
    {
        var names = new GoNameTable();
        var target = new Target { Toolchain = new GoVersion(toolchain) };
        foreach (var directory in Split(text).GroupBy(f => SourcePath.Directory(f.Path)))
        {
            var trees = directory.Select(f => GoSyntaxTree.Parse(
                new SourceFile(f.Path, SourceText.FromString(f.Text)), new GoParseOptions { Names = names, SkipFunctionBodies = skipBodies })).ToImmutableArray();
            packages[directory.Key] = GoLoosePackage.Create(directory.Key, target, trees);
            scopes[directory.Key] = GoPackageScope.Collect(packages[directory.Key]);
        }

        Package = packages["p"];
        Scope = scopes["p"];
        Binding = GoBinding.Bind(Package, Scope, path => scopes.GetValueOrDefault(path), CancellationToken.None);
    }

    public GoPackage Package { get; }

    public GoPackageScope Scope { get; }

    public GoBinding Binding { get; }

    public static GoBinding Check(string text, int toolchain = 27)
    {
        var fixture = new BindingFixture(text, toolchain);
        var wrong = fixture.Package.GoFiles.SelectMany(f => fixture.CheckFile(f.Tree)).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        return fixture.Binding;
    }

    public static IEnumerable<GoNode> AllNodes(GoNode root)
    {
        yield return root;
        foreach (var child in root.Children)
        {
            foreach (var node in AllNodes(child))
            {
                yield return node;
            }
        }
    }

    private static IEnumerable<(string Path, string Text)> Split(string text)
    {
        if (!text.Contains("-- ", StringComparison.Ordinal))
        {
            yield return ("p/p.go", text);
            yield break;
        }

        foreach (var part in text.Split("-- ", StringSplitOptions.RemoveEmptyEntries).Where(p => p.Contains(" --\n", StringComparison.Ordinal)))
        {
            var end = part.IndexOf(" --\n", StringComparison.Ordinal);
            yield return (part[..end], part[(end + 4)..]);
        }
    }

    private IEnumerable<string> CheckFile(GoSyntaxTree tree)
    {
        Assert.True(tree.Diagnostics.IsEmpty, string.Join("\n", tree.Diagnostics));
        var nodes = AllNodes(tree.Root).ToList();
        var marks = 0;
        foreach (var comment in tree.Comments)
        {
            var text = tree.File.Text.ToString(comment.Span);
            if (!text.StartsWith("/*=", StringComparison.Ordinal) && !text.StartsWith("/*call ", StringComparison.Ordinal))
            {
                continue;
            }

            marks++;
            string expected, actual;
            if (text[2] == '=')
            {
                expected = text[3..^2];
                actual = Describe(nodes.Last(n => n.Kind == GoSyntaxKind.Identifier && n.Span.End <= comment.Span.Start));
            }
            else
            {
                expected = text[7..^2];
                actual = Binding.ClassifyCall(nodes.Where(n => n.Kind == GoSyntaxKind.Call && n.MainTokenSpan.Start >= comment.Span.End)
                    .MinBy(n => n.MainTokenSpan.Start)).Kind.ToString();
            }

            if (expected != actual)
            {
                yield return new SourceLocation(tree.File, comment.Span) + ": expected " + expected + ", found " + actual;
            }
        }

        Assert.True(marks > 0 || tree.File.Path != "p/p.go", "A fixture without marks tests nothing.");
    }

    private string Describe(GoNode identifier)
    {
        var reference = Binding.Resolve(identifier);
        if (reference.Object is not { } item)
        {
            return reference.Status switch
            {
                GoReferenceStatus.Member => "member",
                GoReferenceStatus.Unresolved => "unresolved",
                _ => "none",
            };
        }

        if (item.Kind == GoObjectKind.PackageName)
        {
            return (item.IsGuessedName ? "guess " : "package ") + item.ImportPath;
        }

        if (item.IsPackageLevel)
        {
            return item.PackagePath + "." + item.Name;
        }

        return item.IsUniverse ? "universe " + item.Name
            : (item.Kind == GoObjectKind.Label ? "label " : "local ") + item.Name + "@" + item.Declaration.Location.Start;
    }
}
