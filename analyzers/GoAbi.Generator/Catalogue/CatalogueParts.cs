using GoAbi.Analysis;

namespace GoAbi.Generator;

/// <summary>A file that the generator writes: all that its text depends on, and nothing else.</summary>
/// <param name="HintName">The file's name, unique whatever the case.</param>
/// <param name="Namespace">The namespace, its parts escaped.</param>
/// <param name="Class">The class of the package, without '@'; "" for the types that all packages share.</param>
/// <param name="ImportPath">The package.</param>
/// <param name="ListClass">The class in it with calls and findings, without '@'.</param>
/// <param name="Target">What the functions are compiled for; null for the file that says what classes there are.</param>
/// <param name="Functions">The functions.</param>
/// <param name="Calls">The calls, with paths as they are shown.</param>
/// <param name="Findings">The findings, with paths as they are shown.</param>
internal sealed record CataloguePart(
    string HintName,
    string Namespace,
    string Class,
    string ImportPath,
    string ListClass,
    CatalogueTarget? Target,
    EquatableArray<NamedFunction> Functions,
    EquatableArray<CatalogueCall> Calls,
    EquatableArray<CatalogueFinding> Findings);

/// <summary>The class of a target.</summary>
/// <param name="Class">Its name, without '@'.</param>
/// <param name="Text">The target in words: go1.24 linux/amd64.</param>
internal sealed record CatalogueTarget(string Class, string Text);

/// <summary>A function with the name of its class, without '@'; its paths are those that are shown.</summary>
internal sealed record NamedFunction(string Class, CatalogueFunction Function);
