using System.Linq;
using GoAbi.Source;
using Xunit;
using static GoAbi.Asm.Tests.TestPrograms;

namespace GoAbi.Asm.Tests.Program;

public sealed class ProgramTests
{
    [Theory]
    [InlineData("TEXT ·f(SB), 4, $16-8", 4, 16, 8)]
    [InlineData("TEXT ·f(SB), $16", 0, 16, null)]
    [InlineData("TEXT ·f(SB), (4|512), $-8-0", 516, -8, 0)]
    [InlineData("TEXT ·f(SB), 4, $0x10-0x20", 4, 16, 32)]
    [InlineData("TEXT ·f<>(SB), 4, $0-4294967295", 4, 0, -1)]
    [InlineData("TEXT ·f(SB), 4, $0-0x80000000", 4, 0, null)]
    public void TEXT_says_flags_frame_and_arguments(string text, long flags, int frame, int? arguments)
    {
        var program = Assemble(text + "\n\tRET\n");
        Assert.Empty(program.Diagnostics);
        var directive = program.Functions[0].Text;
        Assert.Equal(flags, directive.Flags);
        Assert.Equal(frame, directive.FrameSize);
        Assert.Equal(arguments, directive.ArgumentSize);
    }

    [Theory]
    [InlineData("TEXT ·f(SB)", "TEXT is written TEXT name(SB), flags, $frame-arguments")]
    [InlineData("TEXT f, 4, $0", "f is no register of amd64; a symbol is written f(SB)")]
    [InlineData("TEXT f(FP), 4, $0", "TEXT's symbol is written name(SB)")]
    [InlineData("TEXT f+8(SB), 4, $0", "TEXT's symbol takes no offset")]
    [InlineData("TEXT f(SB), 4, 0", "the frame is written $size or $size-arguments, numbers alone")]
    [InlineData("TEXT f(SB), 4, $0+8", "the size of the arguments is written -number")]
    [InlineData("TEXT f(SB), NOSPLIT, $0", "NOSPLIT is no register of amd64; a symbol is written NOSPLIT(SB)")]
    [InlineData("DATA x(SB)/08, $1", "invalid digit '8' in octal literal")]
    [InlineData("DATA x(SB), $1", "the width is missing: name+offset(SB)/width")]
    [InlineData("DATA x(SB)/8, 1", "the value is a number, a string or an address, with '$'")]
    [InlineData("GLOBL x(SB), 8, 16", "the size of GLOBL is a number with '$'")]
    [InlineData("PCDATA $1", "PCDATA is written PCDATA $table, $value")]
    [InlineData("FUNCDATA $1, x(FP)", "FUNCDATA's second operand is written name(SB)")]
    [InlineData("(AX)", "a statement begins with a word, not with '('")]
    public void What_is_wrong_is_said_and_the_next_statement_is_read(string text, string message)
    {
        var program = Assemble(text + "\nTEXT ·g(SB), 4, $0\n\tRET\n");
        Assert.Equal(message, Assert.Single(Complaints(program)).Message);
        Assert.Equal(".g", program.Functions[^1].Text.Symbol.Name);
    }

    [Fact]
    public void The_last_statement_of_a_file_needs_a_newline_but_is_read()
    {
        var program = Assemble("TEXT ·f(SB), 4, $0\n\tRET");
        Assert.Equal("the file must end with a newline", Assert.Single(program.Diagnostics).Message);
        Assert.Single(program.Functions[0].Body);
    }

    [Fact]
    public void A_forgotten_textflag_header_is_an_error_but_the_flags_are_known() =>
        Assert.Equal(["NOSPLIT", "NOFRAME"], Assemble("TEXT f(SB), NOSPLIT|NOFRAME, $0\n").Functions[0].Text.FlagNames.AsEnumerable());

    [Fact]
    public void Labels_belong_to_their_function_and_are_found()
    {
        var program = Assemble("TEXT ·f(SB), 4, $0\na:\n\tNOP\nb: c:\n\tJMP a\nTEXT ·g(SB), 4, $0\na:\n\tJMP a\n");
        Assert.Empty(program.Diagnostics);
        Assert.True(program.Functions[0].TryGetLabel("a", out var a));
        Assert.True(program.Functions[0].TryGetLabel("c", out var c));
        Assert.Equal((0, 1), (a, c));
        Assert.Equal(["b", "c"], program.Functions[0].Body[1].Labels.Select(l => l.Name));
    }

    [Fact]
    public void DATA_and_GLOBL_are_not_in_a_body_and_take_no_label()
    {
        var program = Assemble("TEXT ·f(SB), 4, $0\na:\nDATA x<>+8(SB)/4, $7\nGLOBL x<>(SB), 8, $16\n\tJMP a\n");
        Assert.Empty(program.Diagnostics);
        Assert.Single(program.Functions[0].Body);
        var data = Assert.IsType<DataDirective>(program.Statements[1]);
        Assert.Equal(("x", true, 8L, 4), (data.Symbol.Name, data.Symbol.IsStatic, data.Offset, data.Width));
        Assert.Equal(16, Assert.IsType<GloblDirective>(program.Statements[2]).Size);
    }

