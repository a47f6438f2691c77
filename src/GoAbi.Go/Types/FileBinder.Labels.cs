namespace GoAbi.Go;

/// <content>
/// Labels: a namespace of their own, over the whole body of a function but not of the functions in it, and known before
/// they are declared (Go spec, "Label scopes").
/// </content>
internal sealed partial class FileBinder
{
    private readonly GrowableArray<(int Name, int Local)> labels = new();
    private readonly GrowableArray<int> branches = new();
    private (int Labels, int Branches) innermost;

    private (int Labels, int Branches) OpenLabels()
    {
        var outer = innermost;
        innermost = (labels.Count, branches.Count);
        return outer;
    }

    private void CloseLabels((int Labels, int Branches) outer)
    {
        for (var i = innermost.Branches; i < branches.Count; i++)
        {
            var label = branches[i];
            var name = tree.NameNumber(label);
            uses[label] = NameUse.Unresolved;
            for (var j = innermost.Labels; j < labels.Count; j++)
            {
                if (labels[j].Name == name)
                {
                    uses[label] = NameUse.Pack(NameUse.Local, labels[j].Local);
                    break;
                }
            }
        }

        labels.Truncate(innermost.Labels);
        branches.Truncate(innermost.Branches);
        innermost = outer;
    }

    private void DeclareLabel(int identifier, int statement)
    {
        var name = nodes[identifier].Kind == GoSyntaxKind.Identifier ? tree.NameNumber(identifier) : -1;
        if (name >= 0)
        {
            DeclareUnscoped(identifier, statement, GoObjectKind.Label, GoObjectTraits.None);
            if (tree.NameAt(name) != "_")
            {
                labels.Push((name, NameUse.Number(uses[identifier])));
            }
        }
    }

    private void AddBranch(int label)
    {
        if (nodes[label].Kind == GoSyntaxKind.Identifier && tree.NameNumber(label) >= 0)
        {
            branches.Push(label);
        }
    }
}
