using System;
using System.Collections.Generic;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>What becomes of a code address that was read. Its consumer decides which of the two entries is right (never the name of a helper).</summary>
internal enum AddressConsumer
{
    /// <summary>Compared with, or ranged against, a program counter from elsewhere: needs the code itself.</summary>
    Compared,

    /// <summary>Code is read or copied through it: needs the code itself.</summary>
    CodeRead,

    /// <summary>Assembly gets it, as an argument or through a variable: needs the ABI0 entry.</summary>
    Assembly,

    /// <summary>The kernel gets it: needs the code itself.</summary>
    Kernel,

    /// <summary>Made into a Go func value again: needs the wrapper.</summary>
    FuncValueAgain,

    /// <summary>It gets out of sight.</summary>
    Unknown,
}

/// <summary>One consumer.</summary>
/// <param name="Kind">What it does with the address.</param>
/// <param name="Node">Where.</param>
/// <param name="Detail">A name that helps to say it: the variable, the function called; "" for none.</param>
internal readonly record struct AddressUse(AddressConsumer Kind, GoNode Node, string Detail = "");

/// <summary>
/// Follows a code address forward from where it is read: through conversions, arithmetic, variables of the function and of
/// the package, tables, FuncForPC and back. Uses that are right with either address (a function's name, comparison with
/// other addresses read in Go, printing) are not listed.
/// </summary>
internal sealed partial class AddressConsumers(AnalysisUnit unit, AddressLevels levels)
{
    // Longer ways are taken to get out of sight: generated expressions can be deeper than the stack.
    private const int MaxSteps = 500;

    private readonly List<AddressUse> uses = [];
    private readonly HashSet<(GoObject Variable, int Depth)> visited = [];
    private int steps;

    /// <summary>The consumers of the number that <paramref name="read"/> gives.</summary>
    public IReadOnlyList<AddressUse> Of(GoNode read)
    {
        FollowNumber(read);
        return uses;
    }

    private void FollowNumber(GoNode node)
    {
        if (steps == MaxSteps)
        {
            Add(AddressConsumer.Unknown, node);
            return;
        }

        steps++;
        FollowNumberUp(node);
        steps--;
    }

    private void FollowNumberUp(GoNode node)
    {
        var parent = node.Parent;
        switch (parent.Kind)
        {
            case GoSyntaxKind.Paren:
                FollowNumber(parent);
                break;
            case GoSyntaxKind.Call when parent[0] != node:
                FollowArgument(node, parent, 0);
                break;
            case GoSyntaxKind.Star:
                Add(AddressConsumer.CodeRead, parent);
                break;
            case GoSyntaxKind.Binary:
                FollowOperand(node, parent);
                break;
            case GoSyntaxKind.Unary when parent.MainTokenKind != GoTokenKind.And:
                FollowNumber(parent);
                break;
            case GoSyntaxKind.ExpressionList:
                FollowList(node, parent, 0);
                break;
            case GoSyntaxKind.KeyValue when parent[1] == node:
                FollowContainer(parent.Parent);
                break;
            case GoSyntaxKind.CompositeLiteral:
                FollowContainer(parent);
                break;
            case GoSyntaxKind.SwitchStmt:
                Add(AddressConsumer.Compared, parent);
                break;
            case GoSyntaxKind.ExprStmt:
                break;
            default:
                Add(AddressConsumer.Unknown, parent);
                break;
        }
    }

    // depth: 0 for the number itself, 1 for the address of a word that holds it, 2 for the address of that.
    private void FollowArgument(GoNode argument, GoNode call, int depth)
    {
        var target = unit.Binding.ClassifyCall(call);
        switch (target.Kind)
        {
            case GoCallTargetKind.Conversion:
                FollowConversion(call, depth);
                return;
            case GoCallTargetKind.Builtin:
                FollowBuiltin(call, depth);
                return;
        }

        var name = unit.QualifiedName(call[0]);
        if (name is ("runtime", "FuncForPC"))
        {
            FollowFuncForPC(call);
        }
        else if (name is ("unsafe", "Add"))
        {
            FollowNumber(call);
        }
        else if (name is ("unsafe", "Slice") or ("unsafe", "String"))
        {
            Add(AddressConsumer.CodeRead, call);
        }
        else if (name is { } kernel && IsSystemCall(kernel.ImportPath, kernel.Name))
        {
            Add(AddressConsumer.Kernel, call, kernel.Name);
        }
        else if (name is ("sync/atomic", _) && depth == 0 && StoredTo(call) is { } variable)
        {
            FollowVariable(variable, call, 0);
        }
        else if (unit.NamedFunction(call[0]) is { Language: SourceLanguage.Assembly } assembly)
        {
            Add(AddressConsumer.Assembly, call, assembly.FullName);
        }
        else
        {
            Add(AddressConsumer.Unknown, call, name is { } called ? called.Name : "");
        }
    }

