using System;

namespace GoAbi.Asm;

/// <summary>A register, or a word of the stack.</summary>
internal readonly record struct StackCell(int Register, int Origin, long Offset)
{
    public bool IsMemory => Register < 0;

    /// <summary>A register, by its slot.</summary>
    public static StackCell Of(int slot) => new(slot, 0, 0);

    /// <summary>The word at an address.</summary>
    public static StackCell At(AsmTrackedValue address) => new(-1, address.Origin, address.Offset);
}

/// <summary>What registers and words of the stack hold before a step, as far as it is followed. Immutable; few things are, so a list does.</summary>
internal sealed class StackState
{
    // Enough for every callee-saved register of every machine, twice; code that keeps more is read as keeping these.
    private const int MostCells = 48;

    private readonly (StackCell Cell, AsmTrackedValue Value)[] entries;

    private StackState((StackCell Cell, AsmTrackedValue Value)[] entries)
    {
        this.entries = entries;
    }

    public static StackState Empty { get; } = new([]);

    public ReadOnlySpan<(StackCell Cell, AsmTrackedValue Value)> Entries => entries;

    public AsmTrackedValue this[StackCell cell]
    {
        get
        {
            var at = IndexOf(cell);
            return at < 0 ? default : entries[at].Value;
        }
    }

    /// <summary>The same with a cell's value; one that is not known is not kept.</summary>
    public StackState With(StackCell cell, AsmTrackedValue value)
    {
        var at = IndexOf(cell);
        if (value.Kind == AsmTrackedKind.Unknown)
        {
            return at < 0 ? this : Without(at);
        }

        if (at >= 0)
        {
            if (entries[at].Value == value)
            {
                return this;
            }

            var changed = ((StackCell, AsmTrackedValue)[])entries.Clone();
            changed[at] = (cell, value);
            return new StackState(changed);
        }

        if (entries.Length >= MostCells)
        {
            return this;
        }

        var added = new (StackCell, AsmTrackedValue)[entries.Length + 1];
        entries.CopyTo(added, 0);
        added[entries.Length] = (cell, value);
        return new StackState(added);
    }

    /// <summary>The same without what a condition holds for.</summary>
    public StackState Without(Func<StackCell, AsmTrackedValue, bool> isLost)
    {
        var state = this;
        for (var i = state.entries.Length - 1; i >= 0; i--)
        {
            if (isLost(state.entries[i].Cell, state.entries[i].Value))
            {
                state = state.Without(i);
            }
        }

        return state;
    }

    /// <summary>What holds on both ways; cells that one of them knows and that hold something else on the other differ.</summary>
    public StackState Join(StackState other)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        var joined = this;
        for (var i = 0; i < entries.Length; i++)
        {
            var (cell, value) = entries[i];
            var theirs = other[cell];
            if (theirs != value)
            {
                joined = joined.With(cell, Differ(value, theirs));
            }
        }

        return joined;
    }

    private static AsmTrackedValue Differ(AsmTrackedValue one, AsmTrackedValue two) =>
        one.Kind == AsmTrackedKind.Unknown || two.Kind == AsmTrackedKind.Unknown ? default : new AsmTrackedValue(AsmTrackedKind.Differs, 0, 0);

    private StackState Without(int at)
    {
        var less = new (StackCell, AsmTrackedValue)[entries.Length - 1];
        Array.Copy(entries, 0, less, 0, at);
        Array.Copy(entries, at + 1, less, at, less.Length - at);
        return new StackState(less);
    }

    private int IndexOf(StackCell cell)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Cell == cell)
            {
                return i;
            }
        }

        return -1;
    }
}
