using System;
using System.Collections.Immutable;
using System.Text;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>The operands of a listing: where they are, and what the assembler's own parser makes of those that it can read.</summary>
internal static class ListingOperands
{
    /// <summary>Divides at ", " outside of parentheses, brackets, braces and quotes: names of types have all of them.</summary>
    public static ImmutableArray<TextSpan> Split(string text, int start, int end)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>(3);
        var nesting = 0;
        var first = start;
        var quotes = true;
        for (var at = start; at < end; at++)
        {
            switch (text[at])
            {
                case '(' or '[' or '{':
                    nesting++;
                    break;
                case ')' or ']' or '}':
                    nesting--;
                    break;
                case '"' when quotes:
                    // A quote that nothing closes is looked for once, not again from each one behind it.
                    var close = EndOfQuoted(text, at, end);
                    quotes = close != at;
                    at = close;
                    break;
                case ',' when nesting <= 0 && at + 1 < end && text[at + 1] == ' ':
                    spans.Add(TextSpan.FromBounds(first, at));
                    first = at + 2;
                    break;
            }
        }

        spans.Add(TextSpan.FromBounds(first, end));
        return spans.ToImmutable();
    }

    /// <summary>
    /// The operands of all instructions of a function, as the assembler reads them: its instructions are assembled as a small file of their own, a stand-in for each operand
    /// with a symbol.
    /// </summary>
    public static ImmutableArray<AsmOperand?>[] Type(AsmListingFunction function, ListingContext context)
    {
        var instructions = function.Instructions;
        var typed = new ImmutableArray<AsmOperand?>[instructions.Length];
        if (context.Architecture is null)
        {
            return typed;
        }

        var source = Write(function);
        var tree = AsmSyntaxTree.Parse(source, context.Names.Value);
        var program = AsmProgram.Create(tree, context.Target, AsmProgramOptions.Default);
        foreach (var statement in program.Statements)
        {
            // Line 0 is TEXT.
            var index = source.Text.GetLinePosition(statement.Origin.Location.Span.Start).Line - 1;
            if (index >= 0 && index < typed.Length)
            {
                typed[index] = Readable(instructions[index], statement);
            }
        }

        return typed;
    }

    private static SourceFile Write(AsmListingFunction function)
    {
        var text = new StringBuilder("TEXT f(SB), 0, $0\n");
        foreach (var instruction in function.Instructions)
        {
            var mnemonic = instruction.Mnemonic;
            if (mnemonic is not ("TEXT" or "PCDATA" or "FUNCDATA" or "DATA" or "GLOBL"))
            {
                text.Append(mnemonic);
                var separator = "\t";
                foreach (var operand in instruction.OperandTexts)
                {
                    text.Append(separator).Append(ListingSymbolOperand.TryRead(operand, out _) ? "s(SB)" : operand);
                    separator = ", ";
                }
            }

            text.Append('\n');
        }

        return new SourceFile("<listing>", SourceText.FromString(text.ToString()));
    }

    // Where a statement has more or fewer operands than are printed, which is which can't be told.
    private static ImmutableArray<AsmOperand?> Readable(AsmListingInstruction instruction, AsmStatement statement)
    {
        var texts = instruction.OperandTexts;
        if (statement.Operands.Length != texts.Length)
        {
            return default;
        }

        var operands = ImmutableArray.CreateBuilder<AsmOperand?>(texts.Length);
        foreach (var operand in statement.Operands)
        {
            operands.Add(operand is UnknownOperand ? null : operand);
        }

        return operands.MoveToImmutable();
    }

    private static int EndOfQuoted(string text, int quote, int end)
    {
        // "".f: the package's own path in listings of Go 1.17 and 1.18.
        for (var at = quote + 1; at < end; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == '"')
            {
                return at;
            }
        }

        return quote;
    }
}
