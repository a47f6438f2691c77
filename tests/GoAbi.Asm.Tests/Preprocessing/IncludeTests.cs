using System;
using System.Collections.Immutable;
using System.Linq;
using GoAbi.Source;
using Xunit;
using static GoAbi.Asm.Tests.TestPrograms;

namespace GoAbi.Asm.Tests.Preprocessing;

public sealed class IncludeTests
{
    [Fact]
    public void The_directory_of_the_assembled_file_comes_first_then_the_include_directories()
    {
        var program = Assemble(
            "#include \"a.h\"\n#include \"b.h\"\nA B\n",
            "amd64",
            ("/m/a.h", "#define A own\n"), ("/goroot/pkg/include/a.h", "#define A std\n"), ("/goroot/pkg/include/b.h", "#define B std\n"));
        Assert.Equal("own std |", Expanded(program));
    }

    [Fact]
    public void An_included_file_does_not_bring_its_own_directory()
    {
        var program = Assemble("#include \"d/a.h\"\n", "amd64", ("/m/d/a.h", "#include \"b.h\"\n"), ("/m/d/b.h", "x\n"));
        Assert.Contains("there is no file b.h", Messages(program), StringComparison.Ordinal);
    }

    [Fact]
    public void An_included_file_without_a_newline_at_its_end_is_glued_to_the_next_line() =>
        Assert.Equal("a b |", Expanded(Assemble("#include \"a.h\"\nb\n", "amd64", ("/m/a.h", "a"))));

    [Fact]
    public void A_condition_left_open_by_an_included_file_stays_open() =>
        Assert.Equal("b |", Expanded(Assemble("#include \"a.h\"\na\n#endif\nb\n", "amd64", ("/m/a.h", "#ifdef X\n"))));

    [Fact]
    public void A_file_that_includes_itself_ends()
    {
        var program = Assemble("#include \"a.h\"\nx\n", "amd64", ("/m/a.h", "a\n#include \"a.h\"\n"));
        Assert.Contains("more than 100 deep", Messages(program), StringComparison.Ordinal);
        Assert.Equal("x", program.Statements[^1].Mnemonic);
    }

    [Fact]
    public void A_file_that_includes_itself_twice_stops_at_the_limit()
    {
        var program = Assemble("#include \"a.h\"\nx\n", "amd64", ("/m/a.h", "#include \"a.h\"\n#include \"a.h\"\n"));
        Assert.Contains(program.Diagnostics, d => d.Id == DiagnosticIds.ExpansionLimit);
    }

    [Theory]
    [InlineData("../secret.h")]
    [InlineData("/secret.h")]
    [InlineData("d/../../secret.h")]
    [InlineData("link.h")]
    public void Nothing_outside_of_the_allowed_directories_is_read(string name)
    {
        var options = Options() with { Files = new Linked(InMemorySourceFiles.Create(("/secret.h", "secret\n"), ("/m/link.h", "secret\n"))) };
        var program = AsmProgram.Create(Tree("#include \"" + name + "\"\nRET\n"), new Target(), options);
        var diagnostic = Assert.Single(Complaints(program));
        Assert.Equal(DiagnosticIds.UnresolvedInclude, diagnostic.Id);
        Assert.Contains("outside", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal("RET |", Expanded(program));
    }

    [Fact]
    public void The_headers_of_GOROOT_are_there_without_a_GOROOT()
    {
        var program = Assemble("#include \"textflag.h\"\n#include \"funcdata.h\"\nTEXT ·f(SB), NOSPLIT|NOFRAME, $0-8\n\tNO_LOCAL_POINTERS\n\tRET\n");
        Assert.Empty(program.Diagnostics);
        Assert.Equal(["NOSPLIT", "NOFRAME"], program.Functions[0].Text.FlagNames.AsEnumerable());
        Assert.IsType<FuncdataDirective>(program.Functions[0].Body[0]);
    }

    [Fact]
    public void The_header_of_GOROOT_wins_over_the_built_in_one() => Assert.Equal(
        "77 |",
        Expanded(Assemble("#include \"textflag.h\"\nNOSPLIT\n", "amd64", ("/goroot/pkg/include/textflag.h", "#define NOSPLIT 77\n"))));

    [Fact]
    public void The_generated_header_is_empty_and_its_constants_are_no_errors()
    {
        var program = Assemble("#include \"go_asm.h\"\nTEXT ·f(SB), 4, $0\n\tMOVQ g_m(R14), AX\n\tMOVQ $const_x, BX\n\tMOVQ (g_sched+gobuf_sp)(R14), SP\n\tCALL ·h(SB)\n");
        Assert.Empty(program.Diagnostics);
        var first = Assert.IsType<MemoryOperand>(program.Functions[0].Body[0].Operands[0]);
        Assert.True(first.HasUnresolvedName);
        Assert.Equal("R14", first.Base?.Name);
        Assert.True(Assert.IsType<ImmediateOperand>(program.Functions[0].Body[1].Operands[0]).HasUnresolvedName);
        Assert.False(program.Functions[0].Body[3].Operands[0].HasUnresolvedName);
    }

    [Fact]
    public void A_generated_header_that_is_given_is_read()
    {
        var options = Options() with { GoAsmHeader = new SourceFile("go_asm.h", SourceText.FromString("#define g_m 48\n")) };
        var program = AsmProgram.Create(Tree("#include \"go_asm.h\"\nTEXT ·f(SB), 4, $0\n\tMOVQ g_m(R14), AX\n"), new Target(), options);
        Assert.Equal(48, Assert.IsType<MemoryOperand>(program.Functions[0].Body[0].Operands[0]).Offset);
    }

    [Fact]
    public void A_tree_of_another_session_can_be_included()
    {
        var options = Options(("/m/a.h", "#define A MOVQ BX, AX\n")) with { ParseInclude = f => AsmSyntaxTree.Parse(f) };
        Assert.Equal("MOVQ BX , AX |", Expanded(AsmProgram.Create(Tree("#include \"a.h\"\nA\n"), new Target(), options)));
    }

    /// <summary>/m/link.h is a link to /secret.h.</summary>
    private sealed class Linked(ISourceFiles files) : ISourceFiles
    {
        public ImmutableArray<SourceEntry> List(string directory) => files.List(directory);

        public SourceReadResult Read(string path) => files.Read(path);

        public string? GetIdentity(string path) => path == "/m/link.h" ? "/secret.h" : files.GetIdentity(path);
    }
}
