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

    private AsmOperand? SpecialOrSymbol(AsmOperandPrefix prefix)
    {
        var nameAt = position++;
        var name = TextAt(nameAt);
        if (Peek() == AsmTokenKind.EndOfFile && meanings.IsSpecial(NameAt(nameAt)))
        {
            return new SpecialOperand(Origin(), name);
        }

        var isStatic = Attributes(name, out var selector);
        var symbol = new AsmSymbolReference(name, new AsmOrigin(stream, nameAt, 1), isStatic, selector);
        var offset = 0L;
        var isPlain = !isStatic;
        if (Peek() is AsmTokenKind.Plus or AsmTokenKind.Minus)
        {
            isPlain &= Peek() == AsmTokenKind.Plus && Peek(1) == AsmTokenKind.Integer && Peek(2) == AsmTokenKind.OpenParen;
            offset = unchecked((long)Expression(0));
        }

        if (Peek() == AsmTokenKind.EndOfFile)
        {
            if (prefix == AsmOperandPrefix.None && isJump)
            {
                return new LabelOperand(Origin(), name, offset);
            }

            if (AllowsUnresolvedNames && !isStatic && selector is null)
            {
                hasUnresolvedName = true;
                return prefix == AsmOperandPrefix.Address
                    ? new ImmediateOperand(Origin(), offset)
                    : new MemoryOperand(Origin()) { Prefix = prefix, Offset = offset };
            }

            Fail("illegal or missing addressing mode for symbol " + name);
            return null;
        }

        if (AllowsUnresolvedNames && !isStatic && selector is null && !AtPseudoRegister())
        {
            // A constant of go_asm.h: const_x(REG), T_field+8(REG), or one that an operator follows.
            position = nameAt;
            return Constant(prefix);
        }

        if (!Expect(AsmTokenKind.OpenParen, "'('"))
        {
            return null;
        }

        var register = Peek() == AsmTokenKind.Identifier ? TextAt(position) : "";
        var pseudo = register switch
        {
            "SB" => AsmPseudoRegister.SB,
            "FP" => AsmPseudoRegister.FP,
            "SP" => AsmPseudoRegister.SP,
            "PC" => AsmPseudoRegister.PC,
            _ => AsmPseudoRegister.None,
        };
        if (!Expect(AsmTokenKind.Identifier, "identifier") || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return null;
        }

        if (pseudo == AsmPseudoRegister.None)
        {
            Fail("expected pseudo-register; found " + register);
            return null;
        }

        if (pseudo == AsmPseudoRegister.PC && prefix != AsmOperandPrefix.None)
        {
            Fail("illegal addressing mode for PC");
            return null;
        }

        AsmRegister? index = null;
        var scale = 0;
        var hasIndex = Peek() == AsmTokenKind.OpenParen;
        if (hasIndex && !Index(out index, out scale))
        {
            return null;
        }

        return new SymbolOperand(Origin(), symbol)
        {
            Prefix = prefix,
            Offset = offset,
            Base = pseudo,
            Index = index,
            Scale = scale,
            IsPlainReference = isPlain && !hasIndex && pseudo == AsmPseudoRegister.SB,
        };
    }

    // (SB), (FP), (SP) or (PC).
    private bool AtPseudoRegister()
    {
        if (Peek() != AsmTokenKind.OpenParen || position + 1 >= end)
        {
            return false;
        }

        return tokens[position + 1].Token.NameId is KnownNames.SB or KnownNames.FP or KnownNames.SP or KnownNames.PC;
    }

    // name(SB)(REG*scale) or name(SB)(REG).
    private bool Index(out AsmRegister? index, out int scale)
    {
        position++;
        scale = 0;
        index = null;
        if (!RegisterReference(out var register)
            || (Peek() == AsmTokenKind.Star && !Scale(out scale))
            || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return false;
        }

        index = register;
        return true;
    }

    /// <summary>&lt;&gt; or &lt;ABI&gt;; true for the former.</summary>
    private bool Attributes(string name, out string? selector)
    {
        selector = null;
        if (Peek() != AsmTokenKind.Less)
        {
            return false;
        }

        position++;
        var isStatic = Peek() == AsmTokenKind.Greater;
        if (Peek() == AsmTokenKind.Identifier)
        {
            selector = TextAt(position++);
            if (!AllowsSelectors)
            {
                // Wrong, but the shape stays known: asm -gensymabis goes on with ABI0.
                errors.Report(position - 1, 1, "ABI selector only permitted when compiling runtime, reference was to \"" + name + "\"");
            }
            else if (!AbiSelectors.IsValid(selector))
            {
                errors.Report(position - 1, 1, "malformed ABI selector \"" + selector + "\" in reference to \"" + name + "\"");
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
