namespace GoAbi.Go;

/// <summary>
/// What a node of a <see cref="GoSyntaxTree"/> is. In brackets: its children, in the order of <see cref="GoNode"/>'s
/// indexer. A slot marked "?" holds a node of kind <see cref="None"/> where the source has nothing there, so that slots
/// keep their numbers; "*" repeats and comes last. Names follow go/ast where it has one.
/// </summary>
public enum GoSyntaxKind : byte
{
    /// <summary>An empty slot; zero width.</summary>
    None,

    // ---- the file and its declarations ----

    /// <summary>A whole file: [PackageClause?, declaration*].</summary>
    File,

    /// <summary>package p: [Identifier].</summary>
    PackageClause,

    /// <summary>import ...: [ImportSpec*].</summary>
    ImportDecl,

    /// <summary>One import: [name Identifier? ("." and "_" are identifiers here), path BasicLiteral].</summary>
    ImportSpec,

    /// <summary>const ...: [ValueSpec*].</summary>
    ConstDecl,

    /// <summary>var ...: [ValueSpec*].</summary>
    VarDecl,

    /// <summary>One line of const or var: [IdentifierList, type?, values ExpressionList?].</summary>
    ValueSpec,

    /// <summary>type ...: [TypeSpec*].</summary>
    TypeDecl,

    /// <summary>One type: [Identifier, TypeParameters?, type]; flag <see cref="GoNodeFlags.Alias"/> for "type A = B".</summary>
    TypeSpec,

    /// <summary>A function or method: [receiver Parameters?, Identifier, TypeParameters?, Signature, body Block?].</summary>
    FuncDecl,

    /// <summary>What could not be read where a declaration was expected; tokens kept, no children.</summary>
    BadDecl,

    /// <summary>Names: [Identifier*].</summary>
    IdentifierList,

    /// <summary>Expressions between commas: [expression*].</summary>
    ExpressionList,

    /// <summary>[T any, ...]: [Field*].</summary>
    TypeParameters,

    /// <summary>(a, b int): [Field*]. Results without parentheses are Parameters with one Field.</summary>
    Parameters,

    /// <summary>A parameter, result, type parameter or struct field: [names IdentifierList? (none: unnamed or embedded), type, tag BasicLiteral?].</summary>
    Field,

    /// <summary>Parameters and results: [Parameters, results Parameters?].</summary>
    Signature,

    // ---- types (and expressions that are types) ----

    /// <summary>[n]T or [...]T: [length expression or Ellipsis, element type].</summary>
    ArrayType,

    /// <summary>[]T: [element type].</summary>
    SliceType,

    /// <summary>map[K]V: [key type, value type].</summary>
    MapType,

    /// <summary>chan T: [element type]; flags <see cref="GoNodeFlags.SendOnly"/>, <see cref="GoNodeFlags.ReceiveOnly"/>.</summary>
    ChanType,

    /// <summary>func(...) ...: [Signature].</summary>
    FuncType,

    /// <summary>struct{...}: [Field*].</summary>
    StructType,

    /// <summary>interface{...}: [MethodSpec or embedded element expression (Binary "|", Unary "~", type)*].</summary>
    InterfaceType,

    /// <summary>A method of an interface: [Identifier, Signature].</summary>
    MethodSpec,

    /// <summary>... in a parameter's type or an array's length: [type?].</summary>
    Ellipsis,

    // ---- expressions ----

    /// <summary>A name; "_" and "." (dot import) too. No children.</summary>
    Identifier,

    /// <summary>A number, rune or string as written. No children; the token's kind says which.</summary>
    BasicLiteral,

    /// <summary>T{...}: [type?, element expression or KeyValue*].</summary>
    CompositeLiteral,

    /// <summary>key: value in a composite literal: [key, value].</summary>
    KeyValue,

    /// <summary>func(...) {...}: [Signature, Block].</summary>
    FuncLiteral,

    /// <summary>(x): [x].</summary>
    Paren,

    /// <summary>x.f: [x, Identifier].</summary>
    Selector,

    /// <summary>x[i], x[T1, T2]: [x, index*].</summary>
    Index,

    /// <summary>x[lo:hi:max]: [x, lo?, hi?, max?].</summary>
    Slice,

    /// <summary>x.(T), or x.(type) with an empty slot: [x, type?].</summary>
    TypeAssertion,

    /// <summary>f(...) and T(x): [function, argument*]; flag <see cref="GoNodeFlags.Variadic"/> for f(xs...). The main token is "(".</summary>
    Call,

    /// <summary>*x, pointer type or dereference: [x].</summary>
    Star,

    /// <summary>op x: [x]; the main token is the operator ("&lt;-" and "~" included).</summary>
    Unary,

    /// <summary>x op y: [x, y]; the main token is the operator.</summary>
    Binary,

    /// <summary>What could not be read where an expression or type was expected; no children.</summary>
    BadExpr,

    // ---- statements ----

    /// <summary>{...}: [statement*].</summary>
    Block,

    /// <summary>An expression as a statement: [expression].</summary>
    ExprStmt,

    /// <summary>ch &lt;- x: [channel, value].</summary>
    SendStmt,

    /// <summary>x++, x--: [x]; the main token is the operator.</summary>
    IncDecStmt,

    /// <summary>a, b = ... (also :=, +=, ...): [ExpressionList, ExpressionList]; the main token is the operator.</summary>
    AssignStmt,

    /// <summary>go f(x): [expression].</summary>
    GoStmt,

    /// <summary>defer f(x): [expression].</summary>
    DeferStmt,

    /// <summary>return ...: [expression*].</summary>
    ReturnStmt,

    /// <summary>break, continue, goto, fallthrough: [label Identifier?]; the main token is the keyword.</summary>
    BranchStmt,

    /// <summary>if: [init statement?, condition, Block, else Block or IfStmt?].</summary>
    IfStmt,

    /// <summary>switch: [init statement?, tag expression?, Block of CaseClause].</summary>
    SwitchStmt,

    /// <summary>switch x := y.(type): [init statement?, guard AssignStmt or ExprStmt, Block of CaseClause].</summary>
    TypeSwitchStmt,

    /// <summary>case a, b: or default: [ExpressionList? (none: default), statement*].</summary>
    CaseClause,

    /// <summary>select: [Block of CommClause].</summary>
    SelectStmt,

    /// <summary>case of a select: [communication statement? (none: default), statement*].</summary>
    CommClause,

    /// <summary>for: [init statement?, condition?, post statement?, Block].</summary>
    ForStmt,

    /// <summary>for k, v := range x: [key?, value?, x, Block]; the main token is "range"; flag <see cref="GoNodeFlags.Define"/> for ":=".</summary>
    RangeStmt,

    /// <summary>L: s: [Identifier, statement].</summary>
    LabeledStmt,

    /// <summary>A declaration as a statement: [ConstDecl, VarDecl or TypeDecl].</summary>
    DeclStmt,

    /// <summary>Nothing before a semicolon; no children.</summary>
    EmptyStmt,

    /// <summary>What could not be read where a statement was expected; no children.</summary>
    BadStmt,
}
