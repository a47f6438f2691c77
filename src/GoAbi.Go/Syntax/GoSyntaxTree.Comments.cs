using System.Collections.Immutable;
using System.Text;
using System.Threading;

namespace GoAbi.Go;

/// <content>What comments say to the toolchain.</content>
public sealed partial class GoSyntaxTree
{
    private ImmutableArray<GoBuildConstraintLine> buildConstraints;

    /// <summary>All directives in order: //go:..., //line, /*line*/ and //export.</summary>
    public ImmutableArray<GoDirective> Directives { get; }

    /// <summary>The build constraints of the file's header: see <see cref="GoBuildConstraints"/>.</summary>
    public ImmutableArray<GoBuildConstraintLine> BuildConstraints
    {
        get
        {
            if (buildConstraints.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(ref buildConstraints, GoBuildConstraints.Find(File.Text));
            }

            return buildConstraints;
        }
    }

    /// <summary>
    /// The directives that apply to a declaration: those between the token before it and its first token. As in the
    /// compiler (cmd/compile/internal/syntax: pragmas wait for the next declaration) an empty line in between changes nothing.
    /// </summary>
    public ImmutableArray<GoDirective> DirectivesBefore(GoNode decl)
    {
        if (Directives.IsEmpty || decl.IsDefault)
        {
            return ImmutableArray<GoDirective>.Empty;
        }

        var token = decl.FirstToken;
        var from = token == 0 ? 0 : TokenSpan(token - 1).End;
        var to = tokens[token].Start;
        var first = 0;
        var high = Directives.Length;
        while (first < high)
        {
            var middle = (first + high) / 2;
            if (Directives[middle].Position < from)
            {
                first = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var end = first;
        while (end < Directives.Length && Directives[end].Position < to)
        {
            end++;
        }

        return end == first ? ImmutableArray<GoDirective>.Empty : Directives.RemoveRange(end, Directives.Length - end).RemoveRange(0, first);
    }

    /// <summary>
    /// The C code in the comment before <c>import "C"</c>, without comment marks; empty where there is no comment, null where
    /// <paramref name="importDecl"/> does not import "C".
    /// </summary>
    public string? CgoPreamble(GoNode importDecl)
    {
        if (importDecl.Kind != GoSyntaxKind.ImportDecl)
        {
            return null;
        }

        StringBuilder? preamble = null;
        var specs = importDecl.ChildCount;
        foreach (var spec in importDecl.Children)
        {
            if (spec[1].Kind != GoSyntaxKind.BasicLiteral || spec[1].Text is not ("\"C\"" or "`C`"))
            {
                continue;
            }

            // cmd/cgo: the spec's own comment, else, of the only spec, the declaration's.
            preamble ??= new StringBuilder();
            var isGrouped = spec.FirstToken != importDecl.FirstToken + 1;
            if (!(isGrouped && AppendCommentBefore(spec.FirstToken, preamble)) && specs == 1)
            {
                AppendCommentBefore(importDecl.FirstToken, preamble);
            }
        }

        return preamble?.ToString();
    }

    // go/parser's lead comment: comments without an empty line between them, the last of which ends on the line before the token,
    // and none of which starts on the line of the token before.
    private bool AppendCommentBefore(int token, StringBuilder text)
    {
        var lines = File.Text.Lines;
        var after = Comments.Length;
        while (after > 0 && Comments[after - 1].Span.Start >= tokens[token].Start)
        {
            after--;
        }

        var previousEnd = token == 0 ? 0 : TokenSpan(token - 1).End;
        var first = after;
        while (first > 0 && Comments[first - 1].Span.Start >= previousEnd)
        {
            first--;
        }

        var lineBefore = token == 0 ? -1 : lines.LineOf(tokens[token - 1].Start);
        while (first < after && lines.LineOf(Comments[first].Span.Start) == lineBefore)
        {
            lineBefore = lines.LineOf(Comments[first].Span.End);
            first++;
        }

        var line = lines.LineOf(tokens[token].Start) - 1;
        var from = after;
        while (from > first && lines.LineOf(Comments[from - 1].Span.End) >= line)
        {
            if (from == after && lines.LineOf(Comments[from - 1].Span.End) != line)
            {
                return false;
            }

            from--;
            line = lines.LineOf(Comments[from].Span.Start) - 1;
        }

        for (var i = from; i < after; i++)
        {
            var comment = Comments[i];
            var start = comment.Span.Start + 2;
            var end = comment.IsLine ? comment.Span.End : comment.Span.End - 2;
            text.Append(File.Text.Text, start, end - start).Replace("\r", "", text.Length - (end - start), end - start);
            if (comment.IsLine)
            {
                text.Append('\n');
            }
        }

        return from < after;
    }
}
