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
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(
        Create(Signature, "A Go signature that can't be read", "A [GoFunction] attribute holds Go that can't be read, or a type whose size is not known: without it nothing behind it has a place."),
        Create(Type, "A [GoFunction] on a type that can't hold what is read", "The generator adds members to the type, so it and the types around it have to be partial; it is a record struct without a parameter list."),
        Create(Target, "A [GoFunction] for a target that does not exist", "Where arguments are depends on the Go version and the architecture."),
        Create(Package, "A [GoFunction] of a function that is not there", "The function is looked up in the .go files that are additional files of the project."));

    private static DiagnosticDescriptor Create(string id, string title, string description) => RuleDescriptors.Create(id, title, Severity.Error, description, atCompilationEnd: false);
}
