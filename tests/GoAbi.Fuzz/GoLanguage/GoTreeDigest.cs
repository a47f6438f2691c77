using System;
using System.Collections.Generic;
using GoAbi.Fuzz.Running;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Fuzz.GoLanguage;

/// <summary>A number for all that a tree says, made by asking for all of it; says at once what is wrong with a place.</summary>
internal static class GoTreeDigest
{
    /// <summary>The number; equal for equal trees, whatever numbers their names have.</summary>
    public static ulong Of(GoSyntaxTree tree, out PropertyFailure? failure)
    {
        var hash = 14695981039346656037UL;
        failure = Tokens(tree, ref hash) ?? Nodes(tree, ref hash) ?? Comments(tree, ref hash) ?? Diagnostics(tree, ref hash);
        return hash;
    }

    private static void Add(ref ulong hash, int value) => hash = unchecked((hash ^ (uint)value) * 1099511628211);

    private static void Add(ref ulong hash, string text)
    {
        foreach (var c in text)
        {
            Add(ref hash, c);
        }
    }

    private static PropertyFailure? Tokens(GoSyntaxTree tree, ref ulong hash)
    {
        var end = 0;
        for (var i = 0; i < tree.Tokens.Length; i++)
        {
            var span = tree.TokenSpan(i);
            if (span.Start < end || span.Length < 0 || span.End > tree.File.Text.Length)
            {
                return new PropertyFailure("a token lies outside of its file or before its neighbour", "token " + i);
            }

            end = span.End;
            Add(ref hash, (int)tree.TokenKind(i));
            Add(ref hash, span.Start);
            Add(ref hash, tree.TokenText(i));
        }

        return tree.Tokens[^1].Kind == GoTokenKind.EndOfFile ? null : new PropertyFailure("the last token is not the end of the file", "");
    }

    // With a stack of its own: the tree of a long chain is deep.
    private static PropertyFailure? Nodes(GoSyntaxTree tree, ref ulong hash)
    {
        var open = new Stack<GoNode>();
        open.Push(tree.Root);
        var count = 0;
        while (open.Count > 0)
        {
            var node = open.Pop();
            count++;
            if (IsOutside(tree, node.Span) || IsOutside(tree, node.MainTokenSpan))
            {
                return new PropertyFailure("a node lies outside of its file", node.Kind.ToString());
            }

            Add(ref hash, (int)node.Kind);
            Add(ref hash, (int)node.Flags);
            Add(ref hash, node.Span.Start);
            Add(ref hash, node.Span.End);
            Add(ref hash, (int)node.MainTokenKind);
            var at = node.FirstToken;
            foreach (var child in node.Children)
            {
                if ((child.EndToken > child.FirstToken && (child.FirstToken < at || child.EndToken > node.EndToken)) || child.Parent != node)
                {
                    return new PropertyFailure("a node lies outside of its parent", child.Kind + " in " + node.Kind);
                }

                at = Math.Max(at, child.EndToken);
                open.Push(child);
            }
        }

        return count == tree.NodeCount ? null : new PropertyFailure("a node can't be reached", count + " of " + tree.NodeCount);
    }

    private static PropertyFailure? Comments(GoSyntaxTree tree, ref ulong hash)
    {
        var end = 0;
        foreach (var comment in tree.Comments)
        {
            if (comment.Span.Start < end || IsOutside(tree, comment.Span))
            {
                return new PropertyFailure("a comment lies outside of its file", comment.ToString());
            }

            end = comment.Span.End;
            Add(ref hash, end);
        }

        foreach (var directive in tree.Directives)
        {
            Add(ref hash, directive.ToString());
        }

        foreach (var line in tree.BuildConstraints)
        {
            Add(ref hash, line.ToString());
        }

        foreach (var declaration in tree.Root.Children)
        {
            Add(ref hash, tree.CgoPreamble(declaration) ?? "");
            Add(ref hash, tree.DirectivesBefore(declaration).Length);
        }

        Add(ref hash, tree.PackageName);
        return null;
    }

    private static PropertyFailure? Diagnostics(GoSyntaxTree tree, ref ulong hash)
    {
        var line = 0;
        foreach (var diagnostic in tree.Diagnostics)
        {
            if (diagnostic.Location is not { } location || IsOutside(tree, location.Span) || location.Start.Line <= line)
            {
                return new PropertyFailure("a diagnostic's place is wrong", diagnostic.ToString());
            }

            if (diagnostic.Message.Length is 0 or > 1000)
            {
                return new PropertyFailure("a diagnostic says nothing", diagnostic.ToString());
            }

            line = location.Start.Line;
            Add(ref hash, diagnostic.ToString());
        }

        return null;
    }

    private static bool IsOutside(GoSyntaxTree tree, TextSpan span) => span.Start < 0 || span.Length < 0 || span.End > tree.File.Text.Length;
}
