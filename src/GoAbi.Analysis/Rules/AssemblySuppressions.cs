using System;
using System.Collections.Generic;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>The suppression comments of assembly files: // comments, which lie between tokens.</summary>
internal static class AssemblySuppressions
{
    public static void Apply(PackageSymbols symbols, List<FindingDraft> drafts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var program in symbols.Programs)
        {
            foreach (var file in program.Files)
            {
                if (file.Text.Text.IndexOf(Suppressions.Comment, StringComparison.Ordinal) >= 0 && seen.Add(file.Path))
                {
                    Apply(ReferenceEquals(file, program.File) ? program.Tree : AsmSyntaxTree.Parse(file), drafts);
                }
            }
        }
    }

    private static void Apply(AsmSyntaxTree tree, List<FindingDraft> drafts)
    {
        var text = tree.File.Text.Text;
        var end = 0;
        foreach (var token in tree.Tokens)
        {
            // Between two tokens are blanks and comments only.
            for (var at = end; at < token.Start;)
            {
                var length = CommentLength(text, at, token.Start);
                if (string.CompareOrdinal(text, at, Suppressions.Comment, 0, Suppressions.Comment.Length) == 0)
                {
                    Suppressions.Apply(tree.File, new TextSpan(at, length), drafts);
                }

                at += Math.Max(1, length);
            }

            end = token.End;
        }
    }

    // 0 where no comment begins.
    private static int CommentLength(string text, int start, int end)
    {
        if (text[start] != '/' || start + 1 >= end)
        {
            return 0;
        }

        if (text[start + 1] == '/')
        {
            var newline = text.IndexOf('\n', start, end - start);
            return (newline < 0 ? end : newline) - start;
        }

        var close = text.IndexOf("*/", start + 2, end - start - 2, StringComparison.Ordinal);
        return (close < 0 ? end : close + 2) - start;
    }
}
