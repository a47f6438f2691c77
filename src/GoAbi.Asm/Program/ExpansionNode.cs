using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>One inclusion or invocation: where, of what, and the one it happened in (0 for none).</summary>
/// <param name="Parent">The number of the one it happened in.</param>
/// <param name="Source">The number of the file in which it is written.</param>
/// <param name="Span">Where it is written.</param>
/// <param name="Name">The number of the macro's name; of an inclusion, the complement of an index among the included names.</param>
internal readonly record struct ExpansionNode(int Parent, int Source, TextSpan Span, int Name)
{
    public bool IsInclude => Name < 0;
}

/// <summary>A stream's expansions by number; entry 0 stands for "no expansion".</summary>
internal sealed class ExpansionTable(AsmNameTable names)
{
    private readonly List<string> included = [];
    private RecordList<ExpansionNode> found = New();
    private ExpansionNode[]? kept;

    public ExpansionNode this[int number] => (kept ?? found.Items)[number];

    public int AddInvocation(int parent, int source, TextSpan span, int macro) => Add(new ExpansionNode(parent, source, span, macro));

    public int AddInclude(int parent, int source, TextSpan span, string name)
    {
        included.Add(name);
        return Add(new ExpansionNode(parent, source, span, ~(included.Count - 1)));
    }

    /// <summary>The macro's or the file's name, as written.</summary>
    public string NameOf(int number)
    {
        var name = this[number].Name;
        return name < 0 ? included[~name] : names.GetText(name);
    }

    /// <summary>No more come; the table is cut to size.</summary>
    public void Finish()
    {
        kept ??= found.ToArray();
        found.Release();
    }

    private int Add(in ExpansionNode node)
    {
        found.Add() = node;
        return found.Count - 1;
    }

    private static RecordList<ExpansionNode> New()
    {
        var list = new RecordList<ExpansionNode>(64);
        list.Add() = default;
        return list;
    }
}
