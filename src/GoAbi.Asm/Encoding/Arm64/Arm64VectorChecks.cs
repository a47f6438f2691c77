namespace GoAbi.Asm;

/// <summary>Arrangements, elements, shift amounts and lists of vector instructions.</summary>
internal static class Arm64VectorChecks
{
    private const int Bytes = (1 << (int)Arm64Arrangement.B8) | (1 << (int)Arm64Arrangement.B16);
    private const int Halves = (1 << (int)Arm64Arrangement.H4) | (1 << (int)Arm64Arrangement.H8);
    private const int Words = (1 << (int)Arm64Arrangement.S2) | (1 << (int)Arm64Arrangement.S4);
    private const int Doubles = 1 << (int)Arm64Arrangement.D2;
    private const int All = Bytes | Halves | Words | Doubles;

    public static Arm64Fault Check(in Arm64PlacedInstruction p, int encoderCase)
    {
        switch (encoderCase)
        {
            case 26:
                return p.From.Class != Arm64Class.Arng ? default
                    : p.Operation == Arm64Operation.SHA1H ? new Arm64Fault(Arm64Problem.ScalarWanted, p.From.Operand)
                    : Both(p.From, p.To, HashArrangement(p.Operation));
            case 49:
                return p.From.Class != Arm64Class.Arng ? default
                    : Of(p.From, p.Operation == Arm64Operation.SHA512H ? Doubles : 1 << (int)Arm64Arrangement.S4);
            case 63:
                return Three(p.From, p.Reg, p.To, p.Operation == Arm64Operation.SHA512SU1 ? Doubles : 1 << (int)Arm64Arrangement.S4);
            case 72:
                return Three(p.From, p.Reg, p.To, Arrangements(p.Operation));
            case 73:
            case 80:
                return Element(p.From, p.From.Arrangement);
            case 78:
                return Element(p.To, p.To.Arrangement);
            case 79:
                var divided = Of(p.To, All);
                return divided.IsNone ? Element(p.From, ElementOf(p.To.Arrangement)) : divided;
            case 82:
                return Of(p.To, All);
            case 83:
                return Both(p.From, p.To, Arrangements(p.Operation) & ~Doubles);
            case 85:
                return Of(p.From, Bytes | Halves | (1 << (int)Arm64Arrangement.S4));
            case 86:
                return unchecked((int)p.From.Value) is < 0 or > 255 ? Arm64Checks.Range(p.From, 0, 255) : Of(p.To, Bytes);
            case 89:
                return p.Operation == Arm64Operation.VRAX1 ? new Arm64Fault(Arm64Problem.ScalarNotTaken, p.From.Operand) : default;
            case 92:
                return p.From.Arrangement != p.To.Arrangement ? new Arm64Fault(Arm64Problem.ArrangementsDiffer, p.To.Operand)
                    : Element(p.To, p.To.Arrangement) is { IsNone: false } fault ? fault
                    : Element(p.From, p.From.Arrangement);
            case 93:
            case 105:
                return Widening(p, encoderCase);
            case 94:
                return Extract(p);
            case 95:
                return ShiftByConstant(p);
            case 102:
                return ShiftLong(p);
            case 100:
                return Both(p.From, p.To, Bytes);
            case 103:
                var four = Three(p.From, p.Reg, p.To, 1 << (int)Arm64Arrangement.B16);
                return four.IsNone ? Of(p.From3, 1 << (int)Arm64Arrangement.B16) : four;
            case 104:
                var rotated = Three(p.From3, p.Reg, p.To, Doubles);
                return !rotated.IsNone ? rotated : unchecked((int)p.From.Value) is < 0 or > 63 ? Arm64Checks.Range(p.From, 0, 63) : default;
            case 81:
                return Arm64ListChecks.List(p, p.From, p.To);
            case 84:
                return Arm64ListChecks.List(p, p.To, p.From);
            case 96:
                return Arm64ListChecks.Element(p, p.To, p.From);
            case 97:
                return Arm64ListChecks.Element(p, p.From, p.To);
            default:
                return default;
        }
    }

