using System.Collections.Immutable;
using GoAbi.Roslyn;
using GoAbi.Source;
using Microsoft.CodeAnalysis;

namespace GoAbi.Generator;

/// <summary>What is said about <c>[GoFunction]</c> attributes.</summary>
internal static class GoFunctionIds
{
    /// <summary>A signature, a declaration or a name that can't be read, or a type whose size isn't known.</summary>
    public const string Signature = DiagnosticIds.GoFunctionSignature;

    /// <summary>A type that can't be completed.</summary>
    public const string Type = DiagnosticIds.GoFunctionType;

    /// <summary>A Go version, operating system or architecture that there isn't.</summary>
    public const string Target = DiagnosticIds.GoFunctionTarget;

    /// <summary>A package or function that the additional files don't have.</summary>
    public const string Package = DiagnosticIds.GoFunctionPackage;

    /// <summary>The descriptors, sorted by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Find(Signature), Find(Type), Find(Target), Find(Package));

    private static DiagnosticDescriptor Find(string id) => RuleDescriptors.Find(id)!;
}
