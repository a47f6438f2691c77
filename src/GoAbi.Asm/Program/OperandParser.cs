using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>
/// One operand from its tokens, after cmd/asm/internal/asm.(*Parser).operand: forms, order and messages are the
/// assembler's. What fits no form has the form <see cref="OperandForm.Unknown"/>. Nothing is allocated but for strings and register lists.
/// </summary>
internal sealed partial class OperandParser(ExpandedStream stream, ArchitectureNames meanings, ProgramRecords records, OperandErrors errors)
{
    private readonly AsmArchitecture architecture = meanings.Architecture;
    private readonly LexedToken[] tokens = stream.Lexed;
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
        errors.IsQuiet = !architecture.IsTyped;
        if (!Operand())
        {
            failed = true;
        }
        else if (!failed && position < end)
        {
            Fail("expected end of operand, found " + TextAt(position));
        }

        errors.IsQuiet = false;
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

    private string TextAt(int index) => index < end ? stream.GetText(index) : "EOF";

    // Always false, for "return Fail(...)".
    private bool Fail(string message)
    {
        failed = true;
        errors.IsQuiet |= architecture.IsArm64 && HasScalableRegister();
        var at = position < end ? position : end - 1;
        errors.Report(at, 1, message);
        return false;
    }

    private bool Expect(AsmTokenKind kind, string name)
    {
        if (Peek() == kind)
        {
            position++;
            return true;
        }

        return Fail("expected " + name + ", found " + TextAt(position));
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
                return RegisterList(prefix);
            case AsmTokenKind.Integer or AsmTokenKind.Float or AsmTokenKind.String or AsmTokenKind.Char
                or AsmTokenKind.Plus or AsmTokenKind.Minus or AsmTokenKind.Tilde:
                return Constant(prefix);
            case AsmTokenKind.OpenParen:
                if (position + 1 >= end)
                {
                    return Fail("missing right parenthesis");
                }

                position++;
                var isRegister = AtRegister();
                position--;
                return isRegister ? Indirect(prefix, 0) : Constant(prefix);
            default:
                return Fail("expected '(', found " + TextAt(position));
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
                return Fail("floating-point constant must be an immediate");
            }

            operand.Value = System.BitConverter.DoubleToInt64Bits(FloatExpression(0));
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

        if (Peek() == AsmTokenKind.OpenParen)
        {
            return Indirect(prefix, value);
        }

        operand.Value = value;
        return Is(prefix == AsmOperandPrefix.Address ? OperandForm.Immediate : OperandForm.Memory, prefix);
    }

    private bool StringConstant(AsmOperandPrefix prefix)
    {
        if (prefix != AsmOperandPrefix.Address)
        {
            return Fail("string constant must be an immediate");
        }

        if (Peek() != AsmTokenKind.String)
        {
            return Fail("expected string constant, found " + TextAt(position));
        }

        var bytes = new System.Collections.Generic.List<byte>();
        if (!GoLiterals.TryUnquote(stream.SpellingAt(position), bytes))
        {
            return Fail("string parse error: invalid syntax");
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

    // SVE forms are not read fully yet: they are unknown, not wrong.
    private bool HasScalableRegister()
    {
        for (var i = start; i < end; i++)
        {
            if (tokens[i].Kind == AsmTokenKind.Identifier && TextAt(i) is { Length: > 1 } text
                && text[0] is 'Z' or 'P' or 'V'
                && (text == "VL" || (text[0] != 'V' && meanings.TryGetRegister(NameAt(i), out var register)
                    && register.Class is AsmRegisterClass.Vector or AsmRegisterClass.Mask)))
            {
                return true;
            }
        }

        return false;
    }
}
