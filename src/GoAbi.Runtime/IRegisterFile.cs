namespace GoAbi.Runtime;

/// <summary>
/// The registers of a stopped thread, by the numbers that DWARF has for them on the machine: AX is 0 and X0 is 17 on amd64 (<see cref="Amd64Register"/>), R0 is 0 and F0 is 64 on arm64 (<see cref="Arm64Register"/>).
/// A struct that implements it is read without allocation; it should be small, a reference to where the registers are, because calls by a read-only reference copy it.
/// </summary>
public interface IRegisterFile
{
    /// <summary>Reads a register as it is: of a floating-point or vector register the low 64 bits, on s390x all 64.</summary>
    /// <param name="number">The number.</param>
    /// <param name="value">What is in it.</param>
    /// <returns>False where the register isn't known, or wasn't saved.</returns>
    bool TryRead(int number, out ulong value);
}
