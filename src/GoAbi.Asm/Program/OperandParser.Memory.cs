namespace GoAbi.Asm;

/// <summary>Memory by registers, and pairs of registers: cmd/asm/internal/asm.(*Parser).registerIndirect.</summary>
internal sealed partial class OperandParser
{
    private bool Indirect(AsmOperandPrefix prefix, long offset)
    {
        position++;
        var nameAt = position;
        if (!RegisterReference(out var first))
        {
            return false;
        }

        operand.Value = offset;
        if (Peek() is AsmTokenKind.Comma or AsmTokenKind.Plus or AsmTokenKind.Colon)
        {
            return Pair(first, prefix);
        }

        var scale = 0;
        if ((Peek() == AsmTokenKind.Star && !Scale(out scale)) || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return false;
        }

        var register = records.Register(first);
        if (register.IsPseudo)
        {
            if (register.Name == "PC" && prefix == AsmOperandPrefix.None)
            {
                return Is(OperandForm.PcRelative);
            }

            return Fail(register.Name == "PC" ? "illegal addressing mode for PC" : "cannot reference " + TextAt(nameAt) + " without a symbol");
        }

        if (scale == 0 && Peek() == AsmTokenKind.OpenParen)
        {
            return Indexed(first, prefix);
        }

        if (scale != 0)
        {
            FailIf(architecture.IsArm64, "arm64 doesn't support scaled register format");
            operand.Index = (ushort)first;
            operand.Amount = (byte)scale;
            operand.Flags |= OperandFlags.HasAmount;
            return !failed && Is(OperandForm.Memory, prefix);
        }

        operand.Register = (ushort)first;
        return Is(OperandForm.Memory, prefix);
    }

    private bool Pair(int first, AsmOperandPrefix prefix)
    {
        var separator = Peek();
        if (separator == AsmTokenKind.Comma && !architecture.IsArm)
        {
            return Fail("(register,register) not supported on this architecture");
        }

        if (separator == AsmTokenKind.Plus && architecture.Name is not ("ppc64" or "ppc64le"))
        {
            return Fail("(register+register) not supported on this architecture");
        }

        position++;
        if (!RegisterReference(out var second) || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return false;
        }

        if (records.Register(first).IsPseudo || records.Register(second).IsPseudo)
        {
            return Fail("cannot use pseudo-register in pair");
        }

        if (separator == AsmTokenKind.Colon)
        {
            return Fail("indirect through register pair");
        }

        operand.Register = (ushort)first;
        operand.Index = (ushort)second;
        if (separator == AsmTokenKind.Plus)
        {
            FailIf(prefix != AsmOperandPrefix.None, "illegal address mode for register+register");
            operand.Amount = 1;
            operand.Flags |= OperandFlags.IsSum;
            return !failed && Is(OperandForm.Memory);
        }

        FailIf(prefix != AsmOperandPrefix.None, "illegal address mode for register pair");
        return !failed && Is(OperandForm.RegisterPair);
    }

    // (R1)(R2*scale), (R1)(R2<<3), (R1)(R2.UXTW<<2).
    private bool Indexed(int first, AsmOperandPrefix prefix)
    {
        position++;
        if (!RegisterReference(out var index))
        {
            return false;
        }

        var scale = 0;
        int? shift = 0;
        var modifier = OperandModifier.None;
        if (architecture.IsArm64 && Peek() == AsmTokenKind.Dot)
        {
            if (!ExtensionSuffix(out var extension, out shift, out var element))
            {
                return false;
            }

            modifier = OperandModifiers.OfExtension(stream.Names.GetText(extension));
            FailIf(
                element is not null || modifier is not (OperandModifier.Uxtw or OperandModifier.Sxtw or OperandModifier.Sxtx),
                "invalid shift for the register offset addressing mode");
        }
        else if (architecture.IsArm && Peek() == AsmTokenKind.ShiftLeft)
        {
            position++;
            modifier = OperandModifier.Lsl;
            if (!SmallInteger(out var amount))
            {
                return false;
            }

            shift = amount;
        }
        else if (Peek() == AsmTokenKind.Star && !Scale(out scale))
        {
            return false;
        }

        FailIf(shift > 7, "index shift amount is out of range");
        FailIf(architecture.IsArm64 && scale > 1, "arm64 doesn't support scaled register format");
        if (failed || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return false;
        }

        operand.Register = (ushort)first;
        operand.Index = (ushort)index;
        operand.Modifier = modifier;
        operand.Amount = (byte)(modifier == OperandModifier.None ? scale : shift ?? 0);
        operand.Flags |= scale != 0 || (modifier != OperandModifier.None && shift is not null) ? OperandFlags.HasAmount : OperandFlags.None;
        return Is(OperandForm.Memory, prefix);
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

        if (scale == 0)
        {
            return Fail("bad scale: " + TextAt(position));
        }

        position++;
        return true;
    }
}
