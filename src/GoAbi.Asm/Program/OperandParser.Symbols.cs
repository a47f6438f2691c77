namespace GoAbi.Asm;

/// <summary>Symbols and labels: cmd/asm/internal/asm.(*Parser).symbolReference, symRefAttrs and funcAddress.</summary>
internal sealed partial class OperandParser
{
    /// <summary>Whether name&lt;ABI&gt; is allowed in the package at hand.</summary>
    public bool AllowsSelectors { get; init; }

    /// <summary>
    /// Whether go_asm.h was included empty: the constants that the compiler would have put there are names then. They count as 0.
    /// </summary>
    public bool AllowsUnresolvedNames { get; init; }

    private bool SpecialOrSymbol(AsmOperandPrefix prefix)
    {
        var nameAt = position++;
        operand.NameId = CanonicalAt(nameAt);
        if (position >= end && meanings.IsSpecial(NameAt(nameAt)))
        {
            return Is(OperandForm.Special, prefix);
        }

        var isStatic = Attributes(nameAt);
        var offset = 0L;
        var isPlain = !isStatic;
        if (Peek() is AsmTokenKind.Plus or AsmTokenKind.Minus)
        {
            isPlain &= Peek() == AsmTokenKind.Plus && Peek(1) == AsmTokenKind.Integer && Peek(2) == AsmTokenKind.OpenParen;
            offset = unchecked((long)Expression(0));
        }

        operand.Value = offset;
        operand.Flags |= isStatic ? OperandFlags.IsStatic : OperandFlags.None;
        var mayBeConstant = AllowsUnresolvedNames && !isStatic && operand.Extra == 0;
        if (position >= end)
        {
            if (prefix == AsmOperandPrefix.None && isJump)
            {
                return Is(OperandForm.Label);
            }

            if (mayBeConstant)
            {
                hasUnresolvedName = true;
                operand.NameId = 0;
                return Is(prefix == AsmOperandPrefix.Address ? OperandForm.Immediate : OperandForm.Memory, prefix);
            }

            return Fail("illegal or missing addressing mode for symbol " + TextAt(nameAt));
        }

        if (mayBeConstant && !AtPseudoRegister())
        {
            // A constant of go_asm.h: const_x(REG), T_field+8(REG), or one that an operator follows.
            position = nameAt;
            operand.NameId = 0;
            operand.Value = 0;
            return Constant(prefix);
        }

        if (!Expect(AsmTokenKind.OpenParen, "'('"))
        {
            return false;
        }

        var registerAt = position;
        var pseudo = NameAt(position) switch
        {
            KnownNames.SB => AsmPseudoRegister.SB,
            KnownNames.FP => AsmPseudoRegister.FP,
            KnownNames.SP => AsmPseudoRegister.SP,
            KnownNames.PC => AsmPseudoRegister.PC,
            _ => AsmPseudoRegister.None,
        };
        if (!Expect(AsmTokenKind.Identifier, "identifier") || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return false;
        }

        if (pseudo == AsmPseudoRegister.None)
        {
            return Fail("expected pseudo-register; found " + TextAt(registerAt));
        }

        if (pseudo == AsmPseudoRegister.PC && prefix != AsmOperandPrefix.None)
        {
            return Fail("illegal addressing mode for PC");
        }

        operand.Modifier = (OperandModifier)pseudo;
        var hasIndex = Peek() == AsmTokenKind.OpenParen;
        if (hasIndex && !Index())
        {
            return false;
        }

        operand.Flags |= isPlain && !hasIndex && pseudo == AsmPseudoRegister.SB ? OperandFlags.IsPlainReference : OperandFlags.None;
        return Is(OperandForm.Symbol, prefix);
    }

    // (SB), (FP), (SP) or (PC).
    private bool AtPseudoRegister()
    {
        if (Peek() != AsmTokenKind.OpenParen || position + 1 >= end)
        {
            return false;
        }

        return tokens[position + 1].NameId is KnownNames.SB or KnownNames.FP or KnownNames.SP or KnownNames.PC;
    }

    // name(SB)(REG*scale) or name(SB)(REG).
    private bool Index()
    {
        position++;
        var scale = 0;
        if (!RegisterReference(out var register)
            || (Peek() == AsmTokenKind.Star && !Scale(out scale))
            || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return false;
        }

        operand.Index = (ushort)register;
        operand.Amount = (byte)scale;
        return true;
    }

    /// <summary>&lt;&gt; or &lt;ABI&gt;; true for the former.</summary>
    private bool Attributes(int nameAt)
    {
        if (Peek() != AsmTokenKind.Less)
        {
            return false;
        }

        position++;
        var isStatic = Peek() == AsmTokenKind.Greater;
        if (Peek() == AsmTokenKind.Identifier)
        {
            operand.Extra = CanonicalAt(position++);
            if (!AllowsSelectors)
            {
                // Wrong, but the shape stays known: asm -gensymabis goes on with ABI0.
                errors.Report(position - 1, 1, "ABI selector only permitted when compiling runtime, reference was to \"" + TextAt(nameAt) + "\"");
            }
            else if (!AbiSelectors.IsValid(TextAt(position - 1)))
            {
                errors.Report(position - 1, 1, "malformed ABI selector \"" + TextAt(position - 1) + "\" in reference to \"" + TextAt(nameAt) + "\"");
            }
        }

        if (Peek() == AsmTokenKind.Greater)
        {
            position++;
        }
        else
        {
            Fail("expected '>', found " + TextAt(position));
        }

        return isStatic;
    }
}
