namespace GoAbi.Runtime;

/// <summary>The registers of a stopped thread, by the names of Go's assembler: AX, R8, X0 on amd64; R0, g, RSP, F0 on arm64.</summary>
public interface IRegisterFile
{
    /// <summary>Reads a register; of a floating-point or vector register the low 64 bits.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">What is in it.</param>
    /// <returns>False where the register isn't known, or wasn't saved.</returns>
    bool TryRead(string name, out ulong value);
}