    private void FollowBuiltin(GoNode call, int depth)
    {
        switch (call[0].Unparenthesized().Text)
        {
            case "print" or "println" or "panic" or "len" or "cap":
                break;
            case "append":
                FollowContainer(call);
                break;
            case "min" or "max" or "unsafe.Add" when depth == 0:
                FollowNumber(call);
                break;
            case "unsafe.Slice" or "unsafe.String":
                Add(AddressConsumer.CodeRead, call);
                break;
            default:
                Add(AddressConsumer.Unknown, call);
                break;
        }
    }

    private void FollowConversion(GoNode conversion, int depth)
    {
        var type = conversion[0].Unparenthesized();
        if (type.Kind != GoSyntaxKind.Star)
        {
            Follow(conversion, depth);
        }
        else if (depth == 0)
        {
            // (*[16]byte)(unsafe.Pointer(p)): a pointer into the code.
            Add(AddressConsumer.CodeRead, conversion);
        }
        else if (IsFuncType(type[0]))
        {
            Add(AddressConsumer.FuncValueAgain, conversion);
        }
        else
        {
            Follow(conversion, depth);
        }
    }

    private void Follow(GoNode node, int depth)
    {
        if (depth == 0)
        {
            FollowNumber(node);
        }
        else
        {
            FollowPointer(node, depth);
        }
    }

    private void FollowPointer(GoNode node, int depth)
    {
        var parent = node.Parent;
        switch (parent.Kind)
        {
            case GoSyntaxKind.Paren:
                FollowPointer(parent, depth);
                break;
            case GoSyntaxKind.Star when !IsAssignedTo(parent):
                Follow(parent, depth - 1);
                break;
            case GoSyntaxKind.Star:
                break;
            case GoSyntaxKind.Call when parent[0] != node:
                FollowArgument(node, parent, depth);
                break;
            case GoSyntaxKind.Unary when parent.MainTokenKind == GoTokenKind.And:
                FollowPointer(parent, depth + 1);
                break;
            case GoSyntaxKind.ExpressionList:
                FollowList(node, parent, depth);
                break;
            case GoSyntaxKind.Index when parent[0] == node:
                Follow(parent, depth - 1);
                break;
            default:
                Add(AddressConsumer.Unknown, parent);
                break;
        }
    }

    private void FollowOperand(GoNode node, GoNode binary)
    {
        if (!IsComparison(binary.MainTokenKind))
        {
            FollowNumber(binary);
            return;
        }

        var other = binary[0] == node ? binary[1] : binary[0];
        if (IsDistance(node, 0) || (!IsConstant(other) && levels.Of(other) is not { Level: AddressLevel.Code, Functions.IsComplete: true }))
        {
            Add(AddressConsumer.Compared, binary);
        }
    }

    private void FollowList(GoNode node, GoNode list, int depth)
    {
        var owner = list.Parent;
        var slot = SlotOf(node, list);
        switch (owner.Kind)
        {
            case GoSyntaxKind.AssignStmt when owner[1] == list && owner[0].ChildCount == list.ChildCount:
                FollowStore(owner[0][slot], owner, depth);
                break;
            case GoSyntaxKind.ValueSpec when owner[0].ChildCount == list.ChildCount:
                FollowStore(owner[0][slot], owner, depth);
                break;
            case GoSyntaxKind.AssignStmt when owner[0] == list:
                break;
            case GoSyntaxKind.CaseClause:
                Add(AddressConsumer.Compared, owner);
                break;
            default:
                Add(AddressConsumer.Unknown, owner);
                break;
        }
    }

    private void FollowStore(GoNode destination, GoNode statement, int depth)
    {
        var node = destination.Unparenthesized();
        if (node.Kind == GoSyntaxKind.Identifier)
        {
            if (node.Text == "_")
            {
                return;
            }

            if ((unit.Binding.DeclaredBy(node) ?? unit.Binding.Resolve(node).Object) is { Kind: GoObjectKind.Variable } variable)
            {
                FollowVariable(variable, statement, depth);
                return;
            }
        }
        else if (node.Kind == GoSyntaxKind.Index && depth == 0
            && unit.Binding.Resolve(node[0].Unparenthesized()).Object is { Kind: GoObjectKind.Variable } table)
        {
            FollowContainerVariable(table, statement);
            return;
        }

        Add(AddressConsumer.Unknown, statement, node.Kind == GoSyntaxKind.Selector ? node.Text : "");
    }

    private void FollowVariable(GoObject variable, GoNode at, int depth)
    {
        if (!visited.Add((variable, depth)) || GetsOutOfSight(variable, at))
        {
            return;
        }

        foreach (var (use, _) in unit.Binding.Uses(variable))
        {
            if (IsAssignedTo(use))
            {
                continue;
            }

            if (use.Parent is { Kind: GoSyntaxKind.Unary, MainTokenKind: GoTokenKind.And } addressOf)
            {
                FollowPointer(addressOf, depth + 1);
            }
            else
            {
                Follow(use, depth);
            }
        }
    }

