using System;
using System.Collections.Generic;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Go.Tests.Syntax;

/// <summary>What holds of the tree of any text at all.</summary>
internal static class TreeInvariants
{
    public static GoSyntaxTree Parse(string text, bool skipBodies = false) =>
        Check(GoSyntaxTree.Parse(new SourceFile("x.go", SourceText.FromString(text)), new GoParseOptions { SkipFunctionBodies = skipBodies }));

    public static GoSyntaxTree Check(GoSyntaxTree tree)
    {
        var length = tree.File.Text.Length;
        var tokens = tree.Tokens;
        Assert.Equal(GoTokenKind.EndOfFile, tokens[^1].Kind);
        var end = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var span = tree.TokenSpan(i);
            if (span.Start < end || span.End > length || span.Length < 0)
            {
                Assert.Fail("token " + i + " lies outside the file or before its neighbour");
            }

            end = span.End;
        }

        CheckNodes(tree);
        Assert.Equal(GoSyntaxKind.File, tree.Root.Kind);
        var line = 0;
        foreach (var diagnostic in tree.Diagnostics)
        {
            var location = diagnostic.Location!.Value;
            if (location.Span.Start < 0 || location.Span.End > length || location.Start.Line <= line)
            {
                Assert.Fail(diagnostic + " lies outside the file, or there is more than one error in its line");
            }

            line = location.Start.Line;
        }

        return tree;
    }

    // With a stack of its own: the tree of a long chain is deep.
    private static void CheckNodes(GoSyntaxTree tree)
    {
        var open = new Stack<GoNode>();
        open.Push(tree.Root);
        var count = 0;
        while (open.Count > 0)
        {
            var node = open.Pop();
            count++;
            if (node.FirstToken < 0 || node.FirstToken > node.EndToken || node.EndToken > tree.Tokens.Length
                || node.Span.Start < 0 || node.Span.End > tree.File.Text.Length || node.MainTokenSpan.End > tree.File.Text.Length)
            {
                Assert.Fail(node + " lies outside the file");
            }

            var at = node.FirstToken;
            foreach (var child in node.Children)
            {
                if (child.EndToken > child.FirstToken && (child.FirstToken < at || child.EndToken > node.EndToken))
                {
                    Assert.Fail(child + " lies outside " + node + " or before its neighbour");
                }

                if (child.Parent != node)
                {
                    Assert.Fail(child + " has the wrong parent");
                }

                at = Math.Max(at, child.EndToken);
                open.Push(child);
            }
        }

        Assert.Equal(tree.Root.Index + 1, count);
    }
}
