namespace GoAbi.Go;

/// <content>
/// Expressions and types. Nothing in them declares a name for what follows, so they are read as they lie: from the root
/// back to the first node, which meets each node before its children. Depth costs no stack; only a function literal, which
/// opens a block, is a step inward.
/// </content>
internal sealed partial class FileBinder
{
    private void Scan(int root)
    {
        var first = nodes[root].FirstNode;
        var literals = literalStack.Count;
        for (var at = root; at >= first;)
        {
            switch (nodes[at].Kind)
            {
                case GoSyntaxKind.Identifier:
                    if (uses[at] == NameUse.None)
                    {
                        uses[at] = LookUp(at);
                    }

                    at--;
                    break;
                case GoSyntaxKind.Selector:
                    at = ScanSelector(at);
                    break;
                case GoSyntaxKind.FuncLiteral:
                    BindFunctionLiteral(at);
                    at = PreviousSibling(at);
                    break;
                case GoSyntaxKind.CompositeLiteral:
                    EnterLiteral(at, literals);
                    at--;
                    break;
                case GoSyntaxKind.KeyValue:
                    MarkKeyLiteral(at);
                    at--;
                    break;
                case GoSyntaxKind.StructType:
                    DeclareFields(at, GoObjectKind.Variable, GoObjectTraits.Field, isScoped: false);
                    at--;
                    break;
                case GoSyntaxKind.Signature:
                    DeclareFields(PreviousSibling(at - 1), GoObjectKind.Variable, GoObjectTraits.Parameter, isScoped: false);
                    DeclareFields(at - 1, GoObjectKind.Variable, GoObjectTraits.Result, isScoped: false);
                    at--;
                    break;
                case GoSyntaxKind.MethodSpec:
                    DeclareUnscoped(PreviousSibling(at - 1), at, GoObjectKind.Function, GoObjectTraits.InterfaceMethod);
                    at--;
                    break;
                default:
                    at--;
                    break;
            }
        }

        literalStack.Truncate(literals);
    }

    // x.f: only a package's name in front makes f a name that scopes can resolve (Go spec, "Qualified identifiers").
    private int ScanSelector(int selector)
    {
        var name = selector - 1;
        var operand = PreviousSibling(name);
        if (nodes[operand].Kind != GoSyntaxKind.Identifier)
        {
            uses[name] = NameUse.Member;
            return operand;
        }

        var use = LookUp(operand);
        uses[operand] = use;
        uses[name] = NameUse.Tag(use) switch
        {
            NameUse.Shared when shared[NameUse.Number(use)].Kind == GoObjectKind.PackageName => MemberOf(NameUse.Number(use), name),
            NameUse.Unresolved => NameUse.Pack(NameUse.Unresolved, -1),
            _ => NameUse.Member,
        };
        return operand - 1;
    }

    private int MemberOf(int package, int name)
    {
        var number = tree.NameNumber(name);
        if (number < 0)
        {
            return NameUse.Nothing;
        }

        var found = FileScope.FindMember(shared[package], tree.NameAt(number));
        return found is null ? NameUse.Pack(NameUse.Unresolved, package + 1) : NameUse.Pack(NameUse.Shared, NumberOf(found));
    }
}
