using System.Collections.Generic;
using System.Threading;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>An expression that reads a function's code address.</summary>
/// <param name="Node">The whole expression.</param>
/// <param name="Value">Whose address, and by which way.</param>
internal readonly record struct AddressRead(GoNode Node, AddressValue Value);

/// <summary>Finds the expressions of a package that read a code address: what they do decides, never what a helper is called.</summary>
internal static class AddressReads
{
    public static IEnumerable<AddressRead> In(AnalysisUnit unit, FunctionFlow flow, CancellationToken cancellationToken)
    {
        foreach (var file in unit.Package.GoFiles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!flow.IsLeftOut(file))
            {
                foreach (var read in In(file, flow))
                {
                    yield return read;
                }
            }
        }
    }

    /// <summary>Those of one file.</summary>
    public static IEnumerable<AddressRead> In(GoPackageFile file, FunctionFlow flow)
    {
        foreach (var node in file.Tree.AllNodes())
        {
            if (CanRead(node) && flow.Levels.Of(node) is { Level: AddressLevel.Code } value)
            {
                yield return new AddressRead(node, value);
            }
        }
    }

    // The outermost dereference, and the two methods of reflect.Value that give a code address.
    private static bool CanRead(GoNode node) => node.Kind switch
    {
        GoSyntaxKind.Star => node.Parent.Kind is not (GoSyntaxKind.Field or GoSyntaxKind.ValueSpec or GoSyntaxKind.TypeSpec),
        GoSyntaxKind.Call => node.ChildCount == 1
            && node[0].Unparenthesized() is { Kind: GoSyntaxKind.Selector } selector
            && selector[1].Text is "Pointer" or "UnsafePointer",
        _ => false,
    };
}
