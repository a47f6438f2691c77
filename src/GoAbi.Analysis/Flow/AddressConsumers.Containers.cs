using GoAbi.Go;

namespace GoAbi.Analysis;

/// <content>Addresses in arrays, slices, maps and structs: a container is followed as one, whatever element the address is in.</content>
internal sealed partial class AddressConsumers
{
    private void FollowContainer(GoNode container)
    {
        var parent = container.Parent;
        switch (parent.Kind)
        {
            case GoSyntaxKind.Paren or GoSyntaxKind.CompositeLiteral:
                FollowContainer(parent);
                break;
            case GoSyntaxKind.KeyValue:
                FollowContainer(parent.Parent);
                break;
            case GoSyntaxKind.Unary when parent.MainTokenKind == GoTokenKind.And:
                FollowPointer(parent, 1);
                break;
            case GoSyntaxKind.ExpressionList when ContainerDestination(container, parent) is { } variable:
                FollowContainerVariable(variable, parent.Parent);
                break;
            default:
                Add(AddressConsumer.Unknown, parent);
                break;
        }
    }

    private GoObject? ContainerDestination(GoNode container, GoNode list)
    {
        var owner = list.Parent;
        if (owner.Kind is not (GoSyntaxKind.AssignStmt or GoSyntaxKind.ValueSpec) || owner[0].ChildCount != list.ChildCount || owner[0] == list)
        {
            return null;
        }

        var name = owner[0][SlotOf(container, list)].Unparenthesized();
        return name.Kind != GoSyntaxKind.Identifier ? null
            : (unit.Binding.DeclaredBy(name) ?? unit.Binding.Resolve(name).Object) is { Kind: GoObjectKind.Variable } variable ? variable
            : null;
    }

    private void FollowContainerVariable(GoObject variable, GoNode at)
    {
        if (!visited.Add((variable, -1)) || GetsOutOfSight(variable, at))
        {
            return;
        }

        if (variable.IsParameter || variable.IsReceiver)
        {
            // The caller's slice, map or array.
            Add(AddressConsumer.Unknown, at, variable.Name);
        }

        foreach (var (use, _) in unit.Binding.Uses(variable))
        {
            if (!IsAssignedTo(use))
            {
                FollowContainerUse(use);
            }
        }
    }

    private void FollowContainerUse(GoNode use)
    {
        var parent = use.Parent;
        switch (parent.Kind)
        {
            case GoSyntaxKind.Paren:
                FollowContainerUse(parent);
                break;
            case GoSyntaxKind.Index when parent[0] == use:
            case GoSyntaxKind.Selector when parent[0] == use:
                FollowElement(parent);
                break;
            case GoSyntaxKind.Unary when parent.MainTokenKind == GoTokenKind.And:
                FollowPointer(parent, 1);
                break;
            case GoSyntaxKind.RangeStmt when parent[2] == use:
                if (parent[1].Kind == GoSyntaxKind.Identifier && parent[1].Text != "_")
                {
                    FollowStore(parent[1], parent, 0);
                }

                break;
            case GoSyntaxKind.Call when parent[0] != use && parent[0].Unparenthesized().Text is "len" or "cap":
                break;
            case GoSyntaxKind.Call when parent[0] != use && parent[0].Unparenthesized().Text == "append":
                FollowContainer(parent);
                break;
            default:
                Add(AddressConsumer.Unknown, parent);
                break;
        }
    }

    private void FollowElement(GoNode element)
    {
        if (IsAssignedTo(element))
        {
            return;
        }

        if (element.Parent is { Kind: GoSyntaxKind.Unary, MainTokenKind: GoTokenKind.And } addressOf)
        {
            FollowPointer(addressOf, 1);
        }
        else
        {
            FollowNumber(element);
        }
    }
}
