using GoAbi.Source;
using Xunit;

namespace GoAbi.Analysis.Tests.CallSites;

public sealed class AssemblyCallSiteTests
{
    private const string Go = """
        package a
        func Nop()
        func caller()
        func GoHelper() {}

        """;

    [Fact]
    public void Calls_and_tail_jumps_reach_assembly_or_a_wrapper_of_Go() => Check("""
        TEXT ·Nop(SB), 4, $0-0
        	RET
        TEXT local<>(SB), 4, $0-0
        	RET
        TEXT global(SB), 4, $0-0
        	RET
        TEXT ·caller(SB), 4, $0-0
        again:
        	CALL ·Nop(SB) //= 5 m/a.Nop
        	CALL ·GoHelper(SB) //= 6 m/a.GoHelper wrapped
        	CALL local<>(SB) //= 5 local
        	CALL global(SB) //= 5 global
        	CALL m∕a·Nop(SB) //= 5 m/a.Nop
        	CALL elsewhere(SB) //= - elsewhere Unknown
        	JNE again
        	JMP again
        	JMP ·GoHelper(SB) //= 6 m/a.GoHelper kind=Jump wrapped
        	RET ·Nop(SB)

        """.Replace("RET ·Nop(SB)", "RET ·Nop(SB) //= 5 m/a.Nop kind=Return"));

    [Fact]
    public void A_register_call_has_a_case_only_where_the_register_holds_a_symbol() => Check("""
        TEXT ·Nop(SB), 4, $0-0
        	RET
        TEXT ·caller(SB), 4, $0-8
        	MOVQ $·Nop(SB), AX
        	CALL AX //= 5 m/a.Nop
        	LEAQ ·GoHelper(SB), BX
        	MOVQ BX, CX
        	CALL CX //= 6 m/a.GoHelper wrapped
        	MOVQ $·Nop(SB), AX
        	ADDQ $8, AX
        	CALL AX //= - ? Unknown
        	MOVQ $·Nop(SB), AX
        label:
        	CALL AX //= - ? Unknown
        	RET

        """);

    [Fact]
    public void A_Go_func_value_called_from_assembly_is_no_wrapper() => Check("""
        TEXT ·Nop(SB), 4, $0-0
        	RET
        TEXT ·caller(SB), 4, $0-8
        	MOVQ fn+0(FP), DX
        	MOVQ (DX), CX
        	CALL CX //= - ? relation=GoFuncValueFromAssembly Unknown
        	MOVQ fn+0(FP), DX
        	CALL (DX) //= - ? relation=GoFuncValueFromAssembly Unknown
        	RET

        """);

    [Fact]
    public void Sites_that_a_macro_makes_stand_at_its_invocation_and_are_numbered() => Check("""
        #define TWICE(f) CALL f; CALL f
        TEXT ·Nop(SB), 4, $0-0
        	RET
        TEXT ·caller(SB), 4, $0-0
        	TWICE(·Nop(SB)) //= 5 m/a.Nop; 5 m/a.Nop
        	RET

        """);

    [Fact]
    public void On_arm64_the_register_is_in_parentheses() => CallSiteModule.Check(
        "arm64",
        new GoVersion(24),
        ("/m/go.mod", "module m\n"),
        ("/m/a/a.go", Go),
        ("/m/a/a_arm64.s", """
            TEXT ·Nop(SB), 4, $0-0
            	RET
            TEXT ·caller(SB), 4, $0-0
            	MOVD $·Nop(SB), R0
            	CALL (R0) //= 5 m/a.Nop
            	BL ·GoHelper(SB) //= 6 m/a.GoHelper wrapped
            	B ·Nop(SB) //= 5 m/a.Nop kind=Jump

            """));

    private static void Check(string assembly) => CallSiteModule.Check(
        "amd64",
        new GoVersion(24),
        ("/m/go.mod", "module m\n"),
        ("/m/a/a.go", Go),
        ("/m/a/a_amd64.s", assembly));
}
