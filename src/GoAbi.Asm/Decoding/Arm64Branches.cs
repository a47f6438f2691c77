namespace GoAbi.Asm;

/// <summary>Branches, exceptions and system instructions of arm64.</summary>
internal static class Arm64Branches
{
    private const int Link = 30;
    private const int ThreadPointer = 0x5E82;
    private const int ReadOnlyThreadPointer = 0x5E83;

    public static bool Decode(ref Arm64Word i)
    {
        if (i.Is(0x7C000000, 0x14000000))
        {
            i.RelativeTarget = i.Signed(0, 26) * 4L;
            return i.Is(0x80000000, 0) ? Jump(ref i) : Call(ref i);
        }

        if (i.Is(0x7E000000, 0x34000000) || i.Is(0x7E000000, 0x36000000) || i.Is(0xFF000000, 0x54000000))
        {
            // CBZ and CBNZ, TBZ and TBNZ, B.cond and BC.cond.
            var isTest = i.Is(0x7E000000, 0x36000000);
            i.RelativeTarget = (isTest ? i.Signed(5, 14) : i.Signed(5, 19)) * 4L;
            i.Kind = AsmInstructionKind.ConditionalJump;
            if (!i.Is(0xFF000000, 0x54000000))
            {
                i.Read(i.Rd);
            }

            return true;
        }

        if (i.Is(0xFE000000, 0xD6000000))
        {
            return Register(ref i);
        }

        if (i.Is(0xFF000000, 0xD4000000))
        {
            return Exception(ref i);
        }

        return i.Is(0xFFC00000, 0xD5000000) && System(ref i);
    }

    private static bool Jump(ref Arm64Word i)
    {
        i.Kind = AsmInstructionKind.Jump;
        i.FallsThrough = false;
        return true;
    }

    private static bool Call(ref Arm64Word i)
    {
        i.Kind = AsmInstructionKind.Call;
        i.Write(Link);
        return true;
    }

    private static bool Return(ref Arm64Word i)
    {
        i.Kind = AsmInstructionKind.Return;
        i.FallsThrough = false;
        return true;
    }

    // BR, BLR, RET, ERET and DRPS, with authenticated addresses too.
    private static bool Register(ref Arm64Word i)
    {
        if (!i.Is(0x001F0000, 0x001F0000))
        {
            return false;
        }

        var isPlain = i.Is(0x0100FC1F, 0);
        var authenticates = i.Is(0x0000F800, 0x00000800);
        var usesModifier = i.Is(0x01000000, 0x01000000);
        if (!isPlain && !authenticates)
        {
            return false;
        }

        switch (i.Field(21, 3))
        {
            case 0:
                i.Read(i.Rn);
                ReadModifier(ref i, usesModifier);
                return Jump(ref i);
            case 1:
                i.Read(i.Rn);
                ReadModifier(ref i, usesModifier);
                return Call(ref i);
            case 2 when !usesModifier:
                i.Read(authenticates ? Link : i.Rn);
                ReadModifier(ref i, authenticates);
                return Return(ref i);
            case 4 when !usesModifier:
                // ERET: to another exception level, with the registers of that.
                i.Add(AsmEffectFlags.Unknown);
                return Return(ref i);
            case 5 when isPlain:
                i.Add(AsmEffectFlags.Unknown);
                return Return(ref i);
            default:
                return false;
        }
    }

    private static void ReadModifier(ref Arm64Word i, bool isUsed)
    {
        if (isUsed)
        {
            i.Read(i.Rd, orStack: true);
        }
    }

    private static bool Exception(ref Arm64Word i)
    {
        var (kind, falls) = (i.Field(21, 3), i.Field(0, 5)) switch
        {
            (0, 1 or 2 or 3) => (AsmInstructionKind.SystemCall, true),
            (1, 0) => (AsmInstructionKind.Trap, true),
            (2, 0) => (AsmInstructionKind.Trap, true),
            (5, 1 or 2 or 3) => (AsmInstructionKind.Trap, true),
            _ => (AsmInstructionKind.Other, true),
        };
        i.Kind = kind;
        i.FallsThrough = falls;
        return kind != AsmInstructionKind.Other;
    }

    private static bool System(ref Arm64Word i)
    {
        if (i.Is(0xFFFFF01F, 0xD503201F))
        {
            return Hint(i.Field(5, 7), ref i);
        }

        if (i.Is(0xFFFFF000, 0xD5033000) || i.Is(0xFFF8F01F, 0xD500401F))
        {
            // Barriers; MSR of a field of the processor's state. SPSel says which SP there is.
            if (i.Is(0xFFFFF0FF, 0xD50040BF))
            {
                i.Write(31, orStack: true);
            }

            return true;
        }

        var isRead = i.Field(21, 1) == 1;
        if (i.Field(20, 1) == 0)
        {
            // SYS may be a cache operation that writes memory; SYSL has a result.
            if (i.Field(19, 2) != 1)
            {
                return false;
            }

            if (isRead)
            {
                i.Write(i.Rd);
            }
            else
            {
                i.Read(i.Rd);
                i.Add(AsmEffectFlags.WritesMemory);
            }

            return true;
        }

        var isThread = i.Field(5, 15) is ThreadPointer or ReadOnlyThreadPointer;
        i.Add(!isThread ? AsmEffectFlags.None : isRead ? AsmEffectFlags.ReadsThread : AsmEffectFlags.WritesThread);
        if (isRead)
        {
            i.Write(i.Rd);
        }
        else
        {
            i.Read(i.Rd);
        }

        return true;
    }

    // Hints that sign or check an address change it: 7 and 24 to 31 the link register, 8 to 15 R17.
    private static bool Hint(int number, ref Arm64Word i)
    {
        if (number is 7 or (>= 24 and <= 31))
        {
            i.Read(Link);
            i.Write(Link);
            if ((number & 1) != 0 && number != 7)
            {
                i.Read(31, orStack: true);
            }
        }
        else if (number is >= 8 and <= 15)
        {
            i.Read(16);
            i.Read(17);
            i.Write(17);
        }

        return true;
    }
}
