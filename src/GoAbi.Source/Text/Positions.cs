using System;

namespace GoAbi.Source;

/// <summary>A place as Roslyn and SARIF count it: line and UTF-16 code unit in the line, both from 0.</summary>
/// <param name="Line">Line, from 0.</param>
/// <param name="Character">UTF-16 code units from the start of the line.</param>
public readonly record struct LinePosition(int Line, int Character);

/// <summary>A place as Go counts it: line from 1, column from 1 in bytes of UTF-8.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Bytes from the start of the line, from 1.</param>
public readonly record struct GoPosition(int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Line}:{Column}");
}
