namespace GoAbi.Asm;

/// <summary>A step's reading or writing of the stack through one of its operands.</summary>
/// <param name="Operand">Index of the operand in the statement.</param>
/// <param name="Address">Where the first byte is.</param>
/// <param name="Width">How many bytes; null where that isn't known.</param>
/// <param name="Access">What the step does there.</param>
public readonly record struct AsmStackAccess(int Operand, AsmTrackedValue Address, int? Width, AsmAccess Access)
{
    /// <summary>True where the step reads there.</summary>
    public bool IsRead => (Access & AsmAccess.Read) != 0;

    /// <summary>True where the step writes there.</summary>
    public bool IsWrite => (Access & AsmAccess.Write) != 0;

    /// <summary>True where any of its bytes lies in a part of the stack that is counted from 0(FP).</summary>
    /// <param name="start">The part's first byte.</param>
    /// <param name="end">Behind its last.</param>
    public bool Touches(long start, long end) => Address.IsPlace && Address.Offset < end && start < Address.Offset + (Width ?? 1);
}
