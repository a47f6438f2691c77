namespace GoAbi.Asm;

/// <summary>Memory by registers, and pairs of registers: cmd/asm/internal/asm.(*Parser).registerIndirect.</summary>
internal sealed partial class OperandParser
{
    private AsmOperand? Indirect(AsmOperandPrefix prefix, long offset)
    {
        position++;
        var nameAt = position;
        if (!RegisterReference(out var first))
        {
            return null;
        }

        if (Peek() is AsmTokenKind.Comma or AsmTokenKind.Plus or AsmTokenKind.Colon)
        {
            return Pair(first, prefix, offset);
        }

        var scale = 0;
        if ((Peek() == AsmTokenKind.Star && !Scale(out scale)) || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return null;
        }

        if (first.IsPseudo)
        {
            if (first.Name == "PC" && prefix == AsmOperandPrefix.None)
            {
                return new PcRelativeOperand(Origin(), offset);
            }

            Fail(first.Name == "PC" ? "illegal addressing mode for PC" : "cannot reference " + TextAt(nameAt) + " without a symbol");
            return null;
        }

        if (scale == 0 && Peek() == AsmTokenKind.OpenParen)
        {
            return Indexed(first, prefix, offset);
        }

        if (scale != 0)
        {
            FailIf(architecture.IsArm64, "arm64 doesn't support scaled register format");
            return new MemoryOperand(Origin()) { Prefix = prefix, Offset = offset, Index = first, Scale = scale };
        }

        return new MemoryOperand(Origin()) { Prefix = prefix, Offset = offset, Base = first };
    }

    private AsmOperand? Pair(AsmRegister first, AsmOperandPrefix prefix, long offset)
    {
        var separator = Peek();
        if (separator == AsmTokenKind.Comma && !architecture.IsArm)
        {
            Fail("(register,register) not supported on this architecture");
            return null;
        }

        if (separator == AsmTokenKind.Plus && architecture.Name is not ("ppc64" or "ppc64le"))
        {
            Fail("(register+register) not supported on this architecture");
            return null;
        }

        position++;
        if (!RegisterReference(out var second) || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return null;
        }

        if (first.IsPseudo || second.IsPseudo)
        {
            Fail("cannot use pseudo-register in pair");
            return null;
        }

        if (separator == AsmTokenKind.Colon)
        {
            Fail("indirect through register pair");
            return null;
        }

        if (separator == AsmTokenKind.Plus)
        {
            FailIf(prefix != AsmOperandPrefix.None, "illegal address mode for register+register");
            return new MemoryOperand(Origin()) { Offset = offset, Base = first, Index = second, Scale = 1 };
        }

        FailIf(prefix != AsmOperandPrefix.None, "illegal address mode for register pair");
        return new RegisterPairOperand(Origin(), first, second);
    }

    // (R1)(R2*scale), (R1)(R2<<3), (R1)(R2.UXTW<<2).
    private MemoryOperand? Indexed(AsmRegister first, AsmOperandPrefix prefix, long offset)
    {
        position++;
        if (!RegisterReference(out var index))
        {
            return null;
        }

        var scale = 0;
        string? extension = null;
        int? shift = 0;
        if (architecture.IsArm64 && Peek() == AsmTokenKind.Dot)
        {
            if (!ExtensionSuffix(out extension, out shift, out var element))
            {
                return null;
            }

            FailIf(
                element is not null || extension is not ("UXTW" or "SXTW" or "SXTX"),
                "invalid shift for the register offset addressing mode");
        }
        else if (architecture.IsArm && Peek() == AsmTokenKind.ShiftLeft)
        {
            position++;
            extension = "LSL";
            if (!SmallInteger(out var amount))
            {
                return null;
            }

            shift = amount;
        }
        else if (Peek() == AsmTokenKind.Star && !Scale(out scale))
        {
            return null;
        }

        FailIf(shift > 7, "index shift amount is out of range");
        FailIf(architecture.IsArm64 && scale > 1, "arm64 doesn't support scaled register format");
        if (failed || !Expect(AsmTokenKind.CloseParen, "')'"))
        {
            return null;
        }

        return new MemoryOperand(Origin())
        {
            Prefix = prefix,
            Offset = offset,
            Base = first,
            Index = index,
            Scale = scale,
            IndexExtension = extension,
            IndexShift = shift ?? 0,
        };
    }

    // The token must be one of these, in this spelling.
    private bool Scale(out int scale)
    {
        position++;
        scale = TextAt(position) switch { "1" => 1, "2" => 2, "4" => 4, "8" => 8, _ => 0 };
        if (scale == 0 || Peek() != AsmTokenKind.Integer)
        {
            Fail("bad scale: " + TextAt(position));
            return false;
        }

        position++;
        return true;
    }
}
