namespace GoAbi.Fuzz.Mutation;

/// <summary>What is put into Go.</summary>
internal static class GoFragments
{
    /// <summary>Lines that change how the rest of a file is read, tokens and parts of such, ways to nest.</summary>
    public static Fragments All { get; } = new()
    {
        Lines =
        [
            "package p", "package _", "import \"C\"", "import . \"fmt\"", "import (\n\t_ \"unsafe\"\n\tx \"a/b\"\n)", "import \"\"", "// int x;\nimport \"C\"", "//go:build linux && !cgo", "// +build x",
            "//go:linkname f runtime.f", "//go:linkname f", "//go:nosplit", "//go:noescape", "//export F", "//line x.go:7", "//line x.go:0", "//line x.go:7:0", "//line :7", "//line x.go:999999999999",
            "/*line x.go:7:8*/", "/*line 0*/", "//", "/*", "*/", "/* a\nb */", "}", "{", ")", "func f() {", "func f()", "func (x T) m() {}", "func (T[P]) m[Q any](q Q) P { return q }", "func (*T) M(", "type T struct {",
            "type T interface {", "type T = T", "type T T", "type S struct{ a, b, c S }", "type S struct{ a, b [3]S2 }\ntype S2 struct{ a, b S }", "type T []T", "type T [len(x)]int\nvar x T", "type T[P any] struct{ T[T[P]] }", "type T[P interface{ ~[]E }, E any] P", "type T[P *C] int", "type T[P (C)] int",
            "type A[P any] = []P", "type I interface{ J }\ntype J interface{ I }", "type S struct{ *S; T; x, y int `t` }", "type U interface{ ~int | ~string | U }", "var x, y = y, x", "var x = f()\nfunc f() int { return x }",
            "const c = c", "const ( a = iota; b; c, d = 1 << iota, 2; e )", "const big = 1 << 511 * 1 << 511", "const f = 1e1000000 * 1e1000000", "const big = 1 << 1000000000", "const s = \"a\" + s2; const s2 = s[:1]",
            "var a [1 << 62][1 << 62]int", "var a [...]int{1 << 40: 1}", "const n = len(a)\nvar a [n]int", "L:", "goto L", "break L", "for L := range L {", "for range 10 {", "for i, x := range f {", "switch x := x.(type) {", "case int, []T:", "default:",
            "select {", "case x, ok := <-c:", "if x := f(); x {", "} else if x {", "} else {", "defer func() { recover() }()", "go f(x...)", "return f(f(f))", "x.y.z()", "x, y := f[int, string](1)", "var _ = T{1, T{2}, x: {3}}", "_ = map[T]func(T) T{}",
            "var f = func[T any]() {}", "x = unsafe.Sizeof(x) + unsafe.Offsetof(x.y.z)", "type T struct{ a [unsafe.Sizeof(T{})]byte }", "func g[P any](p P) { g[[]P](nil) }", "func h[P, Q any](f func(P) Q, p []P) Q { return h(f, p) }", "m[T any]()",
        ],
        Tokens =
        [
            "(", ")", "[", "]", "{", "}", "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "&^", "+=", "<<=", "&&", "||", "<-", "++", "--", "==", "<", "=", "!", "~", "!=", "<=", ":=", "...", ",", ";", ".", ":", "#", "@", "?", "$", "\\", "\"", "'", "`",
            "//", "/*", "*/", "\n", "\r\n", "\r", "\f", "\v", "/**/", "/*\n*/", "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go", "goto", "if", "import", "interface", "map", "package", "range",
            "return", "select", "struct", "switch", "type", "var", "any", "bool", "byte", "comparable", "complex128", "error", "float64", "int", "rune", "string", "uint8", "uintptr", "true", "iota", "nil", "append", "cap", "clear", "close", "complex", "copy", "delete",
            "imag", "len", "make", "max", "min", "new", "panic", "real", "recover", "_", "init", "main", "x", "T", "f", "P", "unsafe", "unsafe.Pointer", "unsafe.Sizeof", "unsafe.Slice", "C", "C.x",
            "0", "1", "08", "0x", "0x1p-2", "0x1.8", "0x_f", "1_", "1__0", "0b2", "0o8", "0b1.0", "1e", "1e+", "1.5", ".5", "1e400", "1e-400", "1e999999999", "1i", "0x1p1i", "08.5", "08i", "18446744073709551616", "'a'", "'\\n'", "'\\x80'", "'\\400'", "'\\ud800'", "'\\U00110000'", "''", "'ab'", "'\\'",
            "\"s\"", "\"\\xff\"", "\"\\q\"", "\"\\u12\"", "`r\n`", "[]int{}", "func() {}", "[...]", "[3]", "map[", "chan<-", "<-chan", ".(type)", ".(T)", "[:]", "[::]", "[1:2:3]", "[T]", "[T, U]", "(x)", "x...", "T{}", "&T{}", "*T", "~T", "x.y", "é", "日本", "\u00a0", "\u2028", "𝔸", "٣", "·",
        ],
        Nesting =
        [
            ("(", ")"), ("[", "]"), ("-", ""), ("[]", ""), ("f(", ")"), ("{", "}"), ("T{", "}"), ("T[", "]"), ("func() { ", " }"), ("struct{ a ", " }"), ("*", ""), ("<-", ""), ("chan ", ""), ("map[int]", ""), ("1 + ", ""), ("x.", ""), ("if x { ", " }"),
            ("func(", ")"), ("interface{ m(", ") }"), ("x[", "]"), ("!", ""), ("~", ""), ("1 << ", ""), ("x | ", ""), ("len(", ")"), ("func() ", ""), ("for { ", " }"), ("if x { } else ", "{}"), ("switch { case x: ", " }"), ("L: ", ";"), ("[T, ", "]"),
        ],
        Brackets = "()[]{}",
    };
}
