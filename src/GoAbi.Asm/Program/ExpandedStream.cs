using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>One inclusion or invocation: where, of what, and the one it happened in (0 for none).</summary>
internal readonly record struct ExpansionNode(int Parent, int Source, TextSpan Span, string Name, bool IsInclude);

/// <summary>A #line directive: it holds for its file from <paramref name="Position"/> on.</summary>
internal readonly record struct LineDirectiveMark(int Position, int PhysicalLine, string File, int Line);

/// <summary>The preprocessed tokens and all that is needed to say where each comes from.</summary>
internal sealed class ExpandedStream
{
    public AsmExpandedToken[] Tokens { get; set; } = [];

    public int Count => Tokens.Length;

    public List<SourceFile> Sources { get; } = [];

    /// <summary>Entry 0 stands for "no expansion".</summary>
    public List<ExpansionNode> Expansions { get; } = [default];

    /// <summary>True where go_asm.h was included and nothing was in it.</summary>
    public bool LacksGoAsmNames { get; set; }

    public Dictionary<int, List<LineDirectiveMark>>? LineDirectives { get; set; }

    public required AsmNameTable Names { get; init; }

    public SourceLocation GetSpelling(int first, int count)
    {
        var token = Tokens[first];
        var last = LastInLine(first, count);
        return new SourceLocation(Sources[token.Source], TextSpan.FromBounds(token.Token.Start, last.Token.End));
    }

    public SourceLocation GetLocation(int first, int count)
    {
        var (source, span) = Outermost(Tokens[first].Source, Tokens[first].Token.Span, Tokens[first].Expansion);
        if (count > 1)
        {
            var last = Tokens[first + count - 1];
            var (lastSource, lastSpan) = Outermost(last.Source, last.Token.Span, last.Expansion);
            if (lastSource == source && lastSpan.End > span.End)
            {
                span = TextSpan.FromBounds(span.Start, lastSpan.End);
            }
        }

        return new SourceLocation(Sources[source], span);
    }

    /// <summary>The place in the file that was being read: the invocation behind the innermost include, else the token.</summary>
    public (int Source, TextSpan Span) Outermost(int source, TextSpan span, int expansion)
    {
        while (expansion != 0)
        {
            var node = Expansions[expansion];
            if (node.IsInclude)
            {
                break;
            }

            source = node.Source;
            span = node.Span;
            expansion = node.Parent;
        }

        return (source, span);
    }

    public ImmutableArray<ExpansionFrame> GetExpansion(int token) => GetFrames(Tokens[token].Expansion);

    public ImmutableArray<ExpansionFrame> GetFrames(int expansion)
    {
        if (expansion == 0)
        {
            return ImmutableArray<ExpansionFrame>.Empty;
        }

        var frames = ImmutableArray.CreateBuilder<ExpansionFrame>();
        for (; expansion != 0; expansion = Expansions[expansion].Parent)
        {
            var node = Expansions[expansion];
            frames.Add(new ExpansionFrame(new SourceLocation(Sources[node.Source], node.Span), node.Name, node.IsInclude));
        }

        frames.Reverse();
        return frames.ToImmutable();
    }

    public bool IsFromMacro(int token) => Tokens[token].Expansion is var id and not 0 && !Expansions[id].IsInclude;

    public bool IsFromInclude(int token)
    {
        for (var id = Tokens[token].Expansion; id != 0; id = Expansions[id].Parent)
        {
            if (Expansions[id].IsInclude)
            {
                return true;
            }
        }

        return false;
    }

    public (string File, int Line)? GetLineDirective(int token)
    {
        if (LineDirectives is null)
        {
            return null;
        }

        var (source, span) = Outermost(Tokens[token].Source, Tokens[token].Token.Span, Tokens[token].Expansion);
        if (!LineDirectives.TryGetValue(source, out var marks))
        {
            return null;
        }

        LineDirectiveMark? found = null;
        foreach (var mark in marks)
        {
            if (mark.Position <= span.Start)
            {
                found = mark;
            }
        }

        // cmd/asm/internal/lex.(*Input).line adds one to a line that the newline it has just read moved on already, so the
        // named line is that of the second line behind the directive.
        return found is { } hit
            ? (hit.File, hit.Line + Sources[source].Text.GetLinePosition(span.Start).Line - hit.PhysicalLine - 2)
            : null;
    }

    /// <summary>A token's text as the assembler has it where it is no statement's first word: '.' for '·'.</summary>
    public string GetText(in AsmExpandedToken token) =>
        token.Token.NameId != 0
            ? Names.GetText(Names.GetCanonical(token.Token.NameId))
            : Sources[token.Source].Text.ToString(token.Token.Span);

    public string GetText(int first, int count)
    {
        if (count == 1)
        {
            return GetText(Tokens[first]);
        }

        var text = new StringBuilder();
        for (var i = first; i < first + count; i++)
        {
            if (i > first && (Tokens[i].Source != Tokens[i - 1].Source || Tokens[i].Token.Start != Tokens[i - 1].Token.End)
                && NeedsBlank(Tokens[i - 1].Kind, Tokens[i].Kind))
            {
                text.Append(' ');
            }

            text.Append(GetText(Tokens[i]));
        }

        return text.ToString();
    }

    private static bool NeedsBlank(AsmTokenKind before, AsmTokenKind after) =>
        before == AsmTokenKind.Comma || (IsWord(before) && IsWord(after));

    private static bool IsWord(AsmTokenKind kind) =>
        kind is AsmTokenKind.Identifier or AsmTokenKind.Integer or AsmTokenKind.Float or AsmTokenKind.MacroName;

    private AsmExpandedToken LastInLine(int first, int count)
    {
        var token = Tokens[first];
        var last = Tokens[first + count - 1];
        return last.Source == token.Source && last.Expansion == token.Expansion && last.Token.End >= token.Token.End ? last : token;
    }
}
