using System;
using System.Globalization;
using System.Text;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Asm.Tests.Program;

public sealed class ProgramSizeTests
{
    // Of real code a tree and its program take about 8 bytes a byte of source; this text has neither long comments nor long names.
    private const double Limit = 16;

    [Fact]
    public void A_tree_and_its_program_take_few_bytes_a_byte_of_source()
    {
        var names = new AsmNameTable();
        var file = new SourceFile("a_amd64.s", SourceText.FromString(Text(2000)));
        Create(file, names);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var program = Create(file, names);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Empty(program.Diagnostics);
        Assert.InRange((double)allocated / file.Text.Length, 1, Limit);
        Assert.Equal(2000 * 7, program.Statements.Length);
    }

    [Fact]
    public void Tokens_of_a_program_are_the_same_whether_they_are_asked_for_at_once_or_one_by_one()
    {
        var program = Create(new SourceFile("a_amd64.s", SourceText.FromString(Text(20))), new AsmNameTable());
        var at = 0;
        foreach (var statement in program.Statements)
        {
            // Macros' words and the file's stand in different runs.
            var word = program.Tokens[statement.Origin.FirstToken];
            Assert.Equal(AsmTokenKind.Identifier, word.Kind);
            Assert.Equal(statement.Mnemonic, program.Tree.Names.GetText(word.Token.NameId));
            Assert.True(statement.Origin.FirstToken >= at);
            Assert.Equal(word.Expansion != 0, statement.Origin.IsFromMacro);
            at = statement.Origin.FirstToken;
        }

        Assert.Equal(20 * 7, program.Statements.Length);
    }

    private static AsmProgram Create(SourceFile file, AsmNameTable names) =>
        AsmProgram.Create(AsmSyntaxTree.Parse(file, names), new Target { Goarch = "amd64", Toolchain = new GoVersion(19) }, AsmProgramOptions.Default);

    private static string Text(int functions)
    {
        var text = new StringBuilder("#include \"textflag.h\"\n#define TWICE(r) ADDQ r, r; \\\n\tADDQ r, r\n#define COUNT CX\n");
        for (var i = 0; i < functions; i++)
        {
            text.Append("\n// f adds.\nTEXT ·f").Append(i.ToString(CultureInfo.InvariantCulture))
                .Append("(SB), NOSPLIT, $0-16\n\tMOVQ\tx+0(FP), COUNT\n\tTWICE(COUNT)\nloop:\n\tDECQ\tCX\n\tJNE\tloop\n\tRET\n");
        }

        return text.ToString();
    }
}
