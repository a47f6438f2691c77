namespace GoAbi.Analysis;

/// <summary>What is known to be there of an instruction set's extensions at some place, because a condition said so.</summary>
/// <param name="Known">Extensions that are certainly there, as <see cref="Asm.AsmExtensions"/> numbers them.</param>
/// <param name="IsUnknown">True where a condition stands before the place that may ask for anything: a variable that something else fills, a call that can't be looked into.</param>
internal readonly record struct GuardFact(ulong Known, bool IsUnknown)
{
    /// <summary>No condition asks for anything.</summary>
    public static GuardFact None => default;

    /// <summary>Some condition asks for what can't be told.</summary>
    public static GuardFact Unknown => new(0, true);

    /// <summary>The place is never got to.</summary>
    public static GuardFact Never => new(ulong.MaxValue, false);

    /// <summary>Both hold.</summary>
    public GuardFact And(GuardFact other) => new(Known | other.Known, IsUnknown || other.IsUnknown);

    /// <summary>One of the two holds, and it isn't known which.</summary>
    public GuardFact Or(GuardFact other) => new(Known & other.Known, IsUnknown || other.IsUnknown);
}
