using System.Collections.Generic;

namespace GoAbi.Go;

/// <content>
/// Labels: a namespace of their own, over the whole body of a function but not of the functions in it, and known before
/// they are declared (Go spec, "Label scopes").
/// </content>
internal sealed partial class FileBinder
{
    private const int FewLabels = 8;

    private readonly GrowableArray<(int Name, int Local)> labels = new();
    private readonly GrowableArray<int> branches = new();
    private Dictionary<int, int>? manyLabels;
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
            var local = FindLabel(tree.NameNumber(label));
            uses[label] = local < 0 ? NameUse.Unresolved : NameUse.Pack(NameUse.Local, local);
        }

        manyLabels = null;
        labels.Truncate(innermost.Labels);
        branches.Truncate(innermost.Branches);
        innermost = outer;
    }

    // Of two labels of one name, which is an error, the first counts. Most functions have none or a few; generated ones have thousands.
    private int FindLabel(int name)
    {
        var count = labels.Count - innermost.Labels;
        if (count > FewLabels)
        {
            if (manyLabels is null)
            {
                manyLabels = [];
                for (var i = labels.Count - 1; i >= innermost.Labels; i--)
                {
                    manyLabels[labels[i].Name] = labels[i].Local;
                }
            }

            return manyLabels.TryGetValue(name, out var found) ? found : -1;
        }

        for (var i = innermost.Labels; i < labels.Count; i++)
        {
            if (labels[i].Name == name)
            {
                return labels[i].Local;
            }
        }

        return -1;
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
