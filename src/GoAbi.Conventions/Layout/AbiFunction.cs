using System.Collections.Immutable;
using GoAbi.Go;

namespace GoAbi.Conventions;

/// <summary>What a parameter is to the function.</summary>
public enum AbiParameterKind : byte
{
    /// <summary>An ordinary parameter.</summary>
    Ordinary,

    /// <summary>The receiver of a method.</summary>
    Receiver,

    /// <summary>The pointer to the dictionary that the compiler gives to what it makes of a generic function.</summary>
    Dictionary,
}

/// <summary>A parameter or result of a function.</summary>
/// <param name="Name">The name as declared: "" for none, "_" for blank.</param>
/// <param name="Type">The type; []T where ...T is written.</param>
/// <param name="Kind">What it is to the function.</param>
/// <param name="WrittenType">The type as the compiler writes it, where that says more than the type itself: byte, rune and any are other names of types. Null otherwise.</param>
public readonly record struct AbiParameter(string Name, GoType Type, AbiParameterKind Kind = AbiParameterKind.Ordinary, string? WrittenType = null);

/// <summary>What is passed to a function and back, in the order in which the compiler assigns it: the receiver first.</summary>
/// <param name="Parameters">Receiver, dictionary and parameters.</param>
/// <param name="Results">The results.</param>
/// <param name="PackagePath">Import path of the package whose names are written without it; "" for none.</param>
public sealed record AbiFunction(ImmutableArray<AbiParameter> Parameters, ImmutableArray<AbiParameter> Results, string PackagePath = "");
