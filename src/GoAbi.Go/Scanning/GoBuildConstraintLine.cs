using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>A build constraint in the header of a .go or .s file.</summary>
/// <param name="Expression">What follows "//go:build" or "// +build", without blanks around it.</param>
/// <param name="IsGoBuild">True for //go:build, false for // +build.</param>
/// <param name="Span">The whole comment, without the line ending.</param>
public sealed record GoBuildConstraintLine(string Expression, bool IsGoBuild, TextSpan Span);
