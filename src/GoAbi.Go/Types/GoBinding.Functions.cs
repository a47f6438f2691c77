using System;
using System.Collections.Generic;
using System.Globalization;

namespace GoAbi.Go;

/// <content>Functions around nodes, and their names.</content>
public sealed partial class GoBinding
{
    /// <summary>The innermost FuncDecl or FuncLiteral around a node, the node itself not counted; the default value outside functions.</summary>
    public static GoNode EnclosingFunction(GoNode node)
    {
        do
        {
            node = node.Parent;
        }
        while (node.Kind is not (GoSyntaxKind.FuncDecl or GoSyntaxKind.FuncLiteral or GoSyntaxKind.None));

        return node;
    }

    /// <summary>The FuncDecl around a node, or the node itself; the default value outside functions.</summary>
    public static GoNode OutermostFunction(GoNode node)
    {
        while (node.Kind is not (GoSyntaxKind.FuncDecl or GoSyntaxKind.None))
        {
            node = node.Parent;
        }

        return node;
    }

    /// <summary>
    /// The name of a FuncDecl as go/types writes it: "p.F", "(*p.T).M", "(p.T).M" with p the import path; init functions are
    /// "p.init.0" and so on. A FuncLiteral is called after the function around it as the linker names it: "p.F.func1" and
    /// "p.F.func1.2"; at package level "p.init.func1" ("p.glob..func1" before go1.21). Inlining adds copies with names
    /// of their own.
    /// </summary>
    public string FunctionName(GoNode function)
    {
        if (function.Kind is not (GoSyntaxKind.FuncDecl or GoSyntaxKind.FuncLiteral))
        {
            throw new ArgumentException("Not a FuncDecl or FuncLiteral: " + function, nameof(function));
        }

        // From the inside out, since literals may nest deep.
        var numbers = new List<string>();
        while (function.Kind == GoSyntaxKind.FuncLiteral)
        {
            var outer = EnclosingFunction(function);
            numbers.Add(LiteralNumber(function, outer).ToString(CultureInfo.InvariantCulture));
            function = outer;
        }

        var name = !function.IsDefault ? DeclaredName(function) : Package.ImportPath + (Package.Target.Toolchain.Minor >= 21 ? ".init" : ".glob.");
        if (numbers.Count == 0)
        {
            return name;
        }

        numbers.Reverse();
        return name + ".func" + string.Join(".", numbers);
    }

    private string DeclaredName(GoNode function)
    {
        var path = Package.ImportPath;
        if (DeclaredBy(function[1]) is not { } declared)
        {
            return path + "." + function[1].Text;
        }

        if (declared.IsMethod)
        {
            return "(" + (declared.IsPointerReceiver ? "*" : "") + path + "." + declared.ReceiverTypeName + ")." + declared.Name;
        }

        return path + "." + declared.Name
            + (declared.Name == "init" ? "." + InitNumber(declared).ToString(CultureInfo.InvariantCulture) : "");
    }

    // cmd/compile numbers init functions in the order of the files.
    private int InitNumber(GoObject function)
    {
        var number = 0;
        foreach (var item in Scope.Declarations)
        {
            if (ReferenceEquals(item, function))
            {
                break;
            }

            number += item.Name == "init" && item.Kind == GoObjectKind.Function && !item.IsMethod ? 1 : 0;
        }

        return number;
    }

    // cmd/compile/internal/ir, closureName: literals directly in one function are counted in the order of the source; at
    // package level over all files.
    private int LiteralNumber(GoNode literal, GoNode outer)
    {
        var number = 1;
        if (!outer.IsDefault)
        {
            return number + LiteralsBefore(outer, literal);
        }

        foreach (var file in Package.GoFiles)
        {
            if (ReferenceEquals(file.Tree, literal.Tree))
            {
                return number + LiteralsBefore(file.Tree.Root, literal);
            }

            number += LiteralsBefore(file.Tree.Root, default);
        }

        return number;
    }

    // Literals in a node, those in functions in it left out; only those that start before the limit, if there is one.
    private static int LiteralsBefore(GoNode node, GoNode limit)
    {
        var count = 0;
        var nodes = node.Tree.Nodes;
        for (var at = node.Index - 1; at >= nodes[node.Index].FirstNode;)
        {
            var isLiteral = nodes[at].Kind == GoSyntaxKind.FuncLiteral;
            if (isLiteral && (limit.IsDefault || nodes[at].FirstToken < nodes[limit.Index].FirstToken))
            {
                count++;
            }

            at = isLiteral || nodes[at].Kind == GoSyntaxKind.FuncDecl ? nodes[at].FirstNode - 1 : at - 1;
        }

        return count;
    }
}
