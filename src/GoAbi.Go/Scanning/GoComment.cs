using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>A comment, markers included, line ending not.</summary>
/// <param name="Span">From "//" or "/*" on.</param>
/// <param name="IsLine">True for "//", false for "/*".</param>
/// <param name="IsAtLineStart">True where the comment starts in column 1.</param>
public readonly record struct GoComment(TextSpan Span, bool IsLine, bool IsAtLineStart);