    /// <summary>The element must be there.</summary>
    public static Arm64Fault Element(in Arm64Address address, Arm64Arrangement element)
    {
        var last = (16 >> SizeOf(element)) - 1;
        return address.Value < 0 || address.Value > last ? new Arm64Fault(Arm64Problem.Element, address.Operand, 0, last) : default;
    }

    /// <summary>log2 of the bytes of an element.</summary>
    public static int SizeOf(Arm64Arrangement arrangement) => arrangement switch
    {
        Arm64Arrangement.B or Arm64Arrangement.B8 or Arm64Arrangement.B16 => 0,
        Arm64Arrangement.H or Arm64Arrangement.H4 or Arm64Arrangement.H8 => 1,
        Arm64Arrangement.S or Arm64Arrangement.S2 or Arm64Arrangement.S4 => 2,
        _ => 3,
    };

    private static Arm64Arrangement ElementOf(Arm64Arrangement arrangement) => (Arm64Arrangement)((int)Arm64Arrangement.B + SizeOf(arrangement));

    private static int Arrangements(Arm64Operation operation) => operation switch
    {
        Arm64Operation.VLOGIC => Bytes,
        Arm64Operation.VFML => Words | Doubles,
        Arm64Operation.VUMAX => Bytes | Halves | Words,
        Arm64Operation.VRAX1 => Doubles,
        Arm64Operation.VMOV or Arm64Operation.VRBIT or Arm64Operation.VCNT or Arm64Operation.VREV16 => Bytes,
        Arm64Operation.VREV32 => Bytes | Halves,
        _ => All,
    };

    private static int HashArrangement(Arm64Operation operation) => operation switch
    {
        Arm64Operation.AES => 1 << (int)Arm64Arrangement.B16,
        Arm64Operation.SHA512SU0 => Doubles,
        _ => 1 << (int)Arm64Arrangement.S4,
    };

    private static Arm64Fault Of(in Arm64Address address, int allowed) =>
        (allowed & (1 << (int)address.Arrangement)) != 0 ? default : new Arm64Fault(Arm64Problem.Arrangement, address.Operand, allowed);

    private static Arm64Fault Both(in Arm64Address source, in Arm64Address result, int allowed)
    {
        var fault = Of(source, allowed);
        return !fault.IsNone ? fault : source.Arrangement != result.Arrangement ? new Arm64Fault(Arm64Problem.ArrangementsDiffer, result.Operand) : default;
    }

    // The one that differs from the two others is wrong; where all differ, the last.
    private static Arm64Fault Three(in Arm64Address first, in Arm64Address second, in Arm64Address result, int allowed)
    {
        if (first.Arrangement == second.Arrangement && first.Arrangement == result.Arrangement)
        {
            return Of(first, allowed);
        }

        var odd = first.Arrangement == result.Arrangement ? second.Operand : second.Arrangement == result.Arrangement ? first.Operand : result.Operand;
        return new Arm64Fault(Arm64Problem.ArrangementsDiffer, odd);
    }

    // VPMULL: a product twice as wide. VUADDW: a wide and a narrow term.
    private static Arm64Fault Widening(in Arm64PlacedInstruction p, int encoderCase)
    {
        var isUpper = p.Operation is Arm64Operation.VPMULL2 or Arm64Operation.VUADDW2;
        if (encoderCase == 93)
        {
            var isGood = IsProduct(p.From.Arrangement, p.To.Arrangement, isUpper);
            return p.From.Arrangement != p.Reg.Arrangement ? new Arm64Fault(Arm64Problem.ArrangementsDiffer, isGood ? p.Reg.Operand : p.From.Operand)
                : isGood ? default : new Arm64Fault(Arm64Problem.ArrangementPair, p.To.Operand);
        }

        var isSum = IsTwiceAsWide(p.From.Arrangement, p.To.Arrangement, isUpper);
        return p.To.Arrangement != p.Reg.Arrangement ? new Arm64Fault(Arm64Problem.ArrangementsDiffer, isSum ? p.Reg.Operand : p.To.Operand)
            : isSum ? default : new Arm64Fault(Arm64Problem.ArrangementPair, p.From.Operand);
    }

