using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>
/// One operand from its tokens, after cmd/asm/internal/asm.(*Parser).operand: forms, order and messages are the
/// assembler's. What fits no form becomes an <see cref="UnknownOperand"/>.
/// </summary>
internal sealed partial class OperandParser(ExpandedStream stream, ArchitectureNames meanings, OperandErrors errors)
{
    private readonly AsmArchitecture architecture = meanings.Architecture;
    private readonly AsmExpandedToken[] tokens = stream.Tokens;
    private int start;
    private int position;
    private int end;
    private bool isJump;
    private bool failed;
    private bool hasUnresolvedName;

    public AsmOperand Parse(TokenRange range, bool takesLabel)
    {
        start = position = range.Start;
        end = range.End;
        isJump = takesLabel;
        failed = false;
        hasUnresolvedName = false;
        errors.IsQuiet = !architecture.IsTyped;
        var operand = Operand();
        if (!failed && position < end)
        {
            Fail("expected end of operand, found " + TextAt(position));
        }

        errors.IsQuiet = false;
        operand = failed || operand is null ? new UnknownOperand(Origin()) : operand;
        operand.HasUnresolvedName = hasUnresolvedName;
        return operand;
    }

    private AsmOrigin Origin() => new(stream, start, end - start);

    private AsmTokenKind Peek(int ahead = 0) => position + ahead < end ? tokens[position + ahead].Kind : AsmTokenKind.EndOfFile;

    // As written: a name with a middle dot is in no table, with or without it.
    private int NameAt(int index) => index < end ? tokens[index].Token.NameId : 0;

    private string TextAt(int index) => index < end ? stream.GetText(tokens[index]) : "EOF";

    private void Fail(string message)
    {
        failed = true;
        errors.IsQuiet |= architecture.IsArm64 && HasScalableRegister();
        var at = position < end ? position : end - 1;
        errors.Report(at, 1, message);
    }

    private bool Expect(AsmTokenKind kind, string name)
    {
        if (Peek() == kind)
        {
            position++;
            return true;
        }

        Fail("expected " + name + ", found " + TextAt(position));
        return false;
    }

    private AsmOperand? Operand()
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
                    Fail("missing right parenthesis");
                    return null;
                }

                position++;
                var isRegister = AtRegister();
                position--;
                return isRegister ? Indirect(prefix, 0) : Constant(prefix);
            default:
                Fail("expected '(', found " + TextAt(position));
                return null;
        }
    }

    private AsmOperand? Constant(AsmOperandPrefix prefix)
    {
        if (Contains(AsmTokenKind.Float))
        {
            if (prefix != AsmOperandPrefix.Address)
            {
                Fail("floating-point constant must be an immediate");
                return null;
            }

            var number = FloatExpression(0);
            return new FloatOperand(Origin(), number);
        }

        if (Contains(AsmTokenKind.String))
        {
            return StringConstant(prefix);
        }

        var value = unchecked((long)Expression(0));
        if (failed)
        {
            return null;
        }

        if (Peek() == AsmTokenKind.OpenParen)
        {
            return Indirect(prefix, value);
        }

        return prefix == AsmOperandPrefix.Address
            ? new ImmediateOperand(Origin(), value)
            : new MemoryOperand(Origin()) { Prefix = prefix, Offset = value };
    }

    private StringOperand? StringConstant(AsmOperandPrefix prefix)
    {
        if (prefix != AsmOperandPrefix.Address)
        {
            Fail("string constant must be an immediate");
            return null;
        }

        if (Peek() != AsmTokenKind.String)
        {
            Fail("expected string constant, found " + TextAt(position));
            return null;
        }

        var bytes = new System.Collections.Generic.List<byte>();
        var token = tokens[position];
        if (!GoLiterals.TryUnquote(stream.Sources[token.Source].Text.Slice(token.Token.Span), bytes))
        {
            Fail("string parse error: invalid syntax");
            return null;
        }

        position++;
        return new StringOperand(Origin(), ImmutableArray.CreateRange(bytes));
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
