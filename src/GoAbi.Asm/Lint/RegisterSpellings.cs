using System;

namespace GoAbi.Asm;

/// <summary>Go's spelling of registers that others spell otherwise.</summary>
internal static class RegisterSpellings
{
    /// <summary>How the architecture writes the register that a name means elsewhere; null for none.</summary>
    public static string? Find(string name, AsmArchitecture architecture)
    {
        var upper = name.ToUpperInvariant();
        var spelled = architecture.Name switch
        {
            "amd64" or "386" => X86(upper),
            "arm64" => Arm64(upper),
            "arm" => upper is "R10" ? "g" : null,
            "riscv64" => upper is "X27" ? "g" : null,
            "s390x" => upper is "R13" ? "g" : null,
            "loong64" => upper is "R22" ? "g" : null,
            "mips" or "mipsle" or "mips64" or "mips64le" or "ppc64" or "ppc64le" => upper is "R30" ? "g" : null,
            _ => null,
        };
        spelled ??= upper == "G" ? "g" : upper;
        return spelled != name && architecture.TryGetRegister(spelled, out _) ? spelled : null;
    }

    // EAX and RAX are AX, XMM1 is X1; R8D is R8: the size is in the instruction's name.
    private static string? X86(string name)
    {
        if (name.Length == 3 && name[0] is 'E' or 'R' && !IsDigit(name[1]))
        {
            return name.Substring(1);
        }

        if (name.Length > 3 && name[0] is 'X' or 'Y' or 'Z' && string.CompareOrdinal(name, 1, "MM", 0, 2) == 0)
        {
            return name.Substring(0, 1) + name.Substring(3);
        }

        return name.Length is 3 or 4 && name[0] == 'R' && IsDigit(name[1]) && name[name.Length - 1] is 'D' or 'W' or 'B'
            ? name.Substring(0, name.Length - 1)
            : null;
    }

    private static string? Arm64(string name) => name switch
    {
        "R18" or "X18" or "W18" => "R18_PLATFORM",
        "R28" or "X28" or "W28" => "g",
        "XZR" or "WZR" => "ZR",
        "WSP" => "RSP",
        _ when name.Length is 2 or 3 && IsDigit(name[1]) => name[0] switch
        {
            'X' or 'W' => "R" + name.Substring(1),
            'D' or 'S' or 'H' => "F" + name.Substring(1),
            'Q' => "V" + name.Substring(1),
            _ => null,
        },
        _ => null,
    };

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
