using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Memory by registers, and pairs of registers: cmd/asm/internal/asm.(*Parser).registerIndirect.</summary>
internal sealed partial class OperandParser
{
    // Behind a symbol a pseudo-register may stand here once more: the last one counts.
    private bool Indirect(AsmOperandPrefix prefix, bool isSymbol)
    {
        if (!Expect(AsmTokenKind.OpenParen, "'('"))
        {
            return false;
        }

        var nameAt = position;
        var (second, scale) = (0, 0);
        if (!RegisterReference(out var first)
            || (Peek() is AsmTokenKind.Comma or AsmTokenKind.Plus or AsmTokenKind.Colon && !Second(out second))
            || (Peek() == AsmTokenKind.Star && !Scale(out scale))
            || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return false;
        }

        if (records.IsPseudo(first))
        {
            return second == 0 ? PseudoIndirect(prefix, isSymbol, nameAt) : FailAt(nameAt, TextAt(nameAt) + " can't be part of a register pair");
        }

        if (second != 0)
        {
            return Pair(first, second, scale, prefix, isSymbol);
        }

        operand.Flags &= ~OperandFlags.IsPlainReference;
        if (scale == 0 && Peek() == AsmTokenKind.OpenParen)
        {
            operand.Register = (ushort)first;
            return Indexed(prefix, isSymbol);
        }

        if (scale != 0)
        {
            if (architecture.IsArm64)
            {
                return FailAt(nameAt, "arm64 has no scaled index; write (R1)(R2<<3)");
            }

            operand.Index = (ushort)first;
            operand.Amount = (byte)scale;
            operand.Flags |= OperandFlags.HasAmount;
        }
        else if (isSymbol)
        {
            operand.Index = (ushort)first;
        }
        else
        {
            operand.Register = (ushort)first;
        }

        return Is(isSymbol ? OperandForm.Symbol : OperandForm.Memory, prefix);
    }

    // , + or : and a register.
    private bool Second(out int register)
    {
        register = 0;
        if (Peek() == AsmTokenKind.Comma && architecture.Family is not (ArchitectureFamily.Arm or ArchitectureFamily.Arm64))
        {
            return Fail(architecture.Name + " has no (register, register)");
        }

        if (Peek() == AsmTokenKind.Plus && architecture.Family != ArchitectureFamily.Ppc64)
        {
            return Fail(architecture.Name + " has no (register+register)");
        }

        position++;
        return RegisterReference(out register);
    }

    private bool PseudoIndirect(AsmOperandPrefix prefix, bool isSymbol, int nameAt)
    {
        var pseudo = PseudoOf(nameAt);
        if (pseudo == AsmPseudoRegister.PC)
        {
            if (prefix != AsmOperandPrefix.None)
            {
                return FailAt(nameAt, "an offset from PC takes no '$' or '*'");
            }

            if (!isSymbol)
            {
                return Is(OperandForm.PcRelative);
            }
        }
        else if (!isSymbol)
        {
            return FailAt(nameAt, TextAt(nameAt) + " needs a symbol before it, as in name+8(" + TextAt(nameAt) + ")", DiagnosticIds.UnknownName);
        }

        operand.Modifier = (OperandModifier)pseudo;
        operand.Flags &= ~OperandFlags.IsPlainReference;
        return Is(OperandForm.Symbol, prefix);
    }

    private AsmPseudoRegister PseudoOf(int index) => NameAt(index) switch
    {
        KnownNames.SB => AsmPseudoRegister.SB,
        KnownNames.FP => AsmPseudoRegister.FP,
        KnownNames.SP => AsmPseudoRegister.SP,
        KnownNames.PC => AsmPseudoRegister.PC,
        _ => AsmPseudoRegister.None,
    };

    private bool Pair(int first, int second, int scale, AsmOperandPrefix prefix, bool isSymbol)
    {
        var isSum = architecture.Family == ArchitectureFamily.Ppc64;
        if (!isSum && architecture.Family is not (ArchitectureFamily.Arm or ArchitectureFamily.Arm64))
        {
            return Fail(architecture.Name + " has no register pair as an address");
        }

        if (prefix != AsmOperandPrefix.None || scale != 0)
        {
            return Fail(isSum ? "(register+register) takes no prefix and no scale" : "a register pair takes no prefix and no scale");
        }

        operand.Flags &= ~OperandFlags.IsPlainReference;
        operand.Register = (ushort)first;
        operand.Index = (ushort)second;
        if (!isSum)
        {
            return Is(OperandForm.RegisterPair);
        }

        operand.Amount = 1;
        operand.Flags |= OperandFlags.IsSum;
        return Is(isSymbol ? OperandForm.Symbol : OperandForm.Memory);
    }

    // (R1)(R2*scale), (R1)(R2<<3), (R1)(R2.UXTW<<2), (R1)(R2); the first group is read.
    private bool Indexed(AsmOperandPrefix prefix, bool isSymbol)
    {
        position++;
        if (AtExtension() || AtShift())
        {
            if (architecture.Family == ArchitectureFamily.Arm)
            {
                return Fail("arm has no shifted index; write R2<<3(R1)");
            }

            if (prefix != AsmOperandPrefix.None)
            {
                return Fail("an extended index takes no '$' or '*'");
            }

            return IndexExtension() && Expect(AsmTokenKind.CloseParen, "')'") && Is(isSymbol ? OperandForm.Symbol : OperandForm.Memory);
        }

        var scale = 0;
        var second = 0;
        var nameAt = position;
        if (!RegisterReference(out var index)
            || (Peek() is AsmTokenKind.Comma or AsmTokenKind.Plus or AsmTokenKind.Colon && !Second(out second))
            || (Peek() == AsmTokenKind.Star && !Scale(out scale)))
        {
            return false;
        }

        if (second != 0)
        {
            return FailAt(nameAt, "an index is one register");
        }

        if (scale > 1 && (architecture.IsArm64 || (architecture.Family == ArchitectureFamily.Ppc64 && architecture.Minor >= 20)))
        {
            return FailAt(nameAt, architecture.Name + " has no scaled index");
        }

        operand.Index = (ushort)index;
        operand.Amount = (byte)scale;
        operand.Flags |= scale != 0 ? OperandFlags.HasAmount : OperandFlags.None;
        return Expect(AsmTokenKind.CloseParen, "')'") && Is(isSymbol ? OperandForm.Symbol : OperandForm.Memory, prefix);
    }

    // The token must be one of these, in this spelling.
    private bool Scale(out int scale)
    {
        position++;
        scale = 0;
        if (Peek() == AsmTokenKind.Integer && stream.SpellingAt(position).Length == 1)
        {
            scale = stream.SpellingAt(position)[0] is var digit and ('1' or '2' or '4' or '8') ? digit - '0' : 0;
        }
        else if (AllowsUnresolvedNames && Peek() == AsmTokenKind.Identifier)
        {
            hasUnresolvedName = true;
            scale = 1;
        }

        if (scale == 0)
        {
            return Fail("a scale is 1, 2, 4 or 8, not " + Shown(position));
        }

        position++;
        return true;
    }
}
