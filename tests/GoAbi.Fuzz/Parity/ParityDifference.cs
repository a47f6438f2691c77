using System;
using System.Text.RegularExpressions;

namespace GoAbi.Fuzz.Parity;

/// <summary>A line that one side refuses and the other does not.</summary>
/// <param name="IsMissed">True where the assembler refuses it, false where we do.</param>
/// <param name="Line">The line of the file.</param>
/// <param name="Id">Our diagnostic's id; "" where we have none.</param>
/// <param name="Message">What the one that refuses says.</param>
/// <param name="Source">The line's text.</param>
public sealed partial record ParityDifference(bool IsMissed, int Line, string Id, string Message, string Source)
{
    /// <summary>What it is counted as: the message without what differs from input to input.</summary>
    public string Class
    {
        get
        {
            var message = AfterColon().Replace(Numbers().Replace(Names().Replace(Quoted().Replace(Message, "_"), "$1 _"), "N"), "$1 _");
            return IsMissed ? "asm: " + message : "ours: " + Id + " " + message;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Line}: {(IsMissed ? "only the assembler: " : "only ours: " + Id + " ")}{Message} [{Source.Trim()}]");

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|\\[.*\\]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(symbol|label|found|got|handle|to|register|of|open|for) (?!(?:DATA|TEXT|GLOBL|symbol|macro|register|an|the|missing|shift|pseudo)\b)\S+")]
    private static partial Regex Names();

    [GeneratedRegex(@"[-+]?\d[\w.]*")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(macro:|found|type:|expected) .*$")]
    private static partial Regex AfterColon();
}
