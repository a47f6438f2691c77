using System.Linq;

namespace GoAbi.Oracle.Tests.ControlFlow;

/// <summary>Why objdump shows a branch or call that no statement of the source is.</summary>
internal static class KnownReasons
{
    /// <summary>The reason; null where there is none.</summary>
    public static string? Explain(AssembledFile file, in Branch branch, string goarch)
    {
        var (place, isCall, target) = branch;
        var mnemonics = file.Program.Functions.SelectMany(f => f.Body).Where(s => GraphBranches.PlaceOf(s) == place).Select(s => s.Mnemonic).ToHashSet();
        return goarch switch
        {
            // arm has no instruction for it: the assembler calls the runtime.
            "arm" when isCall && target.StartsWith("runtime._", System.StringComparison.Ordinal) && mnemonics.Overlaps(["DIV", "DIVU", "MOD", "MODU"]) => "division",

            // objdump takes the bytes of these for other instructions, some of them jumps.
            "amd64" when !isCall && mnemonics.Any(static m => m[0] == 'V') => "AVX",
            _ => null,
        };
    }

    /// <summary>
    /// s390x's line tables count half-words, and behind a single BYTE what they say is not where the instructions are: places can't be compared.
    /// </summary>
    public static bool LinesAreShifted(AssembledFile file, string goarch) =>
        goarch == "s390x" && file.Program.Statements.Any(static s => s.Mnemonic == "BYTE");
}
