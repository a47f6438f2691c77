using System.Collections.Generic;
using System.Globalization;
using System.Text;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>What is said of a fault; nothing here runs for an instruction that is right.</summary>
internal static class Arm64Messages
{
    /// <summary>The diagnostic's id.</summary>
    public static string IdOf(Arm64Problem problem) => problem switch
    {
        Arm64Problem.OperandCount => DiagnosticIds.OperandCount,
        Arm64Problem.Suffix => DiagnosticIds.InstructionSuffix,
        Arm64Problem.ShiftAmount or Arm64Problem.Range or Arm64Problem.OffsetRange or Arm64Problem.OffsetNotReachable or Arm64Problem.Element
            or Arm64Problem.Increment or Arm64Problem.IndexShift or Arm64Problem.WideConstant or Arm64Problem.MoveConstant or Arm64Problem.MoveConstantUpper
            or Arm64Problem.MoveConstantZero or Arm64Problem.SystemArgument or Arm64Problem.UnsignedMoveConstant => DiagnosticIds.OperandRange,
        Arm64Problem.Alignment or Arm64Problem.AlignmentLimit => DiagnosticIds.DirectiveOperand,
        _ => DiagnosticIds.OperandCombination,
    };

    /// <summary>The words.</summary>
    public static string TextOf(in Arm64Fault fault, in Arm64PlacedInstruction p, Arm64Forms forms)
    {
        var name = p.Mnemonic.Name;
        return fault.Problem switch
        {
            Arm64Problem.Combination => Combination(p, (int)fault.Low, forms),
            Arm64Problem.OperandCount => Count(p),
            Arm64Problem.Suffix => Suffix(p),
            Arm64Problem.ConstantWanted => name + " takes a constant as its first operand here",
            Arm64Problem.PairWanted => name + " takes a pair of registers here, as in (R2, R3)",
            Arm64Problem.RegisterWanted => name + " takes a register here",
            Arm64Problem.StackPointerResult => name + " can't have RSP as result",
            Arm64Problem.StackPointerSource => name + " with a constant can't read RSP",
            Arm64Problem.ZeroResult => name + " needs a register for the old value: ZR is refused before Go 1.20",
            Arm64Problem.AssemblerRegister => "R27 can't be used here: the assembler needs it for the constant, offset or address",
            Arm64Problem.ShiftAmount => "a shift of " + name + " must be from " + Number(fault.Low) + " to " + Number(fault.High) + " here",
            Arm64Problem.Rotation => name + " takes registers shifted by <<, >> or ->, but not rotated",
            Arm64Problem.StackPointerShift => name + " with RSP takes no shift but <<",
            Arm64Problem.AlwaysCondition => name + " does not take the conditions AL and NV",
            Arm64Problem.WideConstant => "a constant of " + name + " must fit in 32 bits",
            Arm64Problem.ConstantNotTaken => name + " has no form for this constant with these registers",
            Arm64Problem.UnsignedMoveConstant => "MOVWU has no form for this constant: MOVW clears the upper half too",
            Arm64Problem.MoveConstant => "a constant of " + name + " must be 16 bits at a multiple of 16",
            Arm64Problem.MoveConstantZero => name + " can't tell which 16 bits a zero is for",
            Arm64Problem.MoveConstantUpper => "a constant of " + name + " must lie in the lower 32 bits",
            Arm64Problem.AddressOf32 => "an address does not fit in 32 bits: use MOVD",
            Arm64Problem.AddressConstant => "an address needs DWORD",
            Arm64Problem.Range => "this must be from " + Number(fault.Low) + " to " + Number(fault.High) + " in " + name,
            Arm64Problem.OffsetRange => "an offset of " + name + " with .P or .W must be from " + Number(fault.Low) + " to " + Number(fault.High),
            Arm64Problem.OffsetNotReachable => "the offset is out of reach for " + name,
            Arm64Problem.Element => "the element must be from 0 to " + Number(fault.High),
            Arm64Problem.SystemArgument => "an argument of " + name + " has bits outside op1, CRn, CRm and op2",
            Arm64Problem.NotReadable => "this system register can't be read",
            Arm64Problem.NotWritable => "this system register can't be written",
            Arm64Problem.StateField => "a constant can be written to SPSel, DIT, DAIFSet and DAIFClr only",
            Arm64Problem.Prefetch => "this is no prefetch operation, as PLDL1KEEP is one",
            Arm64Problem.SystemOperand => "this is no operation of " + name,
            Arm64Problem.MissingRegister => name + " needs a register for this operation",
            Arm64Problem.ExtraRegister => name + " takes no register for this operation",
            Arm64Problem.SameLoaded => name + " can't load the same register twice",
            Arm64Problem.WrittenBackBase => "the base register is written back and can't be loaded or stored too",
            Arm64Problem.StatusRegister => "the status of " + name + " must go to a register that is neither stored nor the address",
            Arm64Problem.GeneralPair => name + " takes a pair of general registers",
            Arm64Problem.FloatPair => name + " takes a pair of floating-point registers",
            Arm64Problem.OddPair => "a pair of " + name + " must begin with an even register",
            Arm64Problem.SplitPair => "a pair of " + name + " must be two registers in a row",
            Arm64Problem.NoBaseRegister => name + " needs a base register",
            Arm64Problem.IndexShift => fault.Low == 0 ? "the index of " + name + " can't be shifted" : "the index of " + name + " can be shifted by 0 or " + Number(fault.Low),
            Arm64Problem.ExtendedIncrement => "the increment of " + name + " must be a plain register",
            Arm64Problem.Increment => "the increment must be " + Number(fault.Low) + " here: the bytes that " + name + " moves",
            Arm64Problem.ListLength => name + " takes a list of " + Number(fault.Low) + (fault.Low == 1 ? " register" : " registers"),
            Arm64Problem.ArrangementsDiffer => "the vectors of " + name + " must have the same arrangement",
            Arm64Problem.Arrangement => name + " takes " + Arrangements(fault.Low) + " here",
            Arm64Problem.ArrangementPair => name + " does not take these two arrangements together",
            Arm64Problem.ScalarNotTaken => name + " takes vectors with an arrangement, as in V1.D2",
            Arm64Problem.ScalarWanted => name + " takes vector registers without arrangement",
            Arm64Problem.Alignment => "an alignment must be a power of two from 8 to 2048",
            Arm64Problem.AlignmentLimit => "the padding must be from 0 to less than the alignment",
            _ => name + " can't be encoded",
        };
    }

