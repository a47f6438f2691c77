using System.Collections.Generic;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>A use of an assembly function that an address stub would mend: what is rewritten, once a stub's name is known.</summary>
internal sealed class AddressStubUse
{
    /// <summary>The package that holds the use.</summary>
    public required AnalysisUnit Unit { get; init; }

    /// <summary>The assembly function.</summary>
    public required FunctionInfo Function { get; init; }

    /// <summary>The identifier (or qualified name) that names it.</summary>
    public required GoNode Use { get; init; }

    /// <summary>The expressions that read its address; each becomes a call of the stub.</summary>
    public required IReadOnlyList<GoNode> Reads { get; init; }

    /// <summary>Whether a fix needs a look.</summary>
    public FixSafety Safety { get; init; }

    /// <summary>
    /// True where a stub beside the function can be called in place of a read, with the qualifier that the use has: in the
    /// use's own file, where nothing in between gives the qualifier's name to something else.
    /// </summary>
    /// <param name="unit">The package that holds both.</param>
    /// <param name="use">The identifier or qualified name that names the function.</param>
    /// <param name="read">The expression that reads its address.</param>
    public static bool CanBeCalledAt(AnalysisUnit unit, GoNode use, GoNode read)
    {
        var name = use.Unparenthesized();
        var qualifier = name.Kind == GoSyntaxKind.Selector ? name[0].Text : null;
        if (qualifier is null)
        {
            return unit.Binding.Resolve(name).Object?.PackagePath == unit.Package.ImportPath || ReferenceEquals(use.Tree, read.Tree);
        }

        if (!ReferenceEquals(use.Tree, read.Tree))
        {
            return false;
        }

        for (var scope = read.Parent; !scope.IsDefault && scope.Kind != GoSyntaxKind.File; scope = scope.Parent)
        {
            if (scope.Kind is GoSyntaxKind.FuncDecl)
            {
                return !Declares(unit, scope, qualifier);
            }
        }

        return true;
    }

    private static bool Declares(AnalysisUnit unit, GoNode function, string name)
    {
        foreach (var node in function.Tree.AllNodes())
        {
            if (node.Kind == GoSyntaxKind.Identifier && function.Span.Contains(node.Span) && node.Text == name
                && unit.Binding.DeclaredBy(node) is { IsPackageLevel: false })
            {
                return true;
            }
        }

        return false;
    }
}
