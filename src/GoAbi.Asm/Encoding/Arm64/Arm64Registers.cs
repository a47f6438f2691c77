namespace GoAbi.Asm;

/// <summary>Numbers of registers by name, as <see cref="AsmRegister.Number"/> has them.</summary>
internal static class Arm64Registers
{
    public const int R0 = 8192;

    /// <summary>The register that the assembler itself uses where an instruction becomes several.</summary>
    public const int R27 = R0 + 27;

    public const int R30 = R0 + 30;
    public const int Zr = R0 + 31;
    public const int F0 = R0 + 32;
    public const int F31 = F0 + 31;
    public const int V0 = F31 + 1;
    public const int V31 = V0 + 31;
    public const int Rsp = 8383;
    public const int System = 16384;

    public static bool IsGeneral(int number) => number is >= R0 and <= Zr;

    public static bool IsFloat(int number) => number is >= F0 and <= F31;

    public static Arm64Class ClassOf(int number, bool isOld) => number switch
    {
        >= R0 and <= R30 => Arm64Class.Reg,
        Zr => isOld ? Arm64Class.Zcon : Arm64Class.Zreg,
        >= F0 and <= F31 => Arm64Class.Freg,
        >= V0 and <= V31 => Arm64Class.Vreg,
        Rsp => Arm64Class.Rsp,
        >= System => Arm64Class.Spr,
        < R0 => Arm64Class.Gok,

        // Registers of releases that are not known here.
        _ => Arm64Class.Any,
    };
}
