using System;
using System.Linq;
using Xunit;
using static GoAbi.Asm.Tests.TestPrograms;

namespace GoAbi.Asm.Tests.Preprocessing;

public sealed class OriginTests
{
    private const string Header = "#define INNER(x) CALL x(SB); \\\n\tRET\n#define FUNC(name) \\\n\tTEXT name(SB), 4, $0 \\\n\tINNER(·h)\n";

    [Fact]
    public void A_statement_knows_the_invocation_that_yields_it_and_where_it_is_spelled()
    {
        var program = Assemble("#include \"m.h\"\n\nFUNC(·f)\n", "amd64", ("/m/m.h", Header));
        var call = program.Functions[0].Body[0];
        Assert.Equal("/m/f.s:3:1", call.Origin.Location.ToString());
        Assert.Equal("FUNC(·f)", Text(call.Origin.Location));
        Assert.Equal("/m/m.h:1:18", call.Origin.Spelling.ToString());
        Assert.Equal(["FUNC /m/f.s:3:1", "INNER /m/m.h:5:2"], call.Origin.Expansion.Select(f => f.Name + " " + f.Location));
        Assert.True(call.Origin.IsFromMacro);
    }

    [Fact]
    public void A_name_given_to_a_macro_is_spelled_where_it_is_given()
    {
        var program = Assemble("#include \"m.h\"\n\nFUNC(·f)\n", "amd64", ("/m/m.h", Header));
        var symbol = program.Functions[0].Text.Symbol;
        Assert.Equal("·f", symbol.Text);
        Assert.Equal(".f", symbol.Name);
        Assert.Equal("/m/f.s:3:6", symbol.Origin.Spelling.ToString());
        Assert.True(program.Functions[0].Text.IsFromMacro);
    }

    [Fact]
    public void Statements_of_one_invocation_are_numbered()
    {
        var program = Assemble("#include \"m.h\"\nFUNC(·f)\nFUNC(·g)\n", "amd64", ("/m/m.h", Header));
        Assert.Equal([0, 1, 2, 0, 1, 2], program.Statements.Select(s => s.IndexAtOrigin));
    }

    [Fact]
    public void Statements_of_a_file_that_is_included_twice_are_told_apart()
    {
        var program = Assemble("#include \"b.h\"\n#include \"b.h\"\n", "amd64", ("/m/b.h", "NOP\n"));
        Assert.Equal([0, 1], program.Statements.Select(s => s.IndexAtOrigin));
        Assert.All(program.Statements, s => Assert.Equal("/m/b.h:1:1", s.Origin.Location.ToString()));
        Assert.Equal(["/m/f.s:1:10", "/m/f.s:2:10"], program.Statements.Select(s => s.Origin.Expansion.Single().Location.ToString()));
        Assert.True(program.Statements[0].Origin.IsFromInclude);
        Assert.False(program.Statements[0].Origin.IsFromMacro);
    }

    [Fact]
    public void A_line_directive_gives_the_lines_after_it_another_place()
    {
        var program = Assemble("NOP\n#line 100 \"gen.y\"\nNOP\n\nNOP\n");
        Assert.Null(program.Statements[0].Origin.LineDirective);

        // One less than one would think: cmd/asm has counted the directive's newline already, and linked programs show it.
        Assert.Equal(("gen.y", 99), program.Statements[1].Origin.LineDirective);
        Assert.Equal(("gen.y", 101), program.Statements[2].Origin.LineDirective);
    }

    [Fact]
    public void An_operand_covers_its_tokens()
    {
        var program = Assemble("TEXT ·f(SB), 4, $0\n\tMOVQ  x + 8(SB), AX\n");
        Assert.Equal("x + 8(SB)", Text(program.Functions[0].Body[0].Operands[0].Origin.Location));
    }

    private static string Text(Source.SourceLocation location) => location.File.Text.ToString(location.Span);
}
