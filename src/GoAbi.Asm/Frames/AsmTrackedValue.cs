namespace GoAbi.Asm;

/// <summary>What is known of a value.</summary>
public enum AsmTrackedKind : byte
{
    /// <summary>Nothing.</summary>
    Unknown,

    /// <summary>Other values on other ways that lead here.</summary>
    Differs,

    /// <summary>An address in the stack.</summary>
    StackAddress,

    /// <summary>What a register held when the function was entered.</summary>
    EntryValue,

    /// <summary>The address that the function returns to, where its call pushed it.</summary>
    ReturnAddress,
}

/// <summary>A value that is followed through a function: addresses of its stack, and what its caller left in registers that it has to give back.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Origin">
/// For an address in the stack 0 where it is counted from the arguments, 0(FP); else one more than the step that made it out of one by a way that can't be told, such as rounding down. For an
/// entry value the register's number.
/// </param>
/// <param name="Offset">For an address, bytes from its origin.</param>
public readonly record struct AsmTrackedValue(AsmTrackedKind Kind, int Origin, long Offset)
{
    /// <summary>An address by its distance from 0(FP).</summary>
    public static AsmTrackedValue Stack(long offset) => new(AsmTrackedKind.StackAddress, 0, offset);

    /// <summary>What a register held at entry.</summary>
    public static AsmTrackedValue Entry(AsmRegister register) => new(AsmTrackedKind.EntryValue, register.Number, 0);

    /// <summary>True for an address whose distance from 0(FP) is known.</summary>
    public bool IsPlace => Kind == AsmTrackedKind.StackAddress && Origin == 0;

    /// <summary>True for an address in this function's stack, known or not by its distance.</summary>
    public bool IsAddress => Kind == AsmTrackedKind.StackAddress;

    /// <summary>True for what a register held at entry.</summary>
    public bool IsEntryOf(AsmRegister register) => Kind == AsmTrackedKind.EntryValue && Origin == register.Number;

    // What differs by way still does with the same added.
    internal AsmTrackedValue Plus(long bytes) => Kind switch
    {
        AsmTrackedKind.StackAddress => this with { Offset = unchecked(Offset + bytes) },
        AsmTrackedKind.Differs => this,
        _ => default,
    };

    /// <inheritdoc/>
    public override string ToString() => Kind == AsmTrackedKind.StackAddress ? "stack" + Origin + (Offset < 0 ? "" : "+") + Offset : Kind + (Origin == 0 ? "" : " " + Origin);
}
