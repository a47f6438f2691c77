using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>The files that make one package for one target, and what the go command knows about it. Immutable.</summary>
public sealed class GoPackage
{
    internal GoPackage()
    {
    }

    /// <summary>The path by which it is imported; "p_test" for the external tests of p, "vendor/..." in the standard library's vendor directory.</summary>
    public string ImportPath { get; internal init; } = "";

    /// <summary>The name in the package clauses; "" where there is no Go file to say it.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The directory that holds all of its files.</summary>
    public string Directory { get; internal init; } = "";

    /// <summary>What the files were selected for.</summary>
    public Target Target { get; internal init; } = null!;

    /// <summary>Which compilation of the directory this is.</summary>
    public GoPackageVariant Variant { get; internal init; }

    /// <summary>The Go files, sorted by name, files that import "C" included.</summary>
    public ImmutableArray<GoPackageFile> GoFiles { get; internal init; } = ImmutableArray<GoPackageFile>.Empty;

    /// <summary>
    /// The assembly files for Go's assembler, sorted by name. "x_test.s" is one of them: "_test" means nothing for
    /// assembly. Always empty for <see cref="GoPackageVariant.ExternalTests"/>.
    /// </summary>
    public ImmutableArray<SourceFile> AssemblyFiles { get; internal init; } = ImmutableArray<SourceFile>.Empty;

    /// <summary>The header files (.h) of the directory that the target selects, sorted by name.</summary>
    public ImmutableArray<SourceFile> HeaderFiles { get; internal init; } = ImmutableArray<SourceFile>.Empty;

    /// <summary>The other files of the directory, sorted by name, each with the reason; hidden and unknown ones are left out.</summary>
    public ImmutableArray<GoIgnoredFile> IgnoredFiles { get; internal init; } = ImmutableArray<GoIgnoredFile>.Empty;

    /// <summary>True where a Go file of the package imports "C" and cgo is on.</summary>
    public bool UsesCgo { get; internal init; }

    /// <summary>True for packages of GOROOT, its commands included.</summary>
    public bool IsStandardLibrary { get; internal init; }

    /// <summary>True for packages of the module or workspace that is analysed.</summary>
    public bool IsInMainModule { get; internal init; }

    /// <summary>Path of the module that holds the package; null outside modules and in the standard library.</summary>
    public string? ModulePath { get; internal init; }

    /// <summary>Directory of that module; null where <see cref="ModulePath"/> is.</summary>
    public string? ModuleRoot { get; internal init; }

    /// <summary>
    /// What stands before the "." in the linker's names of the package's symbols: "main" for a command, else the import
    /// path with some bytes escaped. See <see cref="GoSymbolPrefix"/>.
    /// </summary>
    public string SymbolPrefix { get; internal init; } = "";

    /// <summary>The import paths as the Go files spell them, sorted, each once; "C" included.</summary>
    public ImmutableArray<string> Imports { get; internal init; } = ImmutableArray<string>.Empty;

    /// <summary>What there is to say about the directory and its files; syntax errors stand in the trees.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; internal init; } = ImmutableArray<SourceDiagnostic>.Empty;

    /// <summary>True where something of the package is known to be missing: a file could not be read, or no Go file goes with the assembly.</summary>
    public bool IsIncomplete { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => ImportPath + (Variant == GoPackageVariant.WithTests ? " (with tests)" : "") + " " + Target;
}
