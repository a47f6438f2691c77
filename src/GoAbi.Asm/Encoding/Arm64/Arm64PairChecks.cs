namespace GoAbi.Asm;

/// <summary>LDP, STP and their kin.</summary>
internal static class Arm64PairChecks
{
    public static Arm64Fault Check(in Arm64PlacedInstruction p, in Arm64Form form, Arm64Forms forms)
    {
        var isLoad = form.Case is 66 or 74 or 75 or 88;
        ref readonly var memory = ref isLoad ? ref p.From : ref p.To;
        ref readonly var pair = ref isLoad ? ref p.To : ref p.From;
        var fault = Scratch(form.Case, memory, pair);
        if (!fault.IsNone)
        {
            return fault;
        }

        if (memory.Base == Arm64Base.Register && memory.Register == 0)
        {
            return new Arm64Fault(Arm64Problem.NoBaseRegister, memory.Operand);
        }

        if (form.Case is 75 or 77 && !forms.IsOld && !Reaches(p, memory))
        {
            return new Arm64Fault(Arm64Problem.OffsetNotReachable, memory.Operand);
        }

        fault = Overlap(p, memory, pair);
        return fault.IsNone ? Registers(p, pair, forms.IsOld) : fault;
    }

    // R27 is written before the pair is stored.
    private static Arm64Fault Scratch(int encoderCase, in Arm64Address memory, in Arm64Address pair)
    {
        var isStored = pair.Register == Arm64RegisterNumbers.R27 || pair.Second == Arm64RegisterNumbers.R27;
        return encoderCase is 75 or 77 && memory.Base == Arm64Base.Register && memory.Register == Arm64RegisterNumbers.R27 ? new Arm64Fault(Arm64Problem.AssemblerRegister, memory.Operand)
            : encoderCase is 76 or 77 or 87 && isStored ? new Arm64Fault(Arm64Problem.AssemblerRegister, pair.Operand)
            : default;
    }

    // Two additions hold 24 bits; the literal pool, which holds all, is for some of the instructions only.
    private static bool Reaches(in Arm64PlacedInstruction p, in Arm64Address memory)
    {
        var splits = Arm64Offsets.Splits(unchecked((int)memory.Value), 0);
        var hasPool = p.Is(Arm64Sets.LoadStorePair) && memory.Value is < 0 or > 0xFFFFFF;
        return splits != hasPool;
    }

    private static Arm64Fault Overlap(in Arm64PlacedInstruction p, in Arm64Address memory, in Arm64Address pair)
    {
        var isLoad = p.Operation is Arm64Operation.LDP or Arm64Operation.LDPW or Arm64Operation.LDPSW;
        var isBase = memory.Register != Arm64RegisterNumbers.Rsp && (memory.Register == pair.Register || memory.Register == pair.Second);
        return p.WritesBack && isBase && (isLoad || p.Operation is Arm64Operation.STP or Arm64Operation.STPW) ? new Arm64Fault(Arm64Problem.WrittenBackBase, pair.Operand)
            : pair.Register == pair.Second && (isLoad || p.Operation is Arm64Operation.FLDPS or Arm64Operation.FLDPD or Arm64Operation.FLDPQ) ? new Arm64Fault(Arm64Problem.SameLoaded, pair.Operand)
            : default;
    }

    private static Arm64Fault Registers(in Arm64PlacedInstruction p, in Arm64Address pair, bool isOld)
    {
        if (p.Operation is Arm64Operation.FLDPS or Arm64Operation.FLDPD or Arm64Operation.FLDPQ or Arm64Operation.FSTPS or Arm64Operation.FSTPD or Arm64Operation.FSTPQ)
        {
            return Arm64RegisterNumbers.IsFloat(pair.Register) && Arm64RegisterNumbers.IsFloat(pair.Second) ? default : new Arm64Fault(Arm64Problem.FloatPair, pair.Operand);
        }

        // Before Go 1.24 ZR can be stored but not loaded.
        var last = isOld && p.Operation is not (Arm64Operation.STP or Arm64Operation.STPW) ? Arm64RegisterNumbers.R30 : Arm64RegisterNumbers.Zr;
        return pair.Register >= Arm64RegisterNumbers.R0 && pair.Register <= last && pair.Second >= Arm64RegisterNumbers.R0 && pair.Second <= last
            ? default
            : new Arm64Fault(Arm64Problem.GeneralPair, pair.Operand);
    }
}
