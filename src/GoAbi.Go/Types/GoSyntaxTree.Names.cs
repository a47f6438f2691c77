namespace GoAbi.Go;

/// <content>The names of the tree by number: scopes are arrays over them.</content>
public sealed partial class GoSyntaxTree
{
    /// <summary>Above all numbers of names in the tree. The names are a session's, not only this tree's.</summary>
    internal int NameCount => names.Length;

    internal string NameAt(int number) => names[number];

    /// <summary>Number of the name of an Identifier node; -1 where the parser only put a node in place of a missing name, and for ".".</summary>
    internal int NameNumber(int node)
    {
        var data = Nodes[node];
        if (data.EndToken <= data.FirstToken)
        {
            return -1;
        }

        var token = tokens[data.FirstToken];
        return token.Kind == GoTokenKind.Identifier ? token.Payload : -1;
    }
}
