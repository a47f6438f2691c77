using System;
using System.Collections.Generic;

namespace GoAbi.Asm;

/// <summary>Numbers the registers of an architecture from 0, names of one register and its parts alike: the bits of <see cref="AsmRegisterSet"/>.</summary>
internal sealed class RegisterSlots
{
    private const int Most = 192;

    private readonly Dictionary<int, int> byNumber = [];
    private readonly List<AsmRegister> widest = [];

    public RegisterSlots(AsmArchitecture architecture)
    {
        // General ones come first, so that they share one word of the set.
        foreach (var general in new[] { true, false })
        {
            foreach (var register in architecture.Registers)
            {
                if (register.Class == AsmRegisterClass.General == general && IsCounted(register))
                {
                    Add(architecture, register);
                }
            }
        }
    }

    public int Count => widest.Count;

    public AsmRegister this[int slot] => widest[slot];

    /// <summary>The register's number; below 0 where it has none.</summary>
    public int Of(AsmRegister register) => register.Name is not null && byNumber.TryGetValue(register.Number, out var slot) ? slot : -1;

    private void Add(AsmArchitecture architecture, AsmRegister register)
    {
        if (byNumber.ContainsKey(register.Number) || IsZero(architecture, register))
        {
            return;
        }

        var whole = Whole(architecture, register);
        if (!byNumber.TryGetValue(whole.Number, out var slot))
        {
            slot = widest.Count;
            if (slot == Most)
            {
                return;
            }

            widest.Add(whole);
            byNumber.Add(whole.Number, slot);
        }

        byNumber[register.Number] = slot;
    }

    // Of the system registers those that code uses like others: ppc64's LR and CTR.
    private static bool IsCounted(AsmRegister register) =>
        register.Class != AsmRegisterClass.Pseudo
        && (register.Class != AsmRegisterClass.System || register.IsLinkRegister || register.Name == "CTR");

    private static bool IsZero(AsmArchitecture architecture, AsmRegister register) => architecture.Name switch
    {
        "arm64" => register.Name == "ZR",
        "riscv64" => register.Name is "ZERO" or "X0",
        "mips" or "mipsle" or "mips64" or "mips64le" or "loong64" => register.Name == "R0",
        _ => false,
    };

    private static AsmRegister Whole(AsmArchitecture architecture, AsmRegister register)
    {
        var name = register.Name;
        var whole = architecture.Name switch
        {
            "386" or "amd64" => X86(name),
            "arm64" when IsNumbered(name, "Z") => "V" + name.Substring(1),
            "arm64" or "s390x" when IsNumbered(name, "F") => "V" + name.Substring(1),
            "loong64" when IsNumbered(name, "F") || IsNumbered(name, "V") => "X" + name.Substring(1),
            "ppc64" or "ppc64le" when IsNumbered(name, "F") => "VS" + name.Substring(1),
            "ppc64" or "ppc64le" when IsNumbered(name, "V") => PpcVector(name),
            _ => name,
        };
        return architecture.TryGetRegister(whole, out var found) ? found : register;
    }

    private static string X86(string name)
    {
        if (name.Length == 2 && name[1] is 'L' or 'H' && "ABCD".IndexOf(name[0]) >= 0)
        {
            return name[0] + "X";
        }

        return name switch
        {
            "SPB" or "BPB" or "SIB" or "DIB" => name.Substring(0, 2),
            _ when name[0] == 'R' && name[name.Length - 1] == 'B' => name.Substring(0, name.Length - 1),
            _ when IsNumbered(name, "X") || IsNumbered(name, "Y") => "Z" + name.Substring(1),
            _ => name,
        };
    }

    // The vector registers are the upper half of the vector-scalar ones.
    private static string PpcVector(string name)
    {
        var number = 0;
        for (var i = 1; i < name.Length; i++)
        {
            number = (number * 10) + name[i] - '0';
        }

        return "VS" + (number + 32).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool IsNumbered(string name, string prefix)
    {
        if (!name.StartsWith(prefix, StringComparison.Ordinal) || name.Length == prefix.Length)
        {
            return false;
        }

        for (var i = prefix.Length; i < name.Length; i++)
        {
            if (name[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}