    /// <summary>Of one sort: registers, constants, memory.</summary>
    public static bool AreAlike(Arm64Class one, Arm64Class other) => Sort(one) == Sort(other);

    private const string AnyConstant = "a constant";
    private const string WithZero = "a general register or ZR";
    private const string WithStackPointer = "a general register or RSP";

    private static int Sort(Arm64Class value) => value switch
    {
        Arm64Class.None => 0,
        <= Arm64Class.Vreg => 1,
        Arm64Class.Pair or Arm64Class.List => 2,
        Arm64Class.Shift or Arm64Class.Extreg or Arm64Class.Arng or Arm64Class.Elem => 1,
        Arm64Class.Spr or Arm64Class.Cond or Arm64Class.Spop => 3,
        >= Arm64Class.Zcon and <= Arm64Class.Aecon => 4,
        Arm64Class.Sbra or Arm64Class.Lbra => 5,
        _ => 6,
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Combination(in Arm64PlacedInstruction p, int slot, Arm64Forms forms)
    {
        var taken = new List<string>();
        foreach (var row in p.Mnemonic.Forms)
        {
            if (!Arm64Matcher.HasShape(p, row) || !Arm64Matcher.TakesOthers(p, row, slot, forms))
            {
                continue;
            }

            Add(taken, row, slot);
        }

        if (taken.Count == 0)
        {
            foreach (var row in p.Mnemonic.Forms)
            {
                if (Arm64Matcher.HasShape(p, row))
                {
                    Add(taken, row, slot);
                }
            }
        }

        if (taken.Contains(AnyConstant))
        {
            taken.RemoveAll(static words => words.StartsWith("a constant ", System.StringComparison.Ordinal));
        }

        if (taken.Contains(WithZero) && taken.Contains(WithStackPointer))
        {
            taken.Remove(WithStackPointer);
            taken[taken.IndexOf(WithZero)] = "a general register, ZR, RSP";
        }

        return p.Mnemonic.Name + " takes " + List(taken) + " here, not " + Found(Arm64Matcher.Slot(p, slot).Class);
    }

    private static string Found(Arm64Class value) => value switch
    {
        Arm64Class.Zreg => "ZR",
        Arm64Class.Rsp => "RSP",
        >= Arm64Class.Zcon and <= Arm64Class.Vcon => "this constant",
        Arm64Class.Loreg or Arm64Class.Lauto or Arm64Class.Loregpool or Arm64Class.Lautopool => "memory so far off",
        >= Arm64Class.Nsauto_16 and <= Arm64Class.Uauto64k or >= Arm64Class.Nsoreg_16 and <= Arm64Class.Uoreg64k => "memory with this offset",
        Arm64Class.Gok => "an operand of this form",
        _ => Describe(value),
    };

    private static void Add(List<string> taken, in Arm64Form row, int slot)
    {
        var wanted = Arm64Matcher.SlotClass(row, slot);
        var words = Describe(wanted);
        if (wanted is not (Arm64Class.Tls_ie or Arm64Class.Tls_le or Arm64Class.Gotaddr or Arm64Class.Lext) && !taken.Contains(words))
        {
            taken.Add(words);
        }
    }

    private static string Count(in Arm64PlacedInstruction p)
    {
        var counts = new SortedSet<int>();
        foreach (var row in p.Mnemonic.Forms)
        {
            var count = 0;
            for (var slot = 0; slot < 5; slot++)
            {
                count += Arm64Matcher.SlotClass(row, slot) == Arm64Class.None ? 0 : 1;
            }

            // A row that does not speak of a second result: only those with two have three operands.
            counts.Add(row.To2 == Arm64Form.Unsaid && !p.Is(Arm64Sets.TwoResults | Arm64Sets.TwoPairs) ? count - 1 : count);
        }

        var words = new List<string>();
        foreach (var count in counts)
        {
            words.Add(count == 0 ? "no" : Number(count));
        }

        var found = p.OperandCount;
        return counts.Contains(found)
            ? p.Mnemonic.Name + " has no form with these operands"
            : p.Mnemonic.Name + " takes " + List(words) + (counts.Count == 1 && counts.Contains(1) ? " operand, not " : " operands, not ") + (found == 0 ? "none" : Number(found));
    }

    private static string Suffix(in Arm64PlacedInstruction p)
    {
        var wanted = -1;
        foreach (var row in p.Mnemonic.Forms)
        {
            wanted = row.Suffix != 0 ? row.Suffix : wanted;
        }

        return p.Suffix == 0 ? p.Mnemonic.Name + " takes these operands with ." + (wanted == 1 ? "P" : "W") + " only"
            : p.Suffix == 3 ? p.Mnemonic.Name + " can't have .P and .W at once"
            : wanted < 0 ? p.Mnemonic.Name + " takes no suffix"
            : p.Mnemonic.Name + " does not take these operands with ." + (p.Suffix == 1 ? "P" : "W");
    }

    private static string Arrangements(long allowed)
    {
        var names = new List<string>();
        for (var i = (int)Arm64Arrangement.B8; i <= (int)Arm64Arrangement.D; i++)
        {
            if ((allowed & (1L << i)) != 0)
            {
                names.Add(((Arm64Arrangement)i).ToString());
            }
        }

        return List(names);
    }

    private static string List(List<string> words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            text.Append(i == 0 ? "" : i == words.Count - 1 ? " or " : ", ").Append(words[i]);
        }

        return text.ToString();
    }

