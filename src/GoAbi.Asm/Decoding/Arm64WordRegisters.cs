namespace GoAbi.Asm;

/// <summary>Instructions of arm64 that compute with general registers.</summary>
internal static class Arm64WordRegisters
{
    public static bool Decode(ref Arm64Word i)
    {
        if (i.Is(0x1F000000, 0x0A000000) || i.Is(0x1F200000, 0x0B000000))
        {
            // Logical, and adding, with a shifted register.
            return ThreeRegisters(ref i);
        }

        if (i.Is(0x1FE00000, 0x0B200000))
        {
            i.Read(i.Rn, orStack: true);
            i.Read(i.Rm);
            i.Write(i.Rd, orStack: i.Field(29, 1) == 0);
            return true;
        }

        if (i.Is(0x1F000000, 0x1B000000))
        {
            i.Read(i.Ra);
            return ThreeRegisters(ref i);
        }

        if (i.Is(0x1FE00000, 0x1A000000))
        {
            if (i.Field(10, 6) == 0)
            {
                return ThreeRegisters(ref i); // ADC, SBC
            }

            // RMIF and SETF set flags alone; others are new.
            i.Read(i.Rn);
            return i.Is(0xFFE07C10, 0xBA000400) || i.Is(0xFFFFBC1F, 0x3A00080D);
        }

        if (i.Is(0x1FE00000, 0x1A400000))
        {
            // Conditional compare with a register or a number.
            i.Read(i.Rn);
            if (i.Field(11, 1) == 0)
            {
                i.Read(i.Rm);
            }

            return true;
        }

        if (i.Is(0x1FE00000, 0x1A800000))
        {
            return ThreeRegisters(ref i);
        }

        if (i.Is(0x5FE00000, 0x1AC00000))
        {
            // Two sources; those of pointer tags take SP, and IRG gives it.
            var tags = i.Field(10, 6) is 0 or 4 or 5 && i.Field(31, 1) == 1;
            i.Read(i.Rn, orStack: tags);
            i.Read(i.Rm, orStack: i.Field(10, 6) is 0 or 12);
            i.Write(i.Rd, orStack: tags && i.Field(10, 6) == 4);
            return true;
        }

        if (i.Is(0x5FE00000, 0x5AC00000))
        {
            // One source; signing an address reads the destination and may read SP.
            i.Read(i.Rn, orStack: i.Rm == 1);
            if (i.Rm == 1)
            {
                i.Read(i.Rd);
            }

            i.Write(i.Rd);
            return true;
        }

        return false;
    }

    private static bool ThreeRegisters(ref Arm64Word i)
    {
        i.Read(i.Rn);
        i.Read(i.Rm);
        i.Write(i.Rd);
        return true;
    }
}