    // Assembly reads package variables by name; another package can read an exported one.
    private bool GetsOutOfSight(GoObject variable, GoNode at)
    {
        if (!variable.IsPackageLevel)
        {
            return false;
        }

        if (variable.PackagePath != unit.Package.ImportPath)
        {
            Add(AddressConsumer.Unknown, at, variable.Name);
            return true;
        }

        if (unit.Symbols.IsNamedInAssembly(unit.Package.SymbolPrefix + "." + variable.Name))
        {
            Add(AddressConsumer.Assembly, at, variable.Name);
        }
        else if (char.IsUpper(variable.Name[0]))
        {
            Add(AddressConsumer.Unknown, at, variable.Name);
        }

        return false;
    }

    private void FollowFuncForPC(GoNode call)
    {
        var node = call;
        while (node.Parent.Kind == GoSyntaxKind.Paren)
        {
            node = node.Parent;
        }

        var parent = node.Parent;
        if (parent.Kind == GoSyntaxKind.Selector && parent[0] == node)
        {
            FollowFuncMember(parent);
        }
        else if (parent.Kind == GoSyntaxKind.ExpressionList && ContainerDestination(node, parent) is { IsPackageLevel: false } variable)
        {
            foreach (var (use, _) in unit.Binding.Uses(variable))
            {
                if (use.Parent.Kind == GoSyntaxKind.Selector)
                {
                    FollowFuncMember(use.Parent);
                }
                else if (!IsAssignedTo(use) && use.Parent.Kind != GoSyntaxKind.Binary)
                {
                    Add(AddressConsumer.Unknown, use.Parent);
                }
            }
        }
        else if (parent.Kind is not (GoSyntaxKind.ExprStmt or GoSyntaxKind.Binary))
        {
            Add(AddressConsumer.Unknown, parent);
        }
    }

    // Name and FileLine say the same, or something harmless, of a wrapper; Entry gives the address back.
    private void FollowFuncMember(GoNode selector)
    {
        if (selector[1].Text == "Entry" && selector.Parent.Kind == GoSyntaxKind.Call)
        {
            FollowNumber(selector.Parent);
        }
    }

    // pc - begin: what it is compared with says nothing, the subtraction did compare.
    private bool IsDistance(GoNode node, int depth)
    {
        var inner = node.Unparenthesized();
        return inner.Kind == GoSyntaxKind.Binary
            && depth < MaxSteps
            && (IsElsewhere(inner[0]) || IsElsewhere(inner[1]) || IsDistance(inner[0], depth + 1) || IsDistance(inner[1], depth + 1));
    }

    private bool IsElsewhere(GoNode operand) =>
        operand.Unparenthesized().Kind != GoSyntaxKind.Binary && !IsConstant(operand) && levels.Of(operand).Level != AddressLevel.Code;

    private GoObject? StoredTo(GoNode call) =>
        call.ChildCount >= 3
        && call[1].Unparenthesized() is { Kind: GoSyntaxKind.Unary, MainTokenKind: GoTokenKind.And } addressOf
        && unit.Binding.Resolve(addressOf[0].Unparenthesized()).Object is { Kind: GoObjectKind.Variable } variable
            ? variable
            : null;

    private bool IsFuncType(GoNode type)
    {
        var node = type.Unparenthesized();
        for (var i = 0; i < 16 && node.Kind == GoSyntaxKind.Identifier; i++)
        {
            if (unit.Binding.Resolve(node).Object is not { Kind: GoObjectKind.TypeName, DeclaringNode.Kind: GoSyntaxKind.TypeSpec } named)
            {
                return false;
            }

            node = named.DeclaringNode[2].Unparenthesized();
        }

        return node.Kind == GoSyntaxKind.FuncType;
    }

    private bool IsConstant(GoNode node)
    {
        var inner = node.Unparenthesized();
        return inner.Kind == GoSyntaxKind.BasicLiteral
            || (inner.Kind is GoSyntaxKind.Identifier or GoSyntaxKind.Selector
                && unit.Binding.Resolve(inner).Object is { Kind: GoObjectKind.Nil or GoObjectKind.Constant });
    }

    private static bool IsComparison(GoTokenKind kind) =>
        kind is GoTokenKind.Equal or GoTokenKind.NotEqual or GoTokenKind.Less or GoTokenKind.LessOrEqual or GoTokenKind.Greater or GoTokenKind.GreaterOrEqual;

    private static bool IsAssignedTo(GoNode node) =>
        node.Parent is { Kind: GoSyntaxKind.ExpressionList } list
        && list.Parent is { Kind: GoSyntaxKind.AssignStmt } assign
        && assign[0] == list;

    private static int SlotOf(GoNode node, GoNode list)
    {
        var slot = 0;
        foreach (var child in list.Children)
        {
            if (child == node)
            {
                return slot;
            }

            slot++;
        }

        return 0;
    }

    private static bool IsSystemCall(string importPath, string name) =>
        importPath is "syscall" or "golang.org/x/sys/unix" or "golang.org/x/sys/windows" or "internal/runtime/syscall" or "runtime/internal/syscall"
        && (name.StartsWith("Syscall", StringComparison.Ordinal) || name.StartsWith("RawSyscall", StringComparison.Ordinal));

    private void Add(AddressConsumer kind, GoNode node, string detail = "") => uses.Add(new AddressUse(kind, node, detail));
}
