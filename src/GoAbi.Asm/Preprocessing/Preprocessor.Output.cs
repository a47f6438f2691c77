using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>The main loop: what comes out of the stack of readers goes into the builder of the stream.</summary>
internal sealed partial class Preprocessor
{
    private const int CancellationInterval = 1 << 13;

    private bool sawCode;
    private ExpandedStreamBuilder output = null!;

    private void Main(AsmSyntaxTree tree)
    {
        readers.PushFile(tree.LexedTokens, source: 0, expansion: 0);
        output = new ExpandedStreamBuilder(tree.LexedTokens.Length + 64);
        try
        {
            while (true)
            {
                CopyRun();
                var kind = Next();
                if (kind == AsmTokenKind.EndOfFile)
                {
                    break;
                }

                if (kind == AsmTokenKind.BuildComment)
                {
                    // The assembler has no line to report at before its first token, and says nothing.
                    if (sawCode && output.Count > 0)
                    {
                        Error("//go:build must stand before all code and directives", DiagnosticIds.AssemblySyntax);
                    }

                    continue;
                }

                sawCode |= kind != AsmTokenKind.Newline;
                if (kind != AsmTokenKind.Hash)
                {
                    Append(current, currentSource, currentExpansion, currentPosition);
                }
            }

            output.Finish(stream);
            stream.Expansions.Finish();
        }
        finally
        {
            output.Release();
        }
    }

    private void Append(LexedToken token, int source, int expansion, int position)
    {
        output.Add(token, source, expansion, position);
        if ((output.Count & (CancellationInterval - 1)) == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    // Nearly all tokens mean nothing to the preprocessor. What Next would return one by one is copied here in one go, up to a
    // macro's name, a directive or the reader's end.
    private void CopyRun()
    {
        if (hasPeek || !IsEnabled)
        {
            return;
        }

        ref var top = ref readers.Top;
        var first = top.Position;
        var limit = readers.Depth == 1 ? top.End : (int)Math.Min(top.End, (long)first + Math.Max(0, budget));
        var position = top.File is { } file ? CopyFile(file, first, limit, top.Source, top.Expansion)
            : top.Body is { } body ? CopyTokens(body, first, limit, top.Expansion)
            : CopyTokens(readers.Arena, first, limit, top.Expansion);
        if (position > first)
        {
            top.Position = position;
            budget -= readers.Depth == 1 ? 0 : position - first;
        }
    }

    private int CopyFile(LexedToken[] file, int first, int limit, int source, int expansion)
    {
        var filter = macros.Filter;
        var position = first;
        while (position < limit && !IsStop(file[position], filter))
        {
            position++;
        }

        if (position > first)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = first; i < position && !sawCode; i++)
            {
                sawCode = file[i].Kind != AsmTokenKind.Newline;
            }

            beginningOfLine = file[position - 1].Kind == AsmTokenKind.Newline;
            output.AddFromFile(file.AsSpan(first, position - first), source, expansion, first);
        }

        return position;
    }

    private int CopyTokens(SourcedToken[] tokens, int first, int limit, int expansion)
    {
        var filter = macros.Filter;
        var position = first;
        while (position < limit && !IsStop(tokens[position].Token, filter))
        {
            position++;
        }

        if (position > first)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = first; i < position && !sawCode; i++)
            {
                sawCode = tokens[i].Token.Kind != AsmTokenKind.Newline;
            }

            beginningOfLine = tokens[position - 1].Token.Kind == AsmTokenKind.Newline;
            output.AddFromMacro(tokens.AsSpan(first, position - first), expansion);
        }

        return position;
    }

    private static bool IsStop(LexedToken token, ulong[] filter) => token.Kind is var kind
        && (kind == AsmTokenKind.Identifier ? MacroTable.MayHave(filter, token.NameId) : kind is AsmTokenKind.Hash or AsmTokenKind.BuildComment);
}