    [Fact]
    public void A_function_whose_whole_body_is_a_macro_is_from_a_macro()
    {
        var program = Assemble("#define BODY NOP; RET\nTEXT ·f(SB), 4, $0\n\tBODY\nTEXT ·g(SB), 4, $0\n\tBODY\n\tRET\n");
        Assert.Equal([true, false], program.Functions.Select(f => f.Text.IsFromMacro));
    }

    [Theory]
    [InlineData("amd64", "CALL ·f(SB)", AsmInstructionKind.Call, true, false)]
    [InlineData("amd64", "JMP ·f(SB)", AsmInstructionKind.Jump, false, true)]
    [InlineData("amd64", "RET ·f(SB)", AsmInstructionKind.Return, false, true)]
    [InlineData("amd64", "JMP AX", AsmInstructionKind.Jump, false, false)]
    [InlineData("amd64", "JNE 2(PC)", AsmInstructionKind.ConditionalJump, true, false)]
    [InlineData("amd64", "UNDEF", AsmInstructionKind.Trap, false, false)]
    [InlineData("amd64", "INT $3", AsmInstructionKind.Trap, true, false)]
    [InlineData("amd64", "SYSCALL", AsmInstructionKind.SystemCall, true, false)]
    [InlineData("amd64", "MOVQ AX, BX", AsmInstructionKind.Other, true, false)]
    [InlineData("arm64", "B ·f(SB)", AsmInstructionKind.Jump, false, true)]
    [InlineData("arm64", "CBZ R0, 2(PC)", AsmInstructionKind.ConditionalJump, true, false)]
    [InlineData("arm64", "ADR 2(PC), R0", AsmInstructionKind.Other, true, false)]
    [InlineData("arm64", "SVC", AsmInstructionKind.SystemCall, true, false)]
    [InlineData("arm", "B.EQ ·f(SB)", AsmInstructionKind.ConditionalJump, true, false)]
    [InlineData("arm", "RET.EQ", AsmInstructionKind.Return, true, false)]
    [InlineData("riscv64", "JAL X0, 2(PC)", AsmInstructionKind.Jump, false, false)]
    [InlineData("riscv64", "JALR RA, (X5)", AsmInstructionKind.Call, true, false)]
    public void An_instruction_says_what_it_does_to_the_flow(string goarch, string text, AsmInstructionKind kind, bool fallsThrough, bool isTailCall)
    {
        var instruction = Assert.IsType<Instruction>(Assemble("TEXT ·f(SB), 4, $0\n\t" + text + "\n", goarch).Statements[1]);
        Assert.Equal((kind, fallsThrough, isTailCall), (instruction.Kind, instruction.FallsThrough, instruction.IsTailCall));
    }

    [Theory]
    [InlineData("example.com/p", "example.com/p.f")]
    [InlineData("example.com/p.v2", "example.com/p%2ev2.f")]
    [InlineData("é", "%c3%a9.f")]
    [InlineData("", "\"\".f")]
    public void A_name_that_begins_with_a_dot_gets_the_packages_path(string path, string expected) =>
        Assert.Equal(expected, Assemble("TEXT ·f(SB), 4, $0\n").Functions[0].Text.Symbol.Resolve(path));

    [Fact]
    public void Definitions_and_references_are_those_of_gensymabis()
    {
        const string Text = "TEXT ·f(SB), 4, $0\n\tCALL ·g(SB)\n\tMOVQ $x+8(SB), AX\n\tMOVQ x-8(SB), AX\n\tMOVQ x(SB)(AX*8), AX\n\tCALL s<>(SB)\n"
            + "DATA y(SB)/8, $z(SB)\nGLOBL y(SB), 8, $8\nFUNCDATA $0, m(SB)\nTEXT t<>(SB), 4, $0\n";
        Assert.Equal(
            ["def example.com/p.f ABI0", "ref example.com/p.g ABI0", "ref x ABI0", "ref z ABI0", "ref y ABI0", "ref m ABI0"],
            Assemble(Text).SymbolAbis().Select(s => s.ToString()));
        var old = AsmProgram.Create(Tree(Text), new Target { Toolchain = new GoVersion(19) }, Options());
        Assert.Equal("def \"\".f ABI0", old.SymbolAbis().First().ToString());
    }

    [Fact]
    public void Selectors_count_in_the_runtime_alone()
    {
        const string Text = "TEXT ·f<ABIInternal>(SB), 4, $0\n";
        var runtime = AsmProgram.Create(Tree(Text), new Target(), Options() with { PackagePath = "runtime" });
        Assert.Equal("def runtime.f ABIInternal", runtime.SymbolAbis().Single().ToString());
        Assert.Empty(runtime.Diagnostics);
        Assert.Equal("def example.com/p.f ABI0", Assemble(Text).SymbolAbis().Single().ToString());
    }

    [Fact]
    public void Deep_nesting_is_an_error_not_a_crash()
    {
        var program = Assemble("TEXT ·f(SB), 4, $0\n\tMOVQ $" + new string('(', 100_000) + "1" + new string(')', 100_000) + ", AX\n\tMOVQ $" + new string('-', 100_000) + "1, AX\n");
        Assert.All(Complaints(program), d => Assert.Contains("nested too deeply", d.Message, System.StringComparison.Ordinal));
        Assert.Equal(2, Complaints(program).Length);
    }
}
