using System.Linq;
using Xunit;

namespace GoAbi.Asm.Tests.Syntax;

public sealed class SyntaxTreeTests
{
    public static TheoryData<int, string, string> Cases() => CaseFile.Read("syntax.txt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Text_becomes_statements(int line, string text, string expected)
    {
        Assert.True(line > 0);
        var statements = TestPrograms.Tree(text).Statements.Select(s => s switch
        {
            AsmDefineDirectiveSyntax d => "define(" + d.Name + (d.IsFunctionLike ? "(" + string.Join(",", d.GetParameters()) + ")" : "") + ")",
            AsmDirectiveSyntax d => "directive(" + d.Keyword + ")",
            AsmLabelSyntax l => "label(" + l.Name + ")",
            AsmOperationSyntax o => "op(" + string.Join("|", o.GetOperandSpans().Select(o.Tree.File.Text.ToString).Prepend(o.Mnemonic)) + ")",
            AsmBuildConstraintSyntax => "build",
            AsmSkippedSyntax => "skipped",
            _ => "end",
        });
        Assert.Equal(expected, string.Join(" ", statements));
    }

    [Fact]
    public void The_body_of_a_definition_goes_over_continued_lines()
    {
        var define = (AsmDefineDirectiveSyntax)TestPrograms.Tree("#define M(a) MOVQ a, AX; \\  \n\tRET // c\nRET\n").Statements[0];
        Assert.Equal("MOVQ a, AX; \\  \n\tRET", define.Tree.File.Text.ToString(define.BodySpan));
    }
}
