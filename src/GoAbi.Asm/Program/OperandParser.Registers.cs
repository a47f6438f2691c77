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

    /// <summary>R10, or R(10) where the architecture has that form.</summary>
    private bool RegisterReference(out AsmRegister register)
    {
        register = default;
        var nameId = NameAt(position);
        if (nameId != 0 && meanings.TryGetRegister(nameId, out register))
        {
            position++;
            return true;
        }

        var name = TextAt(position);
        if (nameId == 0 || !meanings.IsPrefix(nameId))
        {
            Fail("expected register; found " + name);
            return false;
        }

        position++;
        if (!Expect(AsmTokenKind.OpenParen, "'('") || !SmallInteger(out var number) || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return false;
        }

        if (!architecture.TryGetRegister(name, number, out register))
        {
            Fail("illegal register " + name + "(0)"); // the assembler prints the register it did not find, which is 0
            return false;
        }

        return true;
    }

    private bool SmallInteger(out int value)
    {
        value = 0;
        if (Peek() != AsmTokenKind.Integer)
        {
            Fail("expected integer constant, found " + TextAt(position));
            return false;
        }

        var token = tokens[position];
        if (!GoLiterals.TryParseDecimal(stream.Sources[token.Source].Text.Slice(token.Token.Span), out var number) || number > short.MaxValue)
        {
            Fail("parsing register list: strconv.ParseInt: parsing \"" + TextAt(position) + "\": invalid syntax");
            return false;
        }

        position++;
        value = (int)number;
        return true;
    }

    private AsmOperand? Register(AsmOperandPrefix prefix)
    {
        var nameAt = position;
        if (!RegisterReference(out var register))
        {
            return null;
        }

        if (architecture.IsArm && ShiftKind(Peek()) != AsmShiftKind.None)
        {
            return Shifted(register, prefix, nameAt);
        }

        if (architecture.IsArm64 && Peek() is AsmTokenKind.Dot)
        {
            return Extended(register, prefix, nameAt);
        }

        if (prefix == AsmOperandPrefix.Address)
        {
            Fail("prefix $ not allowed for register: $" + TextAt(nameAt));
            return null;
        }

        if (Peek() == AsmTokenKind.Star)
        {
            Fail("expected simple register reference");
            return null;
        }

        if (register.IsPseudo && !isJump)
        {
            Fail("illegal use of pseudo-register");
            return null;
        }

        return new RegisterOperand(Origin(), register, prefix);
    }

    private static AsmShiftKind ShiftKind(AsmTokenKind kind) => kind switch
    {
        AsmTokenKind.ShiftLeft => AsmShiftKind.Left,
        AsmTokenKind.ShiftRight => AsmShiftKind.Right,
        AsmTokenKind.ShiftArithmetic => AsmShiftKind.ArithmeticRight,
        AsmTokenKind.RotateRight => AsmShiftKind.RotateRight,
        _ => AsmShiftKind.None,
    };

    private ShiftedRegisterOperand? Shifted(AsmRegister register, AsmOperandPrefix prefix, int nameAt)
    {
        if (prefix != AsmOperandPrefix.None)
        {
            Fail("prefix " + (prefix == AsmOperandPrefix.Address ? "$" : "*") + " not allowed for shifted register: $" + TextAt(nameAt));
            return null;
        }

        var kind = ShiftKind(Peek());
        position++;
        AsmRegister? amountRegister = null;
        var amount = 0UL;
        switch (Peek())
        {
            case AsmTokenKind.Identifier when architecture.IsArm64:
                Fail("rhs of shift must be integer: " + TextAt(position));
                return null;
            case AsmTokenKind.Identifier:
                if (!RegisterReference(out var found))
                {
                    return null;
                }

                amountRegister = found;
                break;
            case AsmTokenKind.Integer or AsmTokenKind.OpenParen:
                var text = TextAt(position);
                amount = Expression(0);
                FailIf(amount <= long.MaxValue && amount >= (architecture.IsArm64 ? 64UL : 32UL), "register shift count too large: " + text);
                break;
            default:
                Fail("unexpected " + TextAt(position) + " in register shift");
                return null;
        }

        AsmRegister? baseRegister = null;
        if (!failed && Peek() == AsmTokenKind.OpenParen)
        {
            position++;
            if (!RegisterReference(out var found) || !Expect(AsmTokenKind.CloseParen, "')'"))
            {
                return null;
            }

            baseRegister = found;
        }

        return failed ? null : new ShiftedRegisterOperand(Origin(), register, kind, unchecked((int)amount), amountRegister, baseRegister);
    }

    private AsmOperand? Extended(AsmRegister register, AsmOperandPrefix prefix, int nameAt)
    {
        if (prefix != AsmOperandPrefix.None)
        {
            Fail("prefix " + (prefix == AsmOperandPrefix.Address ? "$" : "*") + " not allowed for shifted register: $" + TextAt(nameAt));
            return null;
        }

        if (!ExtensionSuffix(out var extension, out var amount, out var element))
        {
            return null;
        }

        if (register.Class != AsmRegisterClass.General)
        {
            if (amount is not null || (element is not null ? !IsElement(extension) : !IsArrangement(extension) && register.Class == AsmRegisterClass.Vector && register.Name[0] == 'V'))
            {
                Fail(element is not null || amount is not null ? "invalid register extension" : "unsupported simd register extension type: " + extension);
                return null;
            }

            return new VectorRegisterOperand(Origin(), register, extension, element);
        }

        if (element is not null)
        {
            Fail("invalid register extension");
            return null;
        }

        if (extension is not ("UXTB" or "UXTH" or "UXTW" or "UXTX" or "SXTB" or "SXTH" or "SXTW" or "SXTX"))
        {
            Fail("unsupported general register extension type: " + extension);
            return null;
        }

        if (amount > 7)
        {
            Fail("index shift amount is out of range");
            return null;
        }

        return new ExtendedRegisterOperand(Origin(), register, extension, amount ?? 0);
    }

    /// <summary>.EXT, .EXT&lt;&lt;n or .EXT[n].</summary>
    private bool ExtensionSuffix(out string extension, out int? amount, out int? element)
    {
        (extension, amount, element) = ("", null, null);
        position++;
        extension = TextAt(position);
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
