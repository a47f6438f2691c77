namespace GoAbi.Fuzz.Assembler;

/// <summary>Which part of the assembler said something.</summary>
public enum AssemblerStage
{
    /// <summary>The scanner of literals and comments: FILE:LINE:COLUMN. Not an error by itself.</summary>
    Scanner,

    /// <summary>The preprocessor: the first error ends the process.</summary>
    Preprocessor,

    /// <summary>The parser: at most one error a line.</summary>
    Parser,

    /// <summary>What comes after the parser: symbols, layout, encoding.</summary>
    Encoder,
}

/// <summary>One message of the assembler.</summary>
/// <param name="Stage">Which part said it.</param>
/// <param name="File">The file's name without its directory; "" where none is named.</param>
/// <param name="Line">The line, from 1; 0 where none is named.</param>
/// <param name="Text">What it said, without the place.</param>
public sealed record AssemblerMessage(AssemblerStage Stage, string File, int Line, string Text)
{
    /// <summary>True where nothing behind the place was read: the parser gave up, or the preprocessor did.</summary>
    public bool EndsTheFile =>
        Stage == AssemblerStage.Preprocessor
        || (Stage == AssemblerStage.Parser
            && (Text.StartsWith("expected identifier, found", System.StringComparison.Ordinal) || Text == "unexpected EOF"));

    /// <inheritdoc/>
    public override string ToString() => System.FormattableString.Invariant($"{File}:{Line}: {Stage}: {Text}");
}
