using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>The names of the function that holds a node.</summary>
internal static class Callers
{
    /// <summary>go/types' name of the innermost function, and the linker's of the outermost declared one; code of package variables belongs to init.</summary>
    public static (string FullName, string Symbol) Of(AnalysisUnit unit, GoNode node)
    {
        var innermost = GoBinding.EnclosingFunction(node);
        if (innermost.IsDefault)
        {
            return (unit.Package.ImportPath + ".init", unit.Package.SymbolPrefix + ".init");
        }

        var outermost = innermost;
        while (outermost.Kind == GoSyntaxKind.FuncLiteral && GoBinding.EnclosingFunction(outermost.Parent) is { IsDefault: false } outer)
        {
            outermost = outer;
        }

        var name = unit.Binding.FunctionName(innermost);
        if (outermost.Kind != GoSyntaxKind.FuncDecl)
        {
            return (name, unit.Package.SymbolPrefix + ".init");
        }

        if (outermost[1].Text == "init" && outermost[0].IsNone)
        {
            // A package can have several; the linker numbers them.
            return (name, unit.Package.SymbolPrefix + unit.Binding.FunctionName(outermost).Substring(unit.Package.ImportPath.Length));
        }

        return (name, unit.Binding.DeclaredBy(outermost[1]) is { } declared && unit.Symbols.Find(declared) is { } function
            ? function.Symbol
            : unit.Package.SymbolPrefix + "." + outermost[1].Text);
    }
}
