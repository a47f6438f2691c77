using System;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// One operand from its tokens, after cmd/asm/internal/asm.(*Parser).operand: what it accepts, oddities included, is what the assembler of the target's version
/// accepts. What it refuses has the form <see cref="OperandForm.Unknown"/>. Nothing is allocated but for strings and register lists.
/// </summary>
internal sealed partial class OperandParser(ExpandedStream stream, ArchitectureNames meanings, ProgramRecords records, OperandErrors errors)
{
    private readonly AsmArchitecture architecture = meanings.Architecture;
    private readonly LexedToken[] tokens = stream.Lexed;

    // The run of the stream that the last number was in, and its file's text.
    private int runStart;
    private int runEnd;
    private string runText = "";
    private int start;
    private int position;
    private int end;
    private bool isJump;
    private bool failed;
    private bool hasUnresolvedName;

    // What the forms below fill in.
    private OperandRecord operand;

    public void Parse(TokenRange range, bool takesLabel, out OperandRecord result)
    {
        start = position = range.Start;
        end = range.End;
        isJump = takesLabel;
        failed = false;
        hasUnresolvedName = false;
        operand = Blank(range);
        if (!Operand())
        {
            failed = true;
        }
        else if (!failed && position < end)
        {
            Fail("unexpected " + Shown(position) + " behind an operand");
        }

        if (failed)
        {
            operand = Blank(range);
        }

        if (hasUnresolvedName)
        {
            operand.Flags |= OperandFlags.HasUnresolvedName;
        }

        result = operand;
    }

    private static OperandRecord Blank(TokenRange range) => new() { FirstToken = range.Start, TokenCount = range.Length };

    private bool Is(OperandForm form, AsmOperandPrefix prefix = AsmOperandPrefix.None)
    {
        operand.Form = form;
        operand.Flags = (operand.Flags & ~OperandFlags.PrefixMask) | (OperandFlags)prefix;
        return true;
    }

    private AsmTokenKind Peek(int ahead = 0) => position + ahead < end ? tokens[position + ahead].Kind : AsmTokenKind.EndOfFile;

    // As written: a name with a middle dot is in no table, with or without it.
    private int NameAt(int index) => index < end ? tokens[index].NameId : 0;

    // With '.' for '·'; 0 where there is no name.
    private int CanonicalAt(int index) => NameAt(index) is var id and not 0 ? stream.Names.GetCanonical(id) : 0;

    private string TextAt(int index) => index < end ? stream.GetText(index) : "";

    // Numbers are many, and one after another in the same file.
    private ReadOnlySpan<char> NumberAt(int index)
    {
        if (index < runStart || index >= runEnd)
        {
            runText = stream.TextAround(index, out runStart, out runEnd);
        }

        return runText.AsSpan(tokens[index].Start, tokens[index].NumberLength);
    }

    // For messages.
    private string Shown(int index) => index < end ? "'" + stream.GetText(index) + "'" : "the end of the operand";

    // Always false, for "return Fail(...)".
    private bool Fail(string message, string id = DiagnosticIds.AssemblySyntax) => FailAt(position < end ? position : end - 1, message, id);

    private bool FailAt(int token, string message, string id = DiagnosticIds.AssemblySyntax)
    {
        failed = true;
        errors.Report(token, 1, message, id);
        return false;
    }

    private bool Expect(AsmTokenKind kind, string name)
    {
        if (Peek() == kind)
        {
            position++;
            return true;
        }

        return Fail("expected " + name + ", found " + Shown(position));
    }

    // False where it fails or fits no form.
    private bool Operand()
    {
        var prefix = Peek() switch
        {
            AsmTokenKind.Dollar => AsmOperandPrefix.Address,
            AsmTokenKind.Star => AsmOperandPrefix.Indirect,
            _ => AsmOperandPrefix.None,
        };
        position += prefix == AsmOperandPrefix.None ? 0 : 1;
        switch (Peek())
        {
            case AsmTokenKind.Identifier when !AtRegister():
                return SpecialOrSymbol(prefix);
            case AsmTokenKind.Identifier:
                return Register(prefix);
            case AsmTokenKind.OpenBracket:
                return prefix == AsmOperandPrefix.None ? RegisterList() : Fail("a register list takes no '$' or '*'");
            case AsmTokenKind.Integer or AsmTokenKind.Float or AsmTokenKind.String or AsmTokenKind.Char
                or AsmTokenKind.Plus or AsmTokenKind.Minus or AsmTokenKind.Tilde:
                return Constant(prefix);
            case AsmTokenKind.OpenParen:
                if (position + 1 >= end)
                {
                    return Fail("a ')' is missing");
                }

                if (AtVectorLength())
                {
                    return VectorLengthMemory(prefix);
                }

                // A register in the form R(n) counts as the begin of an expression here.
                return meanings.IsRegister(NameAt(position + 1)) ? Indirect(prefix, isSymbol: false) : Constant(prefix);
            case AsmTokenKind.EndOfFile:
                return Fail("an operand is missing behind " + Shown(position - 1));
            default:
                // The assembler drops the token and reads on where a '(' follows.
                if (Peek(1) != AsmTokenKind.OpenParen)
                {
                    return Fail("no operand begins with " + Shown(position));
                }

                position++;
                return Indirect(prefix, isSymbol: false);
        }
    }

    private bool Constant(AsmOperandPrefix prefix)
    {
        // One integer, as most constants are.
        if (position + 1 == end && Peek() == AsmTokenKind.Integer)
        {
            operand.Value = unchecked((long)Integer());
            return !failed && Is(prefix == AsmOperandPrefix.Address ? OperandForm.Immediate : OperandForm.Memory, prefix);
        }

        if (Contains(AsmTokenKind.Float))
        {
            if (prefix != AsmOperandPrefix.Address)
            {
                return Fail("a floating-point number is written with '$'");
            }

            operand.Value = BitConverter.DoubleToInt64Bits(FloatExpression(0));
            return Is(OperandForm.Float, prefix);
        }

        if (Contains(AsmTokenKind.String))
        {
            return StringConstant(prefix);
        }

        var value = unchecked((long)Expression(0));
        if (failed)
        {
            return false;
        }

        operand.Value = value;
        if (Peek() == AsmTokenKind.OpenParen)
        {
            return Indirect(prefix, isSymbol: false);
        }

        return Is(prefix == AsmOperandPrefix.Address ? OperandForm.Immediate : OperandForm.Memory, prefix);
    }

    private bool StringConstant(AsmOperandPrefix prefix)
    {
        if (prefix != AsmOperandPrefix.Address)
        {
            return Fail("a string is written with '$'");
        }

        if (Peek() != AsmTokenKind.String)
        {
            return Fail("expected a string, found " + Shown(position));
        }

        var bytes = new System.Collections.Generic.List<byte>();
        if (!GoLiterals.TryUnquote(stream.SpellingAt(position), bytes))
        {
            return Fail("the string's escapes or its end can't be read");
        }

        position++;
        operand.Extra = records.Strings.Count;
        records.Strings.Add(ImmutableArray.CreateRange(bytes));
        return Is(OperandForm.String, prefix);
    }

    private bool Contains(AsmTokenKind kind)
    {
        for (var i = position; i < end; i++)
        {
            if (tokens[i].Kind == kind)
            {
                return true;
            }
        }

        return false;
    }
}
