namespace GoAbi.Asm;

/// <summary>Instructions of arm64 that compute with a constant of their own.</summary>
internal static class Arm64Immediates
{
    private const int ZeroOrStack = 31;

    public static bool Decode(ref Arm64Word i)
    {
        switch (i.Field(23, 3))
        {
            case 0 or 1:
                i.Write(i.Rd); // ADR, ADRP
                return true;
            case 2:
                Add(ref i);
                return true;
            case 3 when i.Field(22, 1) == 0 && i.Field(31, 1) == 1 && i.Field(29, 1) == 0:
                // ADDG, SUBG: a number is added, and the tag is another.
                i.Read(i.Rn, orStack: true);
                i.Write(i.Rd, orStack: true);
                return true;
            case 4:
                i.Read(i.Rn);
                i.Write(i.Rd, orStack: i.Field(29, 2) != 3);
                return true;
            case 5:
                if (i.Field(29, 2) == 3)
                {
                    i.Read(i.Rd); // MOVK
                }

                i.Write(i.Rd);
                return i.Field(29, 2) != 1;
            case 6:
                // BFM keeps bits of its destination.
                i.Read(i.Rn);
                if (i.Field(29, 2) == 1)
                {
                    i.Read(i.Rd);
                }

                i.Write(i.Rd);
                return i.Field(29, 2) != 3;
            case 7:
                i.Read(i.Rn);
                i.Read(i.Rm);
                i.Write(i.Rd);
                return i.Field(29, 2) == 0;
            default:
                return false;
        }
    }

    private static void Add(ref Arm64Word i)
    {
        var setsFlags = i.Field(29, 1) == 1;
        long amount = i.Field(10, 12) << (i.Field(22, 1) * 12);
        var isStack = !setsFlags && i.Rd == ZeroOrStack && i.Rn == ZeroOrStack && i.Field(31, 1) == 1;
        i.Read(i.Rn, orStack: true);
        if (isStack)
        {
            i.Move(i.Rd, i.Field(30, 1) == 1 ? -amount : amount);
        }
        else
        {
            i.Write(i.Rd, orStack: !setsFlags);
        }
    }
}