    private static bool IsProduct(Arm64Arrangement source, Arm64Arrangement product, bool isUpper) => (source, product) switch
    {
        (Arm64Arrangement.B8, Arm64Arrangement.H8) or (Arm64Arrangement.D1, Arm64Arrangement.Q1) => !isUpper,
        (Arm64Arrangement.B16, Arm64Arrangement.H8) or (Arm64Arrangement.D2, Arm64Arrangement.Q1) => isUpper,
        _ => false,
    };

    private static bool IsTwiceAsWide(Arm64Arrangement narrow, Arm64Arrangement wide, bool isUpper) => (narrow, wide) switch
    {
        (Arm64Arrangement.B8, Arm64Arrangement.H8) or (Arm64Arrangement.H4, Arm64Arrangement.S4) or (Arm64Arrangement.S2, Arm64Arrangement.D2) => !isUpper,
        (Arm64Arrangement.B16, Arm64Arrangement.H8) or (Arm64Arrangement.H8, Arm64Arrangement.S4) or (Arm64Arrangement.S4, Arm64Arrangement.D2) => isUpper,
        _ => false,
    };

    private static Arm64Fault Extract(in Arm64PlacedInstruction p)
    {
        var fault = Three(p.From3, p.Reg, p.To, Bytes);
        if (!fault.IsNone)
        {
            return fault;
        }

        var last = p.To.Arrangement == Arm64Arrangement.B8 ? 7 : 15;
        return p.From.Value < 0 || p.From.Value > last ? Arm64Checks.Range(p.From, 0, last) : default;
    }

    private static Arm64Fault ShiftByConstant(in Arm64PlacedInstruction p)
    {
        var fault = Both(p.Reg, p.To, All);
        if (!fault.IsNone)
        {
            return fault;
        }

        var bits = 8 << SizeOf(p.Reg.Arrangement);
        var isRight = p.Operation == Arm64Operation.VUSHR;

        // A negative left shift is taken, whatever it may do.
        return isRight && (p.From.Value < 1 || p.From.Value > bits) ? new Arm64Fault(Arm64Problem.ShiftAmount, p.From.Operand, 1, bits)
            : !isRight && p.From.Value > bits - 1 ? new Arm64Fault(Arm64Problem.ShiftAmount, p.From.Operand, 0, bits - 1)
            : default;
    }

    private static Arm64Fault ShiftLong(in Arm64PlacedInstruction p)
    {
        var isExtension = p.Operation is Arm64Operation.VUXTL or Arm64Operation.VUXTL2;
        ref readonly var source = ref isExtension ? ref p.From : ref p.Reg;
        var isUpper = p.Operation is Arm64Operation.VUXTL2 or Arm64Operation.VUSHLL2;
        if (!IsTwiceAsWide(source.Arrangement, p.To.Arrangement, isUpper))
        {
            var isNarrow = isUpper
                ? source.Arrangement is Arm64Arrangement.B16 or Arm64Arrangement.H8 or Arm64Arrangement.S4
                : source.Arrangement is Arm64Arrangement.B8 or Arm64Arrangement.H4 or Arm64Arrangement.S2;
            return new Arm64Fault(Arm64Problem.ArrangementPair, isNarrow ? p.To.Operand : source.Operand);
        }

        var bits = 8 << SizeOf(source.Arrangement);
        return !isExtension && (p.From.Value < 0 || p.From.Value >= bits) ? new Arm64Fault(Arm64Problem.ShiftAmount, p.From.Operand, 0, bits - 1) : default;
    }
}
