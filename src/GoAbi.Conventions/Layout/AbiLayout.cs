using System;
using System.Collections.Immutable;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Conventions;

/// <summary>
/// Where every parameter and result of a function is, under ABI0 and under ABIInternal (cmd/compile/internal/abi/abiutils.go; the same from Go 1.17 to 1.27). Where a target has no
/// register arguments, ABIInternal is ABI0. Immutable.
/// </summary>
public sealed record AbiLayout
{
    /// <summary>What it holds for.</summary>
    public required Target Target { get; init; }

    /// <summary>Import path of the package whose names are written without it; "" for none.</summary>
    public string PackagePath { get; init; } = "";

    /// <summary>The registers of the target.</summary>
    public required AbiRegisters Registers { get; init; }

    /// <summary>Receiver, dictionary and parameters in order.</summary>
    public required ImmutableArray<AbiValue> Parameters { get; init; }

    /// <summary>The results in order.</summary>
    public required ImmutableArray<AbiValue> Results { get; init; }

    /// <summary>Bytes of what ABIInternal passes and returns on the stack.</summary>
    public required long StackArgumentSize { get; init; }

    /// <summary>Where the area for keeping register arguments begins.</summary>
    public long SpillAreaOffset => StackArgumentSize;

    /// <summary>Bytes of that area; the caller reserves them.</summary>
    public required long SpillAreaSize { get; init; }

    /// <summary>Bytes of both: what the compiler prints as <c>args=</c> of an ABIInternal function.</summary>
    public long ArgumentWidth => StackArgumentSize + SpillAreaSize;

    /// <summary>Bytes of arguments and results under ABI0: what a TEXT directive declares behind the frame size.</summary>
    public required long Abi0ArgumentSize { get; init; }

    /// <summary>Assigns places to what a function takes and gives.</summary>
    /// <param name="function">The function.</param>
    /// <param name="target">The target: its toolchain's version says whether there are register arguments.</param>
    /// <param name="unknown">Where the result is null: the parameter or result whose size can't be known.</param>
    /// <returns>The layout; null where a type is unknown, or a type parameter that nothing stands for.</returns>
    public static AbiLayout? Compute(AbiFunction function, Target target, out AbiParameter? unknown)
    {
        if (function is null)
        {
            throw new ArgumentNullException(nameof(function));
        }

        if (target is null)
        {
            throw new ArgumentNullException(nameof(target));
        }

        return new AbiAssignment(function, target, GoSizes.For(target.Goarch)).Compute(out unknown);
    }
}
