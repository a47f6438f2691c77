using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using GoAbi.Asm;

namespace GoAbi.Oracle.Tests.ControlFlow;

/// <summary>Why objdump shows a branch or call that no statement of the source is, or lacks one.</summary>
internal static partial class KnownReasons
{
    // So many statements behind bytes that objdump misreads it is in step again.
    private const int Distance = 4;

    /// <summary>Why there is one more in what objdump prints; null where there is no reason.</summary>
    public static string? Explain(AssembledFile file, in Branch branch, string goarch)
    {
        var (place, isCall, target) = branch;
        var at = StatementsAt(file, place).ToList();
        var mnemonics = at.Select(static s => s.Mnemonic).ToHashSet();
        return goarch switch
        {
            // arm has no instruction for it, or an old arm has not: the assembler calls the runtime.
            "arm" when isCall && target.StartsWith("runtime._", StringComparison.Ordinal) && mnemonics.Overlaps(["DIV", "DIVU", "MOD", "MODU"]) => "division",
            "arm" when isCall && target == "runtime.read_tls_fallback" && mnemonics.Contains("MRC") => "thread-pointer",

            // Before the constants behind a function's code stands a branch to itself.
            "arm" or "arm64" when !isCall && place == target => "constants",

            // A branch that does not reach so far: the opposite one goes over a jump.
            "riscv64" when !isCall && at.OfType<Instruction>().Any(static i => i.Kind == AsmInstructionKind.ConditionalJump) => "far-branch",

            // The offset of a thread's variable is loaded from a word in the code, which is jumped over.
            "s390x" when !isCall && at.Any(static s => s is { Mnemonic: "MOVD", Operands: [SymbolOperand { Symbol.Name: "runtime·tls_g" or "runtime.tls_g" }, ..] }) => "thread-variable",
            "amd64" when mnemonics.SetEquals(["BYTE"]) => "data",
            "amd64" => ExplainMissing(file, branch, goarch),
            _ => null,
        };
    }

    /// <summary>Why objdump lacks one: it does not know AVX and BMI, takes their bytes for other instructions and may run over the next.</summary>
    public static string? ExplainMissing(AssembledFile file, in Branch branch, string goarch)
    {
        var place = branch.Place;
        return goarch == "amd64" && file.Program.Functions.Any(f => FollowsVex(f, place)) ? "avx" : null;
    }

    /// <summary>
    /// s390x's line tables count half-words, and behind a single BYTE what they say is not where the instructions are: places can't be compared.
    /// </summary>
    public static bool LinesAreShifted(AssembledFile file, string goarch) =>
        goarch == "s390x" && file.Program.Statements.Any(static s => s.Mnemonic == "BYTE");

    private static IEnumerable<AsmStatement> StatementsAt(AssembledFile file, string place) =>
        file.Program.Functions.SelectMany(static f => f.Body).Where(s => GraphBranches.PlaceOf(s) == place);

    private static bool FollowsVex(AsmFunction function, string place)
    {
        for (var i = 0; i < function.Body.Length; i++)
        {
            if (GraphBranches.PlaceOf(function.Body[i]) == place && function.Body.Skip(Math.Max(0, i - Distance)).Take(Math.Min(i, Distance) + 1).Any(static s => Vex().IsMatch(s.Mnemonic)))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("^(V[A-Z0-9]+|K[A-Z0-9]+|(RORX|ANDN|BEXTR|BZHI|MULX|PDEP|PEXT|SARX|SHLX|SHRX|BLSI|BLSR|BLSMSK)[LQ]|BYTE)$")]
    private static partial Regex Vex();
}
