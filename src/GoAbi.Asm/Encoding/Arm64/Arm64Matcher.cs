namespace GoAbi.Asm;

/// <summary>Finds the form of an instruction, as cmd/internal/obj/arm64.(*ctxt7).oplook does: the first row that takes every operand.</summary>
internal static class Arm64Matcher
{
    private const int Slots = 5;

    /// <summary>Index of the row; -1 where none takes the operands.</summary>
    public static int Find(in Arm64PlacedInstruction p, Arm64Forms forms)
    {
        var from = forms.TakenBy(p.From.Class);
        var reg = forms.TakenBy(p.Reg.Class);
        var from3 = forms.TakenBy(p.From3.Class);
        var to = forms.TakenBy(p.To.Class);
        var to2 = forms.TakenBy(p.To2.Class);
        var rows = p.Mnemonic.Forms;
        foreach (var i in p.Mnemonic.Group.Candidates(p.From.Class, p.To.Class, forms))
        {
            ref readonly var row = ref rows[i];
            if (from[row.From] != 0 && to[row.To] != 0 && reg[row.Reg] != 0 && row.Suffix == p.Suffix && from3[row.From3] != 0
                && (row.To2 == Arm64Form.Unsaid || to2[row.To2] != 0))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Why there is no form: what the nearest one has another way.</summary>
    public static Arm64Fault Explain(in Arm64PlacedInstruction p, Arm64Forms forms)
    {
        var rows = p.Mnemonic.Forms;
        if (rows.Length == 0)
        {
            return new Arm64Fault(Arm64Problem.Never, Arm64Fault.Statement);
        }

        var best = -1;
        var bestScore = int.MinValue;
        for (var i = 0; i < rows.Length; i++)
        {
            var score = Score(p, rows[i], forms);
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        if (!HasShape(p, rows[best]))
        {
            return new Arm64Fault(Arm64Problem.OperandCount, Arm64Fault.Statement);
        }

        for (var slot = 0; slot < Slots; slot++)
        {
            if (!Takes(p, rows[best], slot, forms))
            {
                return new Arm64Fault(Arm64Problem.Combination, Slot(p, slot).Operand, slot);
            }
        }

        return new Arm64Fault(Arm64Problem.Suffix, Arm64Fault.Statement);
    }

    /// <summary>The operand that the assembler has put there.</summary>
    public static Arm64Address Slot(in Arm64PlacedInstruction p, int slot) => slot switch { 0 => p.From, 1 => p.Reg, 2 => p.From3, 3 => p.To, _ => p.To2 };

    /// <summary>What a row takes there.</summary>
    public static Arm64Class SlotClass(in Arm64Form row, int slot) => (Arm64Class)(slot switch
    {
        0 => row.From,
        1 => row.Reg,
        2 => row.From3,
        3 => row.To,
        _ => row.To2 == Arm64Form.Unsaid ? (byte)Arm64Class.Any : row.To2,
    });

    /// <summary>Whether a row has an operand wherever the instruction has one, and nowhere else.</summary>
    public static bool HasShape(in Arm64PlacedInstruction p, in Arm64Form row)
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            var wanted = SlotClass(row, slot);
            if (wanted != Arm64Class.Any && (wanted == Arm64Class.None) != (Slot(p, slot).Kind == Arm64Kind.None))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a row takes every operand but that of one slot.</summary>
    public static bool TakesOthers(in Arm64PlacedInstruction p, in Arm64Form row, int slot, Arm64Forms forms)
    {
        for (var other = 0; other < Slots; other++)
        {
            if (other != slot && !Takes(p, row, other, forms))
            {
                return false;
            }
        }

        return row.Suffix == p.Suffix;
    }

    private static bool Takes(in Arm64PlacedInstruction p, in Arm64Form row, int slot, Arm64Forms forms)
    {
        var wanted = SlotClass(row, slot);
        return wanted == Arm64Class.Any || forms.Takes(wanted, Slot(p, slot).Class);
    }

    // The number of operands counts most, then the suffix is nearer than an operand; of operands, one of the same kind is nearer.
    private static int Score(in Arm64PlacedInstruction p, in Arm64Form row, Arm64Forms forms)
    {
        var score = (HasShape(p, row) ? 1000 : 0) + (row.Suffix == p.Suffix ? 30 : 0);
        for (var slot = 0; slot < Slots; slot++)
        {
            score += Takes(p, row, slot, forms) ? 40 : Arm64Messages.AreAlike(SlotClass(row, slot), Slot(p, slot).Class) ? 10 : 0;
        }

        return score;
    }
}
