using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>A Go file that was selected for a package.</summary>
public sealed class GoPackageFile
{
    internal GoPackageFile(GoSyntaxTree tree, bool isTest, ImmutableArray<string> imports, bool importsC)
    {
        Tree = tree;
        IsTest = isTest;
        Imports = imports;
        ImportsC = importsC;
    }

    /// <summary>The file.</summary>
    public SourceFile Source => Tree.File;

    /// <summary>Its syntax; shared by the targets that select the file.</summary>
    public GoSyntaxTree Tree { get; }

    /// <summary>True for a _test.go file.</summary>
    public bool IsTest { get; }

    /// <summary>The import paths as it spells them, in their order; "C" included.</summary>
    public ImmutableArray<string> Imports { get; }

    /// <summary>True where the file imports "C", so that cgo rewrites it before it is compiled.</summary>
    public bool ImportsC { get; }

    /// <inheritdoc/>
    public override string ToString() => Source.Path;
}
