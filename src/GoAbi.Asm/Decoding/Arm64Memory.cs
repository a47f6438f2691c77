namespace GoAbi.Asm;

/// <summary>Loads, stores and atomic instructions of arm64.</summary>
internal static class Arm64Memory
{
    public static bool Decode(ref Arm64Word i)
    {
        return i.Field(28, 2) switch
        {
            0 => i.Field(26, 1) == 0 ? Exclusive(ref i) : Structures(ref i),
            1 => Literal(ref i),
            2 => Pair(ref i),
            _ => Single(ref i),
        };
    }

    private static void Loads(ref Arm64Word i) => i.Add(AsmEffectFlags.ReadsMemory);

    private static void Stores(ref Arm64Word i) => i.Add(AsmEffectFlags.WritesMemory);

    // One register, loaded or stored.
    private static void Transfer(ref Arm64Word i, int register, bool isLoad, bool isVector)
    {
        if (isLoad)
        {
            Loads(ref i);
        }
        else
        {
            Stores(ref i);
        }

        if (isVector && isLoad)
        {
            i.WriteVector(register);
        }
        else if (isVector)
        {
            i.ReadVector(register);
        }
        else if (isLoad)
        {
            i.Write(register);
        }
        else
        {
            i.Read(register);
        }
    }

    // LDXR, STXR, LDAR, STLR, CAS and their like.
    private static bool Exclusive(ref Arm64Word i)
    {
        if (i.Field(24, 1) != 0)
        {
            return false;
        }

        i.Read(i.Rn, orStack: true);
        var isLoad = i.Field(22, 1) == 1;
        var isOrdered = i.Field(23, 1) == 1;
        var isSwap = i.Field(21, 1) == 1 && (isOrdered || i.Field(31, 1) == 0);
        if (isSwap)
        {
            // Compare and swap, of pairs too: what was there comes back in the register that was compared.
            Loads(ref i);
            Stores(ref i);
            i.Read(i.Rd);
            i.Read(i.Rm);
            i.Write(i.Rm);
            if (!isOrdered)
            {
                i.Read(i.Rd + 1);
                i.Read(i.Rm + 1);
                i.Write(i.Rm + 1);
            }

            return true;
        }

        Transfer(ref i, i.Rd, isLoad, isVector: false);
        if (i.Field(21, 1) == 1)
        {
            Transfer(ref i, i.Ra, isLoad, isVector: false);
        }

        if (!isLoad && !isOrdered)
        {
            i.Write(i.Rm);
        }

        return true;
    }

    // LD1 to LD4 and ST1 to ST4: up to four registers, counted round.
    private static bool Structures(ref Arm64Word i)
    {
        if (i.Field(31, 1) != 0)
        {
            return false;
        }

        i.Read(i.Rn, orStack: true);
        var isLoad = i.Field(22, 1) == 1;
        for (var k = 0; k < 4; k++)
        {
            Transfer(ref i, (i.Rd + k) & 31, isLoad, isVector: true);
        }

        if (i.Field(23, 1) == 1)
        {
            i.Read(i.Rm);
            i.Move(i.Rn, null);
        }

        return true;
    }

    private static bool Literal(ref Arm64Word i)
    {
        if (i.Field(24, 1) != 0)
        {
            // Unscaled with ordering; copies and fills of memory are left out.
            if (i.Field(21, 1) != 0 || i.Field(10, 2) != 0 || i.Field(26, 1) != 0)
            {
                return false;
            }

            i.Read(i.Rn, orStack: true);
            Transfer(ref i, i.Rd, isLoad: i.Field(22, 2) != 0, isVector: false);
            return true;
        }

        var isVector = i.Field(26, 1) == 1;
        if (i.Field(30, 2) != 3)
        {
            Transfer(ref i, i.Rd, isLoad: true, isVector);
            return true;
        }

        return !isVector; // A prefetch, or nothing
    }

    private static bool Pair(ref Arm64Word i)
    {
        var isVector = i.Field(26, 1) == 1;
        var isLoad = i.Field(22, 1) == 1;
        var opcode = i.Field(30, 2);
        if (opcode == 3)
        {
            return false;
        }

        i.Read(i.Rn, orStack: true);
        Transfer(ref i, i.Rd, isLoad, isVector);
        Transfer(ref i, i.Ra, isLoad, isVector);
        if (i.Field(23, 1) == 1)
        {
            // STGP has the opcode of LDPSW, and granules of 16 bytes.
            var scale = isVector ? 4 << opcode : opcode == 2 ? 8 : opcode == 1 && !isLoad ? 16 : 4;
            i.Move(i.Rn, (long)i.Signed(15, 7) * scale);
        }

        return true;
    }

    private static bool Single(ref Arm64Word i)
    {
        var isVector = i.Field(26, 1) == 1;
        var opcode = i.Field(22, 2);
        i.Read(i.Rn, orStack: true);
        if (i.Field(24, 1) == 0 && i.Field(21, 1) == 1 && i.Field(10, 2) != 2)
        {
            return i.Field(10, 1) == 1 ? Authenticated(ref i, isVector) : Atomic(ref i, isVector);
        }

        if (i.Field(24, 1) == 0 && i.Field(21, 1) == 1)
        {
            i.Read(i.Rm);
        }

        if (!isVector && opcode == 2 && i.Field(30, 2) == 3)
        {
            return true; // A prefetch
        }

        Transfer(ref i, i.Rd, isLoad: isVector ? (opcode & 1) == 1 : opcode != 0, isVector);
        if (i.Field(24, 1) == 0 && i.Field(21, 1) == 0 && i.Field(10, 1) == 1)
        {
            i.Move(i.Rn, i.Signed(12, 9)); // Before or after
        }

        return true;
    }

    // LDADD, SWP and the like, LDAPR; loads and stores of 64 bytes are left out.
    private static bool Atomic(ref Arm64Word i, bool isVector)
    {
        if (isVector || (i.Field(15, 1) == 1 && i.Field(12, 3) is not (0 or 4)))
        {
            return false;
        }

        Loads(ref i);
        if (i.Field(12, 4) != 12)
        {
            Stores(ref i);
            i.Read(i.Rm);
        }

        i.Write(i.Rd);
        return true;
    }

    // LDRAA, LDRAB: may leave the address in the base.
    private static bool Authenticated(ref Arm64Word i, bool isVector)
    {
        if (isVector || i.Field(30, 2) != 3)
        {
            return false;
        }

        Loads(ref i);
        i.Write(i.Rd);
        if (i.Field(11, 1) == 1)
        {
            i.Move(i.Rn, null);
        }

        return true;
    }
}
