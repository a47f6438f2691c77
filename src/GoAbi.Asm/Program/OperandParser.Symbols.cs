using GoAbi.Source;

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
        if (meanings.IsSpecial(NameAt(nameAt)))
        {
            return position >= end ? Is(OperandForm.Special, prefix) : Indirect(prefix, isSymbol: false);
        }

        var isStatic = Attributes(nameAt);
        if (failed)
        {
            return false;
        }

        var offset = 0L;
        var isPlain = !isStatic;
        if (Peek() is AsmTokenKind.Plus or AsmTokenKind.Minus)
        {
            isPlain &= Peek() == AsmTokenKind.Plus && Peek(1) == AsmTokenKind.Integer && Peek(2) == AsmTokenKind.OpenParen;
            offset = unchecked((long)Expression(0));
            if (failed)
            {
                return false;
            }
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

            return FailAt(nameAt, NoRegister(nameAt), DiagnosticIds.UnknownName);
        }

        if (mayBeConstant && !AtPseudoRegister())
        {
            // A constant of go_asm.h: const_x(REG), T_field+8(REG), or one that an operator follows.
            position = nameAt;
            operand.NameId = 0;
            operand.Value = 0;
            return Constant(prefix);
        }

        return Base(prefix, nameAt, isPlain);
    }

    private string NoRegister(int nameAt) => TextAt(nameAt) + " is no register of " + architecture.Name + "; a symbol is written " + TextAt(nameAt) + "(SB)";

    // (SB), (FP), (SP) or (PC), and perhaps registers behind it.
    private bool Base(AsmOperandPrefix prefix, int nameAt, bool isPlain)
    {
        if (Peek() != AsmTokenKind.OpenParen)
        {
            return Fail("expected '(' behind " + TextAt(nameAt) + ", found " + Shown(position));
        }

        var registerAt = ++position;
        if (!Expect(AsmTokenKind.Identifier, "SB, FP, SP or PC") || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return false;
        }

        var pseudo = PseudoOf(registerAt);
        if (pseudo == AsmPseudoRegister.None)
        {
            return FailAt(registerAt, "a symbol's base is SB, FP, SP or PC, not " + TextAt(registerAt));
        }

        if (pseudo == AsmPseudoRegister.PC && prefix != AsmOperandPrefix.None)
        {
            return FailAt(registerAt, "an offset from PC takes no '$' or '*'");
        }

        operand.Modifier = (OperandModifier)pseudo;
        operand.Flags |= isPlain && position >= end && pseudo == AsmPseudoRegister.SB ? OperandFlags.IsPlainReference : OperandFlags.None;
        return position < end ? Indirect(prefix, isSymbol: true) : Is(OperandForm.Symbol, prefix);
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
                errors.Report(position - 1, 1, "only runtime and a few packages around it may say which ABI of " + TextAt(nameAt) + " they mean", DiagnosticIds.AbiSelector);
            }
            else if (!AbiSelectors.IsValid(TextAt(position - 1)))
            {
                errors.Report(position - 1, 1, "there is no ABI " + TextAt(position - 1) + "; these are: ABI0 ABIInternal", DiagnosticIds.AbiSelector);
            }
        }

        return Expect(AsmTokenKind.Greater, "'>'") && isStatic;
    }
}