    private static string Describe(Arm64Class value) => value switch
    {
        Arm64Class.None => "nothing",
        Arm64Class.Reg => "a general register",
        Arm64Class.Zreg => WithZero,
        Arm64Class.Rsp => WithStackPointer,
        Arm64Class.Freg => "a floating-point register",
        Arm64Class.Vreg => "a vector register",
        Arm64Class.Pair => "a pair of registers",
        Arm64Class.Shift => "a shifted register",
        Arm64Class.Extreg => "an extended register",
        Arm64Class.Spr => "a system register",
        Arm64Class.Cond => "a condition",
        Arm64Class.Spop => "a special operand",
        Arm64Class.Arng => "a vector with an arrangement",
        Arm64Class.Elem => "an element of a vector",
        Arm64Class.List => "a list of vectors",
        Arm64Class.Addcon or Arm64Class.Addcon0 => "a constant of 12 bits",
        Arm64Class.Addcon2 => "a constant of 24 bits",
        Arm64Class.Bitcon or Arm64Class.Mbcon => "a constant that is a repeated run of ones",
        Arm64Class.Movcon => "a constant of 16 bits at a multiple of 16",
        Arm64Class.Lcon => "a constant of 32 bits",
        Arm64Class.Fcon => "a floating-point constant",
        Arm64Class.Vconaddr => "the address of a symbol",
        Arm64Class.Aacon or Arm64Class.Aacon2 or Arm64Class.Lacon => "an address in the frame",
        >= Arm64Class.Zcon and <= Arm64Class.Vcon => AnyConstant,
        Arm64Class.Sbra or Arm64Class.Lbra => "a label",
        Arm64Class.Zauto or Arm64Class.Zoreg => "memory without offset",
        >= Arm64Class.Zauto and <= Arm64Class.Loreg => "memory",
        Arm64Class.Addr => "memory at a symbol",
        Arm64Class.Roff => "memory with an index register",
        _ => "this operand",
    };
}
