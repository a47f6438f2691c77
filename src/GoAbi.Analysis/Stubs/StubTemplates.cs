using System.Collections.Immutable;
using System.Text;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>How an architecture loads a symbol's address and stores it as a result; each was assembled and linked with Go 1.19 and 1.27.</summary>
internal static class StubTemplates
{
    // GOARCH, move instruction, register; wasm stores without one.
    private static readonly ImmutableDictionary<string, (string Move, string? Register)> Moves =
        ImmutableDictionary.CreateRange(new System.Collections.Generic.KeyValuePair<string, (string, string?)>[]
        {
            new("386", ("MOVL", "AX")),
            new("amd64", ("MOVQ", "AX")),
            new("arm", ("MOVW", "R0")),
            new("arm64", ("MOVD", "R0")),
            new("loong64", ("MOVV", "R4")),
            new("mips", ("MOVW", "R1")),
            new("mipsle", ("MOVW", "R1")),
            new("mips64", ("MOVV", "R1")),
            new("mips64le", ("MOVV", "R1")),
            new("ppc64", ("MOVD", "R3")),
            new("ppc64le", ("MOVD", "R3")),
            new("riscv64", ("MOV", "X5")),
            new("s390x", ("MOVD", "R2")),
            new("wasm", ("MOVD", null)),
        });

    /// <summary>The stub's assembly, lines ended by LF, without a blank line around it.</summary>
    /// <param name="goarch">GOARCH.</param>
    /// <param name="stub">The stub's name.</param>
    /// <param name="symbol">The function as the file's TEXT writes it, for example "·memcpy".</param>
    /// <param name="hasFlags">True where textflag.h is included; without it a leaf without a frame is NOSPLIT anyway.</param>
    public static string Assembly(string goarch, string stub, string symbol, bool hasFlags)
    {
        var (move, register) = Moves[goarch];
        var text = new StringBuilder();
        text.Append("// func ").Append(stub).Append("() uintptr\n");
        text.Append("TEXT ·").Append(stub).Append("(SB), ").Append(hasFlags ? "NOSPLIT, " : "");
        text.Append("$0-").Append(GoPlatforms.PointerSize(goarch) == 8 ? "8" : "4").Append('\n');
        if (register is null)
        {
            text.Append('\t').Append(move).Append(" $").Append(symbol).Append("(SB), ret+0(FP)\n");
        }
        else
        {
            text.Append('\t').Append(move).Append(" $").Append(symbol).Append("(SB), ").Append(register).Append('\n');
            text.Append('\t').Append(move).Append(' ').Append(register).Append(", ret+0(FP)\n");
        }

        return text.Append("\tRET\n").ToString();
    }

    /// <summary>True where two architectures have the same stub, so that one file can serve both.</summary>
    public static bool AreEqual(string left, string right) =>
        Moves[left] == Moves[right] && GoPlatforms.PointerSize(left) == GoPlatforms.PointerSize(right);

    /// <summary>True for an architecture that the Go assembler has.</summary>
    public static bool Exist(string goarch) => Moves.ContainsKey(goarch);
}
