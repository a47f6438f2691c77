using System;
using System.Buffers;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>The main loop: what comes out of the stack of readers goes into one array.</summary>
internal sealed partial class Preprocessor
{
    private const int CancellationInterval = 1 << 13;

    private bool sawCode;
    private AsmExpandedToken[] output = [];
    private int count;

    private void Main(AsmSyntaxTree tree)
    {
        readers.PushFile(tree.LexedTokens, source: 0, expansion: 0);
        output = ArrayPool<AsmExpandedToken>.Shared.Rent(tree.LexedTokens.Length + 64);
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
                    if (sawCode && count > 0)
                    {
                        Error("//go:build must stand before all code and directives", DiagnosticIds.AssemblySyntax);
                    }

                    continue;
                }

                sawCode |= kind != AsmTokenKind.Newline;
                if (kind != AsmTokenKind.Hash)
                {
                    Append(current, currentSource, currentExpansion);
                }
            }

            stream.Tokens = output.AsSpan(0, count).ToArray();
        }
        finally
        {
            ArrayPool<AsmExpandedToken>.Shared.Return(output);
        }
    }

    private void Append(in LexedToken token, int source, int expansion)
    {
        if (count == output.Length)
        {
            var larger = ArrayPool<AsmExpandedToken>.Shared.Rent(output.Length * 2);
            output.AsSpan(0, count).CopyTo(larger);
            ArrayPool<AsmExpandedToken>.Shared.Return(output);
            output = larger;
        }

        output[count++] = new AsmExpandedToken(token.ToToken(names), source, expansion);
        if ((count & (CancellationInterval - 1)) == 0)
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
        var (first, position) = (top.Position, top.Position);
        var last = AsmTokenKind.EndOfFile;
        var limit = readers.Depth == 1 ? top.End : (int)Math.Min(top.End, (long)position + Math.Max(0, budget));
        for (; position < limit; position++)
        {
            var (token, source) = top.File is { } file ? (file[position], top.Source)
                : top.Body is { } body ? (body[position].Token, body[position].Source)
                : (readers.ArenaAt(position).Token, readers.ArenaAt(position).Source);
            var kind = token.Kind;
            if (kind == AsmTokenKind.Identifier ? macros.MayHave(token.NameId) : kind is AsmTokenKind.Hash or AsmTokenKind.BuildComment)
            {
                break;
            }

            last = kind;
            sawCode |= kind != AsmTokenKind.Newline;
            Append(token, source, top.Expansion);
        }

        if (position > first)
        {
            top.Position = position;
            beginningOfLine = last == AsmTokenKind.Newline;
            budget -= readers.Depth == 1 ? 0 : position - first;
        }
    }
}
