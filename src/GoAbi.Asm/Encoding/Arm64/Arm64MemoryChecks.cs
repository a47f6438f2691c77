namespace GoAbi.Asm;

/// <summary>Loads and stores: offsets, registers that overlap, pairs, indexes.</summary>
internal static class Arm64MemoryChecks
{
    public static bool IsCase(int encoderCase) => encoderCase is 22 or 23 or 30 or 31 or 47 or 58 or 59 or 64 or 66 or 67 or 74 or 75 or 76 or 77 or 87 or 88 or 98 or 99 or 106;

    public static Arm64Fault Check(in Arm64PlacedInstruction p, in Arm64Form form, Arm64Forms forms)
    {
        switch (form.Case)
        {
            case 22:
                return WrittenBack(p.From, p.To);
            case 23:
                return WrittenBack(p.To, p.From);
            case 30:
                return Far(p, form, p.To, p.From, forms.IsOld);
            case 31:
                return Far(p, form, p.From, p.To, forms.IsOld);
            case 47:
                return p.To2.Register == Arm64RegisterNumbers.Rsp ? new Arm64Fault(Arm64Problem.StackPointerResult, p.To2.Operand)
                    : forms.IsOld && p.To2.Register == Arm64RegisterNumbers.Zr && p.Operation == Arm64Operation.LDADD ? new Arm64Fault(Arm64Problem.ZeroResult, p.To2.Operand)
                    : default;
            case 58:
                return p.Operation == Arm64Operation.LDXP && p.To.Register == p.To.Second ? new Arm64Fault(Arm64Problem.SameLoaded, p.To.Operand) : default;
            case 59:
                return Exclusive(p);
            case 64:
                return p.From.Register == Arm64RegisterNumbers.R27 ? new Arm64Fault(Arm64Problem.AssemblerRegister, p.From.Operand) : default;
            case 98:
                return IndexShift(p, p.From);
            case 99:
                return IndexShift(p, p.To);
            case 106:
                return CompareAndSwapPair(p);
            default:
                return Arm64PairChecks.Check(p, form, forms);
        }
    }

    private static Arm64Fault WrittenBack(in Arm64Address memory, in Arm64Address register)
    {
        if (memory.Register != Arm64RegisterNumbers.Rsp && memory.Register == register.Register)
        {
            return new Arm64Fault(Arm64Problem.WrittenBackBase, register.Operand);
        }

        return unchecked((int)memory.Value) is < -256 or > 255 ? new Arm64Fault(Arm64Problem.OffsetRange, memory.Operand, -256, 255) : default;
    }

    // An offset that is not in the instruction: added in R27 first, or loaded there from the literal pool.
    private static Arm64Fault Far(in Arm64PlacedInstruction p, in Arm64Form form, in Arm64Address memory, in Arm64Address register, bool isOld)
    {
        var offset = unchecked((int)memory.Value);
        var size = Arm64Offsets.SizeOf(p.Operation);
        var usesPool = isOld
            ? !Arm64Offsets.SplitsOld(offset, size)
            : IsPool(form.From) || IsPool(form.To);
        if (!usesPool)
        {
            return default;
        }

        if (!isOld && Arm64Offsets.Splits(offset, size) && offset != memory.Value)
        {
            return new Arm64Fault(Arm64Problem.OffsetNotReachable, memory.Operand);
        }

        if (memory.Register == Arm64RegisterNumbers.R27)
        {
            return new Arm64Fault(Arm64Problem.AssemblerRegister, memory.Operand);
        }

        // Only of a store is the register looked at.
        if (form.Case == 30 && register.Register == Arm64RegisterNumbers.R27)
        {
            return new Arm64Fault(Arm64Problem.AssemblerRegister, register.Operand);
        }

        return p.Operation == Arm64Operation.FMOVQ ? new Arm64Fault(Arm64Problem.OffsetNotReachable, memory.Operand) : default;
    }

    private static bool IsPool(byte taken) => taken is (byte)Arm64Class.Loregpool or (byte)Arm64Class.Lautopool;

    private static Arm64Fault Exclusive(in Arm64PlacedInstruction p)
    {
        if (!p.Is(Arm64Sets.STLXR | Arm64Sets.STXP))
        {
            return default;
        }

        // Before Go 1.24 the status may be written with an extension; it is another register then.
        var status = p.To2.Modifier == OperandModifier.None && p.To2.Arrangement == Arm64Arrangement.None ? p.To2.Register : ushort.MaxValue;
        if (status == p.From.Register || (p.Is(Arm64Sets.STXP) && status == p.From.Second) || (status == p.To.Register && status != Arm64RegisterNumbers.Rsp))
        {
            return new Arm64Fault(Arm64Problem.StatusRegister, p.To2.Kind == Arm64Kind.None ? Arm64Fault.Statement : p.To2.Operand);
        }

        return status == Arm64RegisterNumbers.Rsp ? new Arm64Fault(Arm64Problem.StackPointerResult, p.To2.Operand) : default;
    }

    private static Arm64Fault IndexShift(in Arm64PlacedInstruction p, in Arm64Address memory)
    {
        if (memory.Modifier == OperandModifier.None || memory.Amount == 0)
        {
            return default;
        }

        var size = Arm64Offsets.SizeOf(p.Operation);
        return memory.Amount == size ? default : new Arm64Fault(Arm64Problem.IndexShift, memory.Operand, size);
    }

    private static Arm64Fault CompareAndSwapPair(in Arm64PlacedInstruction p)
    {
        return (p.From.Register & 1) != 0 ? new Arm64Fault(Arm64Problem.OddPair, p.From.Operand)
            : (p.To2.Register & 1) != 0 ? new Arm64Fault(Arm64Problem.OddPair, p.To2.Operand)
            : p.From.Register + 1 != p.From.Second ? new Arm64Fault(Arm64Problem.SplitPair, p.From.Operand)
            : p.To2.Register + 1 != p.To2.Second ? new Arm64Fault(Arm64Problem.SplitPair, p.To2.Operand)
            : default;
    }
}
