using System.Collections.Immutable;
using GoAbi.Go;

namespace GoAbi.Conventions;

/// <summary>Where a parameter or result is. Offsets are from the argument base: what assembly writes as <c>name+offset(FP)</c>.</summary>
public sealed record AbiValue
{
    /// <summary>The name as declared: "" for none, "_" for blank.</summary>
    public required string Name { get; init; }

    /// <summary>The name that vet's asmdecl knows it by: arg, arg1, ret, ret1 where none is declared.</summary>
    public required string AssemblyName { get; init; }

    /// <summary>What it is to the function.</summary>
    public AbiParameterKind Kind { get; init; }

    /// <summary>The type.</summary>
    public required GoType Type { get; init; }

    /// <summary>The type as the compiler writes it.</summary>
    public required string TypeName { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>What its address in memory is a multiple of.</summary>
    public required long Alignment { get; init; }

    /// <summary>Where it is under ABI0.</summary>
    public required long Abi0Offset { get; init; }

    /// <summary>Its registers under ABIInternal, in order; empty where it is on the stack.</summary>
    public ImmutableArray<AbiRegisterPart> Registers { get; init; } = ImmutableArray<AbiRegisterPart>.Empty;

    /// <summary>Where it is on the stack under ABIInternal; null where it is in registers.</summary>
    public long? StackOffset { get; init; }

    /// <summary>Where a callee may keep it when its registers are needed; null for results and for what is on the stack.</summary>
    public long? SpillOffset { get; init; }

    /// <summary>All its pieces in the order of memory; those of long arrays are left out.</summary>
    public ImmutableArray<AbiPart> Parts { get; init; } = ImmutableArray<AbiPart>.Empty;

    /// <summary>False where <see cref="Parts"/> leaves something out.</summary>
    public bool HasAllParts { get; init; } = true;

    /// <inheritdoc/>
    public override string ToString() => (Name.Length == 0 ? "" : Name + " ") + TypeName;
}
