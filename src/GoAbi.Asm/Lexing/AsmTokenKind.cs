namespace GoAbi.Asm;

/// <summary>What a token of Go assembly is. Every rune that is none of the assembler's own is <see cref="Other"/>.</summary>
public enum AsmTokenKind : byte
{
    /// <summary>The end of the file: always the last token, of no length.</summary>
    EndOfFile,

    /// <summary>A line feed; it ends a statement as ';' does.</summary>
    Newline,

    /// <summary>';'</summary>
    Semicolon,

    /// <summary>A name: letters, digits, '_', '·' (U+00B7) and '∕' (U+2215).</summary>
    Identifier,

    /// <summary>An integer literal of Go, with or without base prefix.</summary>
    Integer,

    /// <summary>A floating-point literal of Go.</summary>
    Float,

    /// <summary>A rune literal.</summary>
    Char,

    /// <summary>An interpreted string literal.</summary>
    String,

    /// <summary>A comment that starts with //go:build; every other comment is trivia.</summary>
    BuildComment,

    /// <summary>After preprocessing only: the name of a macro with parameters that no '(' follows. It is no identifier any more.</summary>
    MacroName,

    /// <summary>'#'</summary>
    Hash,

    /// <summary>'\'</summary>
    Backslash,

    /// <summary>','</summary>
    Comma,

    /// <summary>':'</summary>
    Colon,

    /// <summary>'.'</summary>
    Dot,

    /// <summary>'('</summary>
    OpenParen,

    /// <summary>')'</summary>
    CloseParen,

    /// <summary>'['</summary>
    OpenBracket,

    /// <summary>']'</summary>
    CloseBracket,

    /// <summary>'$'</summary>
    Dollar,

    /// <summary>'*'</summary>
    Star,

    /// <summary>'/'</summary>
    Slash,

    /// <summary>'%'</summary>
    Percent,

    /// <summary>'&amp;'</summary>
    Ampersand,

    /// <summary>'+'</summary>
    Plus,

    /// <summary>'-'</summary>
    Minus,

    /// <summary>'|'</summary>
    Bar,

    /// <summary>'^'</summary>
    Caret,

    /// <summary>'~'</summary>
    Tilde,

    /// <summary>'&lt;'</summary>
    Less,

    /// <summary>'&gt;'</summary>
    Greater,

    /// <summary>'&lt;&lt;'</summary>
    ShiftLeft,

    /// <summary>'&gt;&gt;'</summary>
    ShiftRight,

    /// <summary>'-&gt;', arithmetic shift right on arm and arm64.</summary>
    ShiftArithmetic,

    /// <summary>'@&gt;', rotate right on arm and arm64.</summary>
    RotateRight,

    /// <summary>Any other rune.</summary>
    Other,
}
