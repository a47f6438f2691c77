using System.Linq;
using GoAbi.Source;
using Xunit;
using static GoAbi.Asm.Tests.TestPrograms;

namespace GoAbi.Asm.Tests.Preprocessing;

public sealed class MacroTests
{
    public static TheoryData<int, string, string> Cases() => CaseFile.Read("preprocessor.txt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Text_is_expanded(int line, string text, string expected)
    {
        Assert.True(line > 0);
        var program = Assemble(text);
        var messages = string.Join("; ", Complaints(program)
            .Where(d => d.Id is DiagnosticIds.Preprocessor or DiagnosticIds.ExpansionLimit or DiagnosticIds.UnresolvedInclude
                || d.Message.Contains("//go:build", System.StringComparison.Ordinal))
            .Select(d => d.Location?.Start.Line + ": " + d.Message));
        Assert.Equal(expected, (Expanded(program) + (messages.Length == 0 ? "" : " ! " + messages)).Trim());
    }

    [Fact]
    public void An_endless_macro_ends()
    {
        var program = Assemble("#define A A\nA\nTEXT ·f(SB), 4, $0\n\tRET\n");
        Assert.Contains("a macro invokes itself", Messages(program), System.StringComparison.Ordinal);
        Assert.Single(program.Functions);
    }

    [Fact]
    public void Macros_that_call_each_other_end()
    {
        var program = Assemble("#define A x B\n#define B y A\nA\nTEXT ·f(SB), 4, $0\n\tRET\n");
        Assert.Contains("more than 100 deep", Messages(program), System.StringComparison.Ordinal);
        Assert.Single(program.Functions);
    }

    [Fact]
    public void Macros_that_double_stop_at_the_limit()
    {
        var text = "#define A0 x x\n";
        for (var i = 1; i < 60; i++)
        {
            text += "#define A" + i + " A" + (i - 1) + " A" + (i - 1) + "\n";
        }

        var program = AsmProgram.Create(Tree(text + "A59\n"), new Target(), AsmProgramOptions.Default with { MaxExpandedTokens = 100_000 });
        Assert.Contains("more than 100000 tokens", Messages(program), System.StringComparison.Ordinal);
        Assert.True(program.Tokens.Length <= 100_000);
    }

    [Fact]
    public void Arguments_that_double_stop_at_the_limit()
    {
        var text = "#define D(x) E(x x)\n#define E(x) D(x x)\nD(a)\n";
        var program = AsmProgram.Create(Tree(text), new Target(), AsmProgramOptions.Default with { MaxExpandedTokens = 100_000 });
        Assert.NotEmpty(program.Diagnostics);
    }

    [Fact]
    public void A_program_can_be_cancelled()
    {
        using var source = new System.Threading.CancellationTokenSource();
        source.Cancel();
        var tree = Tree(string.Concat(Enumerable.Repeat("MOVQ AX, BX\n", 10_000)));
        Assert.Throws<System.OperationCanceledException>(() => AsmProgram.Create(tree, new Target(), AsmProgramOptions.Default, source.Token));
    }
}
