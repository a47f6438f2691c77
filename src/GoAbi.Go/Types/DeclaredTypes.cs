using System;
using System.Collections.Generic;

namespace GoAbi.Go;

/// <summary>
/// Follows names of types to their declarations at package level, in this package and those it imports. Syntax and scopes
/// only; one for each binding, not thread-safe.
/// </summary>
internal sealed class DeclaredTypes(GoUniverse universe, Func<string, GoPackageScope?> imports)
{
    private readonly Dictionary<GoSyntaxTree, FileScope> scopes = [];

    /// <summary>The type that a TypeSpec at package level gives its name; unknown for all other objects.</summary>
    public TypePlace TypeOf(GoObject item)
    {
        var spec = item.DeclaringNode;
        return item.Kind == GoObjectKind.TypeName && spec.Kind == GoSyntaxKind.TypeSpec && item.Owner is { } owner
            ? TypePlace.PackageLevel(spec, ScopeOf(spec.Tree, owner))
            : default;
    }

    /// <summary>The object that an Identifier or Selector in a type at package level denotes; null where that can't be known.</summary>
    public static GoObject? Find(TypePlace place)
    {
        var tree = place.Tree;
        if (place.Kind == GoSyntaxKind.Identifier)
        {
            var name = new GoNode(tree, place.Node).Text;
            return IsTypeParameter(place, name) ? null : place.Scope!.Find(name);
        }

        var operand = tree.Nodes[place.Node - 1].FirstNode - 1;
        if (tree.Nodes[operand].Kind != GoSyntaxKind.Identifier)
        {
            return null;
        }

        var package = Find(place.At(operand));
        return package?.Kind == GoObjectKind.PackageName
            ? FileScope.FindMember(package, new GoNode(tree, place.Node - 1).Text)
            : null;
    }

    private static bool IsTypeParameter(TypePlace place, string name)
    {
        var parameters = new GoNode(place.Tree, place.Spec)[1];
        if (!parameters.IsNone)
        {
            foreach (var field in parameters.Children)
            {
                if (field.Kind == GoSyntaxKind.Field && !field[0].IsNone)
                {
                    foreach (var parameter in field[0].Children)
                    {
                        if (parameter.Text == name)
                        {
                            return true;
                        }
                    }
                }
            }
        }

        return false;
    }

    private FileScope ScopeOf(GoSyntaxTree tree, GoPackageScope owner)
    {
        if (!scopes.TryGetValue(tree, out var scope))
        {
            scope = new FileScope(tree, owner, universe, path => ImportedBy(owner, path));
            scopes.Add(tree, scope);
        }

        return scope;
    }

    // The importing package asks with its own paths: what another package means by one is the same, but for the standard
    // library's vendored packages, whose paths leave out "vendor/" (cmd/go: GOROOT/src/vendor).
    private GoPackageScope? ImportedBy(GoPackageScope owner, string path) =>
        owner.Package is { IsStandardLibrary: true } && path.StartsWith("golang.org/", StringComparison.Ordinal) ? null : imports(path);
}
