using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>Splits the comments that the scanner found to be directives into name and arguments.</summary>
internal static class DirectiveReader
{
    private static readonly char[] Blanks = [' ', '\t'];

    public static ImmutableArray<GoDirective> Read(SourceFile file, PooledList<GoComment> comments, List<int> indexes)
    {
        if (indexes.Count == 0)
        {
            return ImmutableArray<GoDirective>.Empty;
        }

        var directives = ImmutableArray.CreateBuilder<GoDirective>(indexes.Count);
        foreach (var index in indexes)
        {
            var comment = comments[index];
            var start = comment.Span.Start + 2;
            var end = comment.IsLine || comment.Span.Length < 4 || !EndsBlock(file.Text.Text, comment.Span.End) ? comment.Span.End : comment.Span.End - 2;
            var text = file.Text.Text.Substring(start, Math.Max(0, end - start));
            var blank = text.IndexOfAny(Blanks);
            directives.Add(new GoDirective(
                blank < 0 ? text : text.Substring(0, blank),
                blank < 0 ? "" : text.Substring(blank).Trim(),
                new SourceLocation(file, comment.Span),
                comment.IsAtLineStart));
        }

        return directives.MoveToImmutable();
    }

    private static bool EndsBlock(string text, int end) => text[end - 1] == '/' && text[end - 2] == '*';
}
