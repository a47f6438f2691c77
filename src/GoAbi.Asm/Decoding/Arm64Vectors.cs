namespace GoAbi.Asm;

/// <summary>Floating point, vectors and cryptography of arm64: all write a vector register but a few that give a general one, or flags.</summary>
internal static class Arm64Vectors
{
    public static bool Decode(ref Arm64Word i)
    {
        if (IsCompare(i))
        {
            i.ReadVector(i.Rn);
            i.ReadVector(i.Rm);
            return true;
        }

        if (i.Is(0x5F20FC00, 0x1E200000) || i.Is(0x5F200000, 0x1E000000))
        {
            // To and from integers.
            var opcode = i.Field(16, 3);
            var fromGeneral = i.Is(0x00200000, 0x00200000) ? opcode is 2 or 3 or 7 : opcode is 2 or 3;
            if (fromGeneral)
            {
                i.Read(i.Rn);
                i.WriteVector(i.Rd);
            }
            else
            {
                i.ReadVector(i.Rn);
                i.Write(i.Rd);
            }

            return true;
        }

        if (i.Is(0xBFE08400, 0x0E000400) && i.Field(11, 4) is 5 or 7)
        {
            i.ReadVector(i.Rn); // SMOV, UMOV
            i.Write(i.Rd);
            return true;
        }

        if (i.Is(0x9FE08400, 0x0E000400) && i.Field(11, 4) is 1 or 3)
        {
            i.Read(i.Rn); // DUP and INS from a general register
            i.ReadVector(i.Rd);
            i.WriteVector(i.Rd);
            return true;
        }

        // The destination is often read as well; sources are among these, with ZR's number for none.
        i.ReadVector(i.Rd);
        i.ReadVector(i.Rn);
        i.ReadVector(i.Rm);
        i.ReadVector(i.Ra);
        i.WriteVector(i.Rd);
        return true;
    }

    private static bool IsCompare(in Arm64Word i) => i.Is(0xFF20FC07, 0x1E202000) || i.Is(0xFF200C00, 0x1E200400);
}
