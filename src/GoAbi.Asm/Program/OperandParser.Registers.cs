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

        var name = TextAt(position);
        if (nameId == 0 || !meanings.IsPrefix(nameId))
        {
            return Fail("expected register; found " + name);
        }

        position++;
        if (!Expect(AsmTokenKind.OpenParen, "'('") || !SmallInteger(out var number) || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return false;
        }

        if (!architecture.TryGetRegister(name, number, out var found))
        {
            return Fail("illegal register " + name + "(0)"); // the assembler prints the register it did not find, which is 0
        }

        register = records.FieldOf(found);
        return true;
    }

    private bool SmallInteger(out int value)
    {
        value = 0;
        if (Peek() != AsmTokenKind.Integer)
        {
            return Fail("expected integer constant, found " + TextAt(position));
        }

        if (!GoLiterals.TryParseDecimal(stream.SpellingAt(position), out var number) || number > short.MaxValue)
        {
            return Fail("parsing register list: strconv.ParseInt: parsing \"" + TextAt(position) + "\": invalid syntax");
        }

        position++;
        value = (int)number;
        return true;
    }

    private bool Register(AsmOperandPrefix prefix)
    {
        var nameAt = position;
        if (!RegisterReference(out var register))
        {
            return false;
        }

        operand.Register = (ushort)register;
        if (position < end)
        {
            if (architecture.IsArm && ShiftKind(Peek()) != OperandModifier.None)
            {
                return Shifted(prefix, nameAt);
            }

            if (architecture.IsArm64 && Peek() is AsmTokenKind.Dot)
            {
                return Extended(prefix, nameAt);
            }
        }

        if (prefix == AsmOperandPrefix.Address)
        {
            return Fail("prefix $ not allowed for register: $" + TextAt(nameAt));
        }

        if (Peek() == AsmTokenKind.Star)
        {
            return Fail("expected simple register reference");
        }

        if (!isJump && records.Register(register).IsPseudo)
        {
            return Fail("illegal use of pseudo-register");
        }

        return Is(OperandForm.Register, prefix);
    }

    private static OperandModifier ShiftKind(AsmTokenKind kind) => kind switch
    {
        AsmTokenKind.ShiftLeft => OperandModifier.Left,
        AsmTokenKind.ShiftRight => OperandModifier.Right,
        AsmTokenKind.ShiftArithmetic => OperandModifier.ArithmeticRight,
        AsmTokenKind.RotateRight => OperandModifier.RotateRight,
        _ => OperandModifier.None,
    };

    private bool Shifted(AsmOperandPrefix prefix, int nameAt)
    {
        if (prefix != AsmOperandPrefix.None)
        {
            return Fail("prefix " + (prefix == AsmOperandPrefix.Address ? "$" : "*") + " not allowed for shifted register: $" + TextAt(nameAt));
        }

        operand.Modifier = ShiftKind(Peek());
        position++;
        switch (Peek())
        {
            case AsmTokenKind.Identifier when architecture.IsArm64:
                return Fail("rhs of shift must be integer: " + TextAt(position));
            case AsmTokenKind.Identifier:
                if (!RegisterReference(out var amountRegister))
                {
                    return false;
                }

                operand.Index = (ushort)amountRegister;
                break;
            case AsmTokenKind.Integer or AsmTokenKind.OpenParen:
                var amountAt = position;
                var amount = Expression(0);
                if (!failed && amount <= long.MaxValue && amount >= (architecture.IsArm64 ? 64UL : 32UL))
                {
                    return Fail("register shift count too large: " + TextAt(amountAt));
                }

                operand.Value = unchecked((int)amount);
                break;
            default:
                return Fail("unexpected " + TextAt(position) + " in register shift");
        }

        if (!failed && Peek() == AsmTokenKind.OpenParen)
        {
            position++;
            if (!RegisterReference(out var baseRegister) || !Expect(AsmTokenKind.CloseParen, "')'"))
            {
                return false;
            }

            operand.Extra = baseRegister;
        }

        return !failed && Is(OperandForm.ShiftedRegister);
    }

    private bool Extended(AsmOperandPrefix prefix, int nameAt)
    {
        if (prefix != AsmOperandPrefix.None)
        {
            return Fail("prefix " + (prefix == AsmOperandPrefix.Address ? "$" : "*") + " not allowed for shifted register: $" + TextAt(nameAt));
        }

        if (!ExtensionSuffix(out var nameId, out var amount, out var element))
        {
            return false;
        }

        var register = records.Register(operand.Register);
        var extension = stream.Names.GetText(nameId);
        if (register.Class != AsmRegisterClass.General)
        {
            if (amount is not null || (element is not null ? !IsElement(extension) : !IsArrangement(extension) && register.Class == AsmRegisterClass.Vector && register.Name[0] == 'V'))
            {
                return Fail(element is not null || amount is not null ? "invalid register extension" : "unsupported simd register extension type: " + extension);
            }

            operand.NameId = nameId;
            operand.Value = element ?? -1;
            return Is(OperandForm.VectorRegister);
        }

        if (element is not null)
        {
            return Fail("invalid register extension");
        }

        operand.Modifier = OperandModifiers.OfExtension(extension);
        if (operand.Modifier == OperandModifier.None)
        {
            return Fail("unsupported general register extension type: " + extension);
        }

        if (amount > 7)
        {
            return Fail("index shift amount is out of range");
        }

        operand.Value = amount ?? 0;
        operand.Flags |= amount is null ? OperandFlags.None : OperandFlags.HasAmount;
        return Is(OperandForm.ExtendedRegister);
    }

    /// <summary>.EXT, .EXT&lt;&lt;n or .EXT[n].</summary>
    private bool ExtensionSuffix(out int nameId, out int? amount, out int? element)
    {
        (amount, element) = (null, null);
        position++;
        nameId = CanonicalAt(position);
        if (!Expect(AsmTokenKind.Identifier, "identifier"))
        {
            return false;
        }

        if (Peek() == AsmTokenKind.ShiftLeft)
        {
            position++;
            if (!SmallInteger(out var number))
            {
                return false;
            }

            amount = number;
        }
        else if (Peek() == AsmTokenKind.OpenBracket)
        {
            position++;
            if (!SmallInteger(out var number) || !Expect(AsmTokenKind.CloseBracket, "']'"))
            {
                return false;
            }

            element = number;
        }

        return true;
    }

    private static bool IsElement(string name) => name is "B" or "H" or "S" or "D";

    // B, H, S and D alone pass the parser too (arch.ARM64RegisterExtension returns no error for them).
    private static bool IsArrangement(string name) =>
        name is "B8" or "B16" or "H4" or "H8" or "S2" or "S4" or "D1" or "D2" or "Q1" || IsElement(name);
}
