using System.Collections.Immutable;
using System.Threading;
using GoAbi.Fuzz.Running;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Fuzz.GoLanguage;

/// <summary>Asks for everything that names and types have to say of a package of one file.</summary>
internal static class GoTypeReading
{
    /// <summary>Null where all answers are sound.</summary>
    public static PropertyFailure? Read(GoSyntaxTree tree, Target target, CancellationToken ct)
    {
        var package = GoLoosePackage.Create("a.b/c", target, ImmutableArray.Create(tree));
        var scope = GoPackageScope.Collect(package);
        var binding = GoBinding.Bind(package, scope, static _ => null, ct);
        foreach (var diagnostic in binding.Unresolved)
        {
            if (diagnostic.Message.Length == 0)
            {
                return new PropertyFailure("a diagnostic says nothing", diagnostic.ToString());
            }
        }

        var session = new GoTypeSession(target, static (_, _) => null);
        var types = new GoTypeBinding(binding, session);
        foreach (var declared in scope.Declarations)
        {
            ct.ThrowIfCancellationRequested();
            Describe(session.TypeOf(declared), session);
            if (declared.Kind == GoObjectKind.Constant)
            {
                _ = session.ValueOf(declared)?.ToString();
            }
        }

        foreach (var (node, item) in binding.Uses())
        {
            if (node.Kind != GoSyntaxKind.Identifier || item.Name.Length == 0)
            {
                return new PropertyFailure("a use is no name", node.ToString());
            }
        }

        foreach (var node in tree.AllNodes())
        {
            ct.ThrowIfCancellationRequested();
            _ = binding.Resolve(node);
            _ = binding.DeclaredBy(node);
            Describe(types.TypeOf(node), session);
            _ = types.ValueOf(node)?.ToString();
            if (types.SelectionOf(node) is { } selection)
            {
                _ = selection.FullName;
            }

            if (node.Kind == GoSyntaxKind.Call)
            {
                _ = binding.ClassifyCall(node);
                _ = types.CalleeOf(node);
            }
            else if (node.Kind is GoSyntaxKind.FuncDecl or GoSyntaxKind.FuncLiteral)
            {
                _ = binding.FunctionName(node);
            }
        }

        return null;
    }

    private static void Describe(GoType type, GoTypeSession session)
    {
        _ = type.ToString();
        _ = type.Underlying;
        if (!type.IsUnknown)
        {
            _ = session.Sizes.SizeOf(type);
            _ = session.Sizes.AlignOf(type);
        }
    }
}
