using System;
using System.Buffers;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>A #line directive: it holds for its file from <paramref name="Position"/> on.</summary>
internal readonly record struct LineDirectiveMark(int Position, int PhysicalLine, string File, int Line);

/// <summary>The preprocessed tokens and all that is needed to say where each comes from.</summary>
internal sealed class ExpandedStream
{
    private TokenRun[] runs = [];
    private LexedToken[] macroTokens = [];
    private LexedToken[]? scratch;
    private AsmExpandedToken[]? all;
    private ExpansionTable? expansions;

    // Only where to look first; any thread's will do.
    private int lastRun;

    public ExpandedTokens Tokens => new(this);

    public int Count { get; private set; }

    /// <summary>All tokens in one array while the program is parsed, an end of file behind them.</summary>
    public LexedToken[] Lexed => scratch ?? throw new InvalidOperationException("The tokens are there only while the program is parsed.");

    public List<SourceFile> Sources { get; } = [];

    /// <summary>The tokens of each of <see cref="Sources"/>.</summary>
    public List<LexedToken[]> SourceTokens { get; } = [];

    public ExpansionTable Expansions => expansions ??= new ExpansionTable(Names);

    /// <summary>True where go_asm.h was included and was empty, or not complete.</summary>
    public bool LacksGoAsmNames { get; set; }

    public Dictionary<int, List<LineDirectiveMark>>? LineDirectives { get; set; }

    public required AsmNameTable Names { get; init; }

    public void SetTokens(int count, TokenRun[] found, LexedToken[] fromMacros, LexedToken[] lexed)
    {
        Count = count;
        runs = found;
        macroTokens = fromMacros;
        scratch = lexed;
    }

    /// <summary>Gives <see cref="Lexed"/> back to its pool.</summary>
    public void Release()
    {
        if (scratch is { } lexed)
        {
            scratch = null;
            ArrayPool<LexedToken>.Shared.Return(lexed);
        }
    }

    public AsmExpandedToken TokenAt(int index)
    {
        ref readonly var run = ref RunOf(index);
        return new AsmExpandedToken(TokenOf(run, index).ToToken(Names), run.Source, run.Expansion);
    }

    /// <summary>A token's text as it is written.</summary>
    public ReadOnlySpan<char> SpellingAt(int index)
    {
        ref readonly var run = ref RunOf(index);
        var token = TokenOf(run, index);
        return Sources[run.Source].Text.Text.AsSpan(token.Start, token.GetLength(Names));
    }

    /// <summary>The text that a token and its neighbours are written in.</summary>
    /// <param name="index">The token.</param>
    /// <param name="first">The first of the neighbours.</param>
    /// <param name="end">The index after the last.</param>
    public string TextAround(int index, out int first, out int end)
    {
        ref readonly var run = ref RunOf(index);
        first = run.First;
        end = lastRun + 1 < runs.Length ? runs[lastRun + 1].First : Count;
        return Sources[run.Source].Text.Text;
    }

    /// <summary>The expansion that a token comes by.</summary>
    public int ExpansionAt(int index) => RunOf(index).Expansion;

    /// <summary>All tokens in the public form.</summary>
    public AsmExpandedToken[] ToArray()
    {
        if (Volatile.Read(ref all) is { } known)
        {
            return known;
        }

        var made = new AsmExpandedToken[Count];
        for (var i = 0; i < made.Length; i++)
        {
            made[i] = TokenAt(i);
        }

        return Interlocked.CompareExchange(ref all, made, null) ?? made;
    }

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

    /// <summary>The invocation in the file that is assembled; 0 where that includes the file at hand.</summary>
    public int InvocationInFile(int expansion)
    {
        while (!Expansions[expansion].IsInclude)
        {
            if (Expansions[expansion].Parent == 0)
            {
                return expansion;
            }

            expansion = Expansions[expansion].Parent;
        }

        return 0;
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
            frames.Add(new ExpansionFrame(new SourceLocation(Sources[node.Source], node.Span), Expansions.NameOf(expansion), node.IsInclude));
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
    public string GetText(int index) => GetText(TokenAt(index));

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

    private LexedToken TokenOf(in TokenRun run, int index) => run.Offset < 0
        ? macroTokens[~run.Offset + index - run.First]
        : SourceTokens[run.Source][run.Offset + index - run.First];

    // Nearly all questions are about the run of the one before, or the next.
    private ref readonly TokenRun RunOf(int index)
    {
        var at = Volatile.Read(ref lastRun);
        if (!Holds(at, index))
        {
            at = Holds(at + 1, index) ? at + 1 : Holds(at + 2, index) ? at + 2 : Holds(at + 3, index) ? at + 3 : Search(index);
            Volatile.Write(ref lastRun, at);
        }

        return ref runs[at];
    }

    private bool Holds(int run, int index) =>
        run < runs.Length && runs[run].First <= index && (run + 1 == runs.Length || index < runs[run + 1].First);

    private int Search(int index)
    {
        var (low, high) = (0, runs.Length - 1);
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (runs[middle].First <= index)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private AsmExpandedToken LastInLine(int first, int count)
    {
        var token = Tokens[first];
        var last = Tokens[first + count - 1];
        return last.Source == token.Source && last.Expansion == token.Expansion && last.Token.End >= token.Token.End ? last : token;
    }
}
