using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Registers alone: plain, shifted, extended, with an arrangement.</summary>
internal sealed partial class OperandParser
{
    private bool AtRegister()
    {
        if (Peek() != AsmTokenKind.Identifier)
        {
            return false;
        }

        var name = NameAt(position);
        return meanings.IsRegister(name) || (Peek(1) == AsmTokenKind.OpenParen && meanings.IsPrefix(name));
    }

    /// <summary>R10, or R(10) where the architecture has that form; as the number of its field in records.</summary>
    private bool RegisterReference(out int register)
    {
        register = 0;
        var nameId = NameAt(position);
        if (nameId != 0 && meanings.TryGetRegisterIndex(nameId, out var index))
        {
            position++;
            register = index + 1;
            return true;
        }

        if (nameId == 0 || !meanings.IsPrefix(nameId))
        {
            return Fail("expected a register, found " + Shown(position));
        }

        var nameAt = position++;
        if (!Expect(AsmTokenKind.OpenParen, "'('") || !SmallInteger(out var number) || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return false;
        }

        if (!architecture.TryGetRegister(TextAt(nameAt), number, out var found))
        {
            return FailAt(nameAt, "there is no register " + TextAt(nameAt) + "(" + TextAt(nameAt + 2) + ")");
        }

        register = records.FieldOf(found);
        return true;
    }

    private bool SmallInteger(out int value)
    {
        value = 0;
        if (Peek() != AsmTokenKind.Integer)
        {
            return Fail("expected an integer, found " + Shown(position));
        }

        if (!GoLiterals.TryParseDecimal(stream.SpellingAt(position), out var number) || number > short.MaxValue)
        {
            return Fail(Shown(position) + " is no decimal number up to 32767");
        }

        position++;
        value = (int)number;
        return true;
    }

    // cmd/asm/internal/asm.(*Parser).atRegisterShift, atRegisterExtension: at the register's name.
    private bool AtShift() =>
        architecture.Family is ArchitectureFamily.Arm or ArchitectureFamily.Arm64
        && (ShiftKind(Peek(1)) != OperandModifier.None
            || (Peek(1) == AsmTokenKind.OpenParen && Peek(2) == AsmTokenKind.Integer && Peek(3) == AsmTokenKind.CloseParen && ShiftKind(Peek(4)) != OperandModifier.None));

    private bool AtExtension() =>
        Peek(1) == AsmTokenKind.Dot && (architecture.IsArm64 || (architecture.Family == ArchitectureFamily.Loong64 && architecture.Minor >= 24));

    private bool Register(AsmOperandPrefix prefix)
    {
        var nameAt = position;
        if (position + 1 < end)
        {
            if (AtShift())
            {
                return Shifted(prefix);
            }

            if (AtExtension() || AtBareElement())
            {
                return Extended(prefix);
            }
        }

        if (!RegisterReference(out var register))
        {
            return false;
        }

        operand.Register = (ushort)register;
        if (prefix == AsmOperandPrefix.Address)
        {
            return FailAt(start, "a register takes no '$'");
        }

        switch (Peek())
        {
            case AsmTokenKind.Star:
                return Fail("a scaled register stands in parentheses");
            case AsmTokenKind.Plus or AsmTokenKind.Comma or AsmTokenKind.Colon:
                return Joined();
        }

        if (!isJump && records.IsPseudo(register))
        {
            return FailAt(nameAt, TextAt(nameAt) + " is no register of the machine: it can't be an operand by itself");
        }

        return Is(OperandForm.Register, prefix);
    }

    // R1+R2 without parentheses: refused everywhere, but for one assembler that does not survive it.
    private bool Joined()
    {
        var at = position;
        if (Second(out _))
        {
            FailAt(at, "two registers stand in parentheses; the assembler crashes here", DiagnosticIds.AssemblerCrash);
        }

        return false;
    }

    private static OperandModifier ShiftKind(AsmTokenKind kind) => kind switch
    {
        AsmTokenKind.ShiftLeft => OperandModifier.Left,
        AsmTokenKind.ShiftRight => OperandModifier.Right,
        AsmTokenKind.ShiftArithmetic => OperandModifier.ArithmeticRight,
        AsmTokenKind.RotateRight => OperandModifier.RotateRight,
        _ => OperandModifier.None,
    };

    private bool Shifted(AsmOperandPrefix prefix)
    {
        var nameAt = position;
        if (prefix != AsmOperandPrefix.None)
        {
            return FailAt(start, "a shifted register takes no '$' or '*'");
        }

        if (!RegisterReference(out var register))
        {
            return false;
        }

        operand.Register = (ushort)register;
        operand.Modifier = ShiftKind(Peek());
        position++;
        switch (Peek())
        {
            case AsmTokenKind.Identifier when !architecture.IsArm64:
                if (!RegisterReference(out var amountRegister))
                {
                    return false;
                }

                operand.Index = (ushort)amountRegister;
                break;
            case AsmTokenKind.Integer or AsmTokenKind.OpenParen:
                var amountAt = position;
                var amount = Expression(0);
                var limit = architecture.IsArm64 ? 64UL : 32UL;
                if (!failed && !hasUnresolvedName && amount <= long.MaxValue && amount >= limit)
                {
                    return FailAt(amountAt, "the shift is " + (limit - 1) + " at most", DiagnosticIds.OperandRange);
                }

                operand.Value = unchecked((int)amount);
                break;
            default:
                return Fail(architecture.IsArm64 ? "a register is shifted by a number, not by " + Shown(position) : "a register is shifted by a number or a register, not by " + Shown(position));
        }

        if (failed)
        {
            return false;
        }

        if (architecture.IsArm64 && (records.Register(register).Class != AsmRegisterClass.General || records.Register(register).IsStackPointer))
        {
            return FailAt(nameAt, TextAt(nameAt) + " can't be shifted");
        }

        if (Peek() == AsmTokenKind.OpenParen)
        {
            position++;
            if (!RegisterReference(out var baseRegister) || !Expect(AsmTokenKind.CloseParen, "')'"))
            {
                return false;
            }

            operand.Extra = baseRegister;
        }

        return Is(OperandForm.ShiftedRegister);
    }
}
