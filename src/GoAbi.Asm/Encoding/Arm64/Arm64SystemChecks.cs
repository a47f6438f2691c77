namespace GoAbi.Asm;

/// <summary>System registers, hints and cache maintenance.</summary>
internal static class Arm64SystemChecks
{
    // op1, CRn, CRm and op2 where SYS has them.
    private const long SystemArgument = (7 << 16) | (15 << 12) | (15 << 8) | (7 << 5);

    public static Arm64Fault Check(in Arm64PlacedInstruction p, int encoderCase, Arm64Forms forms) => encoderCase switch
    {
        35 => Access(p.From, 'r', Arm64Problem.NotReadable, forms),
        36 => Access(p.To, 'w', Arm64Problem.NotWritable, forms),
        37 => State(p, forms.IsOld),
        50 => (p.From.Value & ~SystemArgument) != 0 ? new Arm64Fault(Arm64Problem.SystemArgument, p.From.Operand) : default,
        91 => Prefetch(p),
        _ => Maintenance(p),
    };

    private static Arm64Fault Access(in Arm64Address address, char wanted, Arm64Problem problem, Arm64Forms forms)
    {
        // A register that the known releases lack is one of a later release.
        return forms.AccessOf(address.Register) is { } access && access.IndexOf(wanted) < 0 ? new Arm64Fault(problem, address.Operand) : default;
    }

    private static Arm64Fault State(in Arm64PlacedInstruction p, bool isOld)
    {
        if ((p.From.Value & ~0xFL) != 0)
        {
            return Arm64Checks.Range(p.From, 0, 15);
        }

        var isField = p.To.Kind == Arm64Kind.Special
            ? p.To.Special == Arm64SpecialUse.StateField
            : p.To.Register == Arm64SystemRegisters.SPSel || (!isOld && p.To.Register == Arm64SystemRegisters.DIT);
        return isField ? default : new Arm64Fault(Arm64Problem.StateField, p.To.Operand);
    }

    private static Arm64Fault Prefetch(in Arm64PlacedInstruction p)
    {
        if (p.To.Kind == Arm64Kind.Constant)
        {
            return unchecked((uint)p.To.Value) > 31 ? Arm64Checks.Range(p.To, 0, 31) : default;
        }

        return p.To.Special == Arm64SpecialUse.Prefetch ? default : new Arm64Fault(Arm64Problem.Prefetch, p.To.Operand);
    }

    private static Arm64Fault Maintenance(in Arm64PlacedInstruction p)
    {
        var isTlb = p.Operation == Arm64Operation.TLBI;
        var use = p.From.Special;
        if (isTlb ? use is not (Arm64SpecialUse.Tlb or Arm64SpecialUse.TlbWithRegister) : use != Arm64SpecialUse.CacheWithRegister)
        {
            return new Arm64Fault(Arm64Problem.SystemOperand, p.From.Operand);
        }

        return use == Arm64SpecialUse.Tlb
            ? p.To.Register != 0 ? new Arm64Fault(Arm64Problem.ExtraRegister, p.To.Operand) : default
            : p.To.Register == 0 ? new Arm64Fault(Arm64Problem.MissingRegister, Arm64Fault.Statement) : default;
    }
}
