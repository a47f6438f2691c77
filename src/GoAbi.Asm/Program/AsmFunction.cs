using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>A TEXT and what follows it up to the next.</summary>
public sealed class AsmFunction
{
    private readonly Dictionary<string, int>? labels;

    internal AsmFunction(TextDirective text, ImmutableArray<AsmStatement> body, Dictionary<string, int>? labels, AsmArchitecture architecture)
    {
        Text = text;
        Body = body;
        this.labels = labels;
        Architecture = architecture;
    }

    /// <summary>The directive that begins it.</summary>
    public TextDirective Text { get; }

    /// <summary>
    /// What the function is made of: instructions, PCDATA and FUNCDATA, without DATA and GLOBL, so that N(PC) counts these.
    /// </summary>
    public ImmutableArray<AsmStatement> Body { get; }

    /// <summary>What it is assembled for.</summary>
    public AsmArchitecture Architecture { get; }

    /// <summary>The index in <see cref="Body"/> of the statement that a label stands before; -1 for the TEXT itself.</summary>
    public bool TryGetLabel(string name, out int index)
    {
        index = -1;
        return labels is not null && labels.TryGetValue(name, out index);
    }

    /// <inheritdoc/>
    public override string ToString() => Text.ToString();
}
