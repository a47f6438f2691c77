using System.Collections.Generic;

namespace GoAbi.Asm;

/// <summary>System registers that checks ask for, by number.</summary>
internal static class Arm64SystemRegisters
{
    private static readonly Dictionary<int, string> Names = ReadNames();

    public static int SPSel { get; } = NumberOf("SPSel");

    public static int DIT { get; } = NumberOf("DIT");

    /// <summary>Null for what is no system register.</summary>
    public static string? NameOf(int number) => Names.TryGetValue(number, out var name) ? name : null;

    private static int NumberOf(string name) => AsmArchitecture.Find("arm64")!.TryGetRegister(name, out var register) ? register.Number : -1;

    private static Dictionary<int, string> ReadNames()
    {
        var names = new Dictionary<int, string>();
        foreach (var register in AsmArchitecture.Find("arm64")!.Registers)
        {
            if (register.Number >= Arm64RegisterNumbers.System)
            {
                names[register.Number] = register.Name;
            }
        }

        return names;
    }
}
