namespace GoAbi.Source;

/// <summary>Replaces the code units of a span by a new text. An empty span inserts, an empty text deletes.</summary>
/// <param name="Span">What is replaced, in the text before any edit.</param>
/// <param name="NewText">What stands there afterwards, with the line endings that the file has.</param>
public readonly record struct TextEdit(TextSpan Span, string NewText);
