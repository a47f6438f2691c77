namespace GoAbi.Go;

/// <summary>What a token of Go source is. Comments are not tokens: see <see cref="GoSyntaxTree.Comments"/>.</summary>
public enum GoTokenKind : byte
{
    /// <summary>No token.</summary>
    None = 0,

    /// <summary>The end of the file; zero width.</summary>
    EndOfFile,

    /// <summary>A character that no token starts with.</summary>
    Bad,

    /// <summary>A name, not a keyword.</summary>
    Identifier,

    /// <summary>42, 0x2A, 0b1, 0o7.</summary>
    IntLiteral,

    /// <summary>1.5, 0x1p-2.</summary>
    FloatLiteral,

    /// <summary>2i, 1.5i.</summary>
    ImaginaryLiteral,

    /// <summary>'x'.</summary>
    CharLiteral,

    /// <summary>"x" and `x`.</summary>
    StringLiteral,

    // ---- operators that join two expressions, in go/token's order of precedence: 1 ----

    /// <summary>||</summary>
    OrOr,

    // ---- 2 ----

    /// <summary>&amp;&amp;</summary>
    AndAnd,

    // ---- 3 ----

    /// <summary>==</summary>
    Equal,

    /// <summary>!=</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,

    // ---- 4 ----

    /// <summary>+</summary>
    Plus,

    /// <summary>-</summary>
    Minus,

    /// <summary>|</summary>
    Or,

    /// <summary>^</summary>
    Xor,

    // ---- 5 ----

    /// <summary>*</summary>
    Star,

    /// <summary>/</summary>
    Slash,

    /// <summary>%</summary>
    Percent,

    /// <summary>&lt;&lt;</summary>
    ShiftLeft,

    /// <summary>&gt;&gt;</summary>
    ShiftRight,

    /// <summary>&amp;</summary>
    And,

    /// <summary>&amp;^</summary>
    AndNot,

    // ---- assignment operators ----

    /// <summary>=</summary>
    Assign,

    /// <summary>:=</summary>
    Define,

    /// <summary>+=</summary>
    PlusAssign,

    /// <summary>-=</summary>
    MinusAssign,

    /// <summary>|=</summary>
    OrAssign,

    /// <summary>^=</summary>
    XorAssign,

    /// <summary>*=</summary>
    StarAssign,

    /// <summary>/=</summary>
    SlashAssign,

    /// <summary>%=</summary>
    PercentAssign,

    /// <summary>&lt;&lt;=</summary>
    ShiftLeftAssign,

    /// <summary>&gt;&gt;=</summary>
    ShiftRightAssign,

    /// <summary>&amp;=</summary>
    AndAssign,

    /// <summary>&amp;^=</summary>
    AndNotAssign,

    // ---- other operators and punctuation ----

    /// <summary>!</summary>
    Not,

    /// <summary>~</summary>
    Tilde,

    /// <summary>&lt;-</summary>
    Arrow,

    /// <summary>++</summary>
    Increment,

    /// <summary>--</summary>
    Decrement,

    /// <summary>...</summary>
    Ellipsis,

    /// <summary>(</summary>
    OpenParen,

    /// <summary>)</summary>
    CloseParen,

    /// <summary>[</summary>
    OpenBracket,

    /// <summary>]</summary>
    CloseBracket,

    /// <summary>{</summary>
    OpenBrace,

    /// <summary>}</summary>
    CloseBrace,

    /// <summary>,</summary>
    Comma,

    /// <summary>";", or zero width where the end of a line or of the file stands for one.</summary>
    Semicolon,

    /// <summary>:</summary>
    Colon,

    /// <summary>.</summary>
    Dot,

    // ---- keywords, in alphabetic order ----

    /// <summary>break</summary>
    BreakKeyword,

    /// <summary>case</summary>
    CaseKeyword,

    /// <summary>chan</summary>
    ChanKeyword,

    /// <summary>const</summary>
    ConstKeyword,

    /// <summary>continue</summary>
    ContinueKeyword,

    /// <summary>default</summary>
    DefaultKeyword,

    /// <summary>defer</summary>
    DeferKeyword,

    /// <summary>else</summary>
    ElseKeyword,

    /// <summary>fallthrough</summary>
    FallthroughKeyword,

    /// <summary>for</summary>
    ForKeyword,

    /// <summary>func</summary>
    FuncKeyword,

    /// <summary>go</summary>
    GoKeyword,

    /// <summary>goto</summary>
    GotoKeyword,

    /// <summary>if</summary>
    IfKeyword,

    /// <summary>import</summary>
    ImportKeyword,

    /// <summary>interface</summary>
    InterfaceKeyword,

    /// <summary>map</summary>
    MapKeyword,

    /// <summary>package</summary>
    PackageKeyword,

    /// <summary>range</summary>
    RangeKeyword,

    /// <summary>return</summary>
    ReturnKeyword,

    /// <summary>select</summary>
    SelectKeyword,

    /// <summary>struct</summary>
    StructKeyword,

    /// <summary>switch</summary>
    SwitchKeyword,

    /// <summary>type</summary>
    TypeKeyword,

    /// <summary>var</summary>
    VarKeyword,
}
