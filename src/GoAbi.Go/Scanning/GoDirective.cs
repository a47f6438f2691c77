using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>
/// A comment that speaks to the toolchain: //go:name arguments, //line, /*line*/ or //export name. The compiler takes
/// //go: in any column (cmd/compile/internal/syntax: lineComment), //line in column 1 only.
/// </summary>
/// <param name="Name">"go:linkname", "line", "export" and so on.</param>
/// <param name="Arguments">What follows the name, without blanks around it.</param>
/// <param name="Location">The whole comment.</param>
/// <param name="IsAtLineStart">True where the comment starts in column 1.</param>
public sealed record GoDirective(string Name, string Arguments, SourceLocation Location, bool IsAtLineStart)
{
    /// <summary>Where the comment starts in the text.</summary>
    public int Position => Location.Span.Start;

    /// <inheritdoc/>
    public override string ToString() => Location + ": " + Name + " " + Arguments;
}
