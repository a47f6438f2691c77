namespace GoAbi.Fuzz.Mutation;

/// <summary>What is put into assembly.</summary>
internal static class AssemblyFragments
{
    /// <summary>Lines of the preprocessor and statements, tokens and parts of such, ways to nest.</summary>
    public static Fragments All { get; } = new()
    {
        Lines =
        [
            "#define M AX", "#define M(a) a", "#define M(a, b) a, b", "#define M(a,) a", "#define M() RET", "#define M(a) M(a) M(a)", "#define M M",
            "#define A B\n#define B A", "#define M(a) \\\n\tMOVQ a, AX \\\n\tRET", "#define M a \\", "#define M // x \\\n\ty", "#define M /* x \\\n y */ z \\\n w",
            "#define MOVQ MOVL", "#define SB FP", "#define M(a) #define N a", "#define N M(", "#undef M", "#undef MOVQ", "#ifdef M", "#ifdef GOARCH_amd64", "#ifndef M", "#else", "#endif",
            "#ifdef M\n#else\n#endif", "#ifndef M\n#define M 1\n#endif", "#include \"a.h\"", "#include \"textflag.h\"", "#include \"none.h\"", "#include \"../a.h\"",
            "#include \"funcdata.h\"", "#include <a.h>", "#line 7 \"x.s\"", "#line 7", "#", "#pragma x", "#if 1", "M(1)", "M((1, 2), 3)", "M", "M(", "M(M(1))",
            "//go:build x", "// +build x", "/*", "*/", "/* a\nb */", "//", "x:", "x: y: z:", "JMP x", "JMP 2(PC)", "JMP -1(PC)", "END", "RET; RET;; RET",
            "TEXT ·f(SB), 4, $0", "TEXT ·f<>(SB), 4, $16-24", "TEXT f<ABIInternal>(SB), 4, $-8", "TEXT a∕b·f(SB), 4, $0-0", "DATA x<>+0(SB)/8, $1", "DATA x<>+8(SB)/8, $\"abcdefgh\"",
            "DATA x<>+16(SB)/8, $y(SB)", "DATA x(SB)/4, $1.5", "GLOBL x<>(SB), 8, $24", "PCDATA $1, $2", "FUNCDATA $0, x(SB)", "PCALIGN $16", "BYTE $0x90; WORD $1; LONG $2; QUAD $3",
        ],
        Tokens =
        [
            "(", ")", "[", "]", "<", ">", "<>", "<<", ">>", "->", "@>", "+", "-", "*", "/", "%", "&", "|", "^", "~", "!", "$", "$-", "#", ",", ";", ":", ".", "\\", "\"", "'", "`", "@", "?", "=", "{", "}",
            "·", "∕", "·f", "\"\"", "\"a\"", "'a'", "'\\n'", "'\\x80'", "''", "//", "/*", "*/", "\n", "\r\n", "\f", "\v", "(SB)", "(FP)", "(SP)", "(PC)", "SB", "FP", "SP", "PC", "g", "TLS", "<ABIInternal>",
            "0", "1", "08", "0x", "0x1p-2", "1.5", "1e400", "1_000", "0b1", "0o7", "18446744073709551615", "18446744073709551616", "-9223372036854775808", "1i",
            "AX", "X0", "Z31", "K1", "R0", "R15", "R31", "F0", "V1.B16", "V1.B[1]", "Z1.D", "P0.M", "R1<<2", "R1.UXTW<<3", "R1@>R2", "[R0-R3]", "[V1.B16, V2.B16]", "(R1)(R2*8)", "(AX)(BX*4)", "(R1, R2)", "(R1+R2)",
            "R(1)", "SPR(3)", "CR0LT", "EQ", "PLDL1KEEP", "MSTATUS", "E8", "RSP", "LR", ".P", ".W", ".Z", ".EQ", ".S", ".SAE.Z", ".RNE", "AX:DX", "$1", "$(1<<2)", "$x(SB)", "x<>+8(SB)", "x-8(SP)", "x+0(FP)", "8(SP)", "*x(SB)",
            "TEXT", "DATA", "GLOBL", "MOVQ", "MOVD", "MOVW", "ADD", "CALL", "JMP", "RET", "BL", "B", "BEQ", "VLD1", "LOCK", "REP", "MRC", "CASPD", "BC", "VSETVLI", "I64Load", "Br", "XXX", "UNDEF", "NOP", "PCALIGN", "FUNCDATA", "PCDATA",
            "define", "include", "ifdef", "else", "endif", "undef", "line", "é", "日本", "\u00a0", "\u2028", "𝔸", "٣",
        ],
        Nesting =
        [
            ("(", ")"), ("[", "]"), ("-", ""), ("$(", ")"), ("#ifdef M\n", "#endif\n"), ("M(", ")"),
        ],
        Brackets = "()[]<>",
    };
}
