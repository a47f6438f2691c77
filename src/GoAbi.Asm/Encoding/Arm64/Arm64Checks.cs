namespace GoAbi.Asm;

/// <summary>What the encoder finds when it has a form already: by its case numbers (cmd/internal/obj/arm64.asmout). General instructions here.</summary>
internal static class Arm64Checks
{
    /// <summary>What is wrong with an instruction in a form that takes its operands.</summary>
    public static Arm64Fault Check(in Arm64PlacedInstruction p, in Arm64Form form, Arm64Forms forms)
    {
        switch (form.Case)
        {
            case 2:
            case 27:
                return ResultOfFlags(p, form.Case);
            case 3:
                return Shifted(p);
            case 8:
                return Shift(p, forms.IsOld);
            case 12 when p.Operation == Arm64Operation.MOVWU:
                return new Arm64Fault(Arm64Problem.UnsignedMoveConstant, p.From.Operand);
            case 13:
            case 28:
            case 62:
                return Constant(p, form.Case, forms);
            case 14:
                return p.To.Class == Arm64Class.Addr ? new Arm64Fault(Arm64Problem.AddressConstant, p.To.Operand) : default;
            case 18:
                return p.From.Special == Arm64SpecialUse.Always && p.From3.Kind == Arm64Kind.None ? new Arm64Fault(Arm64Problem.AlwaysCondition, p.From.Operand) : default;
            case 32:
                return p.Operation == Arm64Operation.MOVWU && p.From.Class is Arm64Class.Bitcon or Arm64Class.Abcon or Arm64Class.Abcon0 && p.To.Register != Arm64RegisterNumbers.Zr
                    ? new Arm64Fault(Arm64Problem.UnsignedMoveConstant, p.From.Operand)
                    : default;
            case 33:
                return MoveKeep(p);
            case 40:
                return unchecked((int)p.From.Value) is < 0 or > 63 ? Range(p.From, 0, 63) : default;
            case 42:
            case 43:
                return Arm64BitFields.Check(p, form.Case);
            case 44:
                return BitNumber(p, p.From, forms.IsOld);
            case 53:
                return StackPointerSource(p);
            case 57:
                return (p.To.Value & ~0xFL) != 0 ? new Arm64Fault(Arm64Problem.Range, p.To.Operand, 0, 15) : default;
            case 68:
                return p.Operation == Arm64Operation.MOVW ? new Arm64Fault(Arm64Problem.AddressOf32, p.From.Operand) : default;
            case 35:
            case 36:
            case 37:
            case 50:
            case 91:
            case 107:
                return Arm64SystemChecks.Check(p, form.Case, forms);
            default:
                return Arm64MemoryChecks.IsCase(form.Case) ? Arm64MemoryChecks.Check(p, form, forms)
                    : Arm64VectorChecks.Check(p, form.Case);
        }
    }

    public static Arm64Fault Range(in Arm64Address address, long low, long high) => new(Arm64Problem.Range, address.Operand, low, high);

    private static Arm64Fault ResultOfFlags(in Arm64PlacedInstruction p, int encoderCase)
    {
        if (p.Is(Arm64Sets.ADDS) && p.To.Register == Arm64RegisterNumbers.Rsp)
        {
            return new Arm64Fault(Arm64Problem.StackPointerResult, p.To.Operand);
        }

        return encoderCase == 27 && p.From.Modifier != OperandModifier.None && p.From.Amount > 4
            ? new Arm64Fault(Arm64Problem.ShiftAmount, p.From.Operand, 0, 4)
            : default;
    }

    private static Arm64Fault Shifted(in Arm64PlacedInstruction p)
    {
        if (p.Is32 && p.From.Amount >= 32)
        {
            return new Arm64Fault(Arm64Problem.ShiftAmount, p.From.Operand, 0, 31);
        }

        return p.From.Modifier == OperandModifier.RotateRight && p.Is(Arm64Sets.ADD | Arm64Sets.ADDW | Arm64Sets.NEG)
            ? new Arm64Fault(Arm64Problem.Rotation, p.From.Operand)
            : default;
    }

    private static Arm64Fault Shift(in Arm64PlacedInstruction p, bool isOld)
    {
        var high = p.Is32 ? 31 : 63;
        var amount = isOld ? unchecked((int)p.From.Value) : p.From.Value;
        if (p.Operation == Arm64Operation.ROR)
        {
            return BitNumber(p, p.From, isOld);
        }

        // A left shift is a bit field: both its numbers follow from the amount, and of each only 32 bits are looked at.
        var isGood = p.Operation == Arm64Operation.LSL ? FitsBits(high - amount, high) : FitsBits(amount, high);
        return isGood ? default : new Arm64Fault(Arm64Problem.ShiftAmount, p.From.Operand, 0, high);
    }

    /// <summary>The encoder refuses numbers below 0, but looks at 32 bits of those above.</summary>
    public static bool FitsBits(long value, int high) => value >= 0 && unchecked((uint)value) <= (uint)high;

    private static Arm64Fault BitNumber(in Arm64PlacedInstruction p, in Arm64Address address, bool isOld)
    {
        var high = p.Is32 ? 31 : 63;
        return FitsBits(isOld ? unchecked((int)address.Value) : address.Value, high) ? default : Range(address, 0, high);
    }

    // A constant that has to be made in R27 first.
    private static Arm64Fault Constant(in Arm64PlacedInstruction p, int encoderCase, Arm64Forms forms)
    {
        if (p.Reg.Register == Arm64RegisterNumbers.R27)
        {
            return new Arm64Fault(Arm64Problem.AssemblerRegister, p.Reg.Operand);
        }

        if (encoderCase != 28 && p.Is(Arm64Sets.ADDS) && p.To.Register == Arm64RegisterNumbers.Rsp)
        {
            return new Arm64Fault(Arm64Problem.StackPointerResult, p.To.Operand);
        }

        // Made of moves that there are none of: CMN $0, ZR.
        if (encoderCase != 62 && !p.Is(Arm64Sets.ADDW | Arm64Sets.ANDW) && (p.From.Value is 0 or -1))
        {
            return new Arm64Fault(Arm64Problem.ConstantNotTaken, p.From.Operand);
        }

        return encoderCase != 62 && p.Is(encoderCase == 28 ? Arm64Sets.ANDW : Arm64Sets.ADDW) && !forms.Takes(Arm64Class.Lcon, p.From.Class)
            ? new Arm64Fault(Arm64Problem.WideConstant, p.From.Operand)
            : default;
    }

    private static Arm64Fault MoveKeep(in Arm64PlacedInstruction p)
    {
        if (p.From.Value == 0)
        {
            return new Arm64Fault(Arm64Problem.MoveConstantZero, p.From.Operand);
        }

        var halfword = Arm64Constants.Halfword(p.From.Value);
        return halfword < 0 ? new Arm64Fault(Arm64Problem.MoveConstant, p.From.Operand)
            : halfword >= 2 && p.Is32 ? new Arm64Fault(Arm64Problem.MoveConstantUpper, p.From.Operand)
            : default;
    }

    private static Arm64Fault StackPointerSource(in Arm64PlacedInstruction p)
    {
        ref readonly var source = ref p.Reg.Kind == Arm64Kind.None ? ref p.To : ref p.Reg;
        return source.Register == Arm64RegisterNumbers.Rsp ? new Arm64Fault(Arm64Problem.StackPointerSource, source.Operand) : default;
    }
}
