using System;

namespace GoAbi.Asm;

/// <summary>Numbers of registers by name, as <see cref="AsmRegister.Number"/> has them.</summary>
internal static class Arm64RegisterNumbers
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

    // By field of a record less one; pseudo-registers have none.
    private static readonly ushort[] ByField = Read();

    /// <summary>The number of the register of a record's field, which is not 0.</summary>
    public static ushort Of(ProgramRecords records, ushort field) =>
        field <= ByField.Length ? ByField[field - 1] : (ushort)Math.Max(records.Register(field).Number, 0);

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

    private static ushort[] Read()
    {
        var registers = AsmArchitecture.Find("arm64")!.Registers;
        var numbers = new ushort[registers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (ushort)Math.Max(registers[i].Number, 0);
        }

        return numbers;
    }
}
