using System.IO;
using Xunit;

namespace GoAbi.Reporting.Tests;

public class CodeFrameTests
{
    [Fact]
    public void Tabs_before_the_span_are_tabs_under_it()
    {
        var (code, carets) = Frame("\tx :=\tf()\n", "f");
        Assert.Equal("\tx :=\tf()", code);
        Assert.Equal("\t    \t^", carets);
    }

    [Fact]
    public void Wide_characters_take_two_columns_and_combining_ones_none()
    {
        Assert.Equal("       ^", Frame("\"窓\" + f", "f").Carets);
        Assert.Equal("    ^", Frame("e\u0301 + f", "f").Carets);
        Assert.Equal("^^^^", Frame("窓窓", "窓窓").Carets);
    }

    [Fact]
    public void A_span_over_several_lines_is_marked_to_the_end_of_the_first()
    {
        var (code, carets) = Frame("a(1,\nb)\n", "(1,\nb");
        Assert.Equal("a(1,", code);
        Assert.Equal(" ^^^", carets);
    }

    [Fact]
    public void An_empty_span_gets_one_caret()
    {
        Assert.Equal("^", Frame("ab", "").Carets);
    }

    [Fact]
    public void Nothing_in_a_file_can_steer_the_terminal()
    {
        var (code, carets) = Frame("\e[2J\u202Ef", "f");
        Assert.Equal("\uFFFD[2J\uFFFDf", code);
        Assert.Equal("     ^", carets);
    }

    [Fact]
    public void A_very_long_line_is_cut_around_the_span()
    {
        var (code, carets) = Frame(new string('a', 5000) + "f" + new string('b', 5000), "f");
        Assert.True(code.Length < 250);
        Assert.Equal('f', code[carets.IndexOf('^', System.StringComparison.Ordinal)]);
    }

    [Fact]
    public void A_byte_order_mark_and_a_carriage_return_do_not_show()
    {
        var (code, carets) = Frame("\uFEFFf()\r\n", "f");
        Assert.Equal("f()", code);
        Assert.Equal("^", carets);
    }

    private static (string Code, string Carets) Frame(string text, string marked)
    {
        var file = SampleAnalysis.File("x.go", text);
        using var writer = new StringWriter();
        CheckTextReport.Write(
            SampleAnalysis.Create(contents => contents with
            {
                Findings = [SampleAnalysis.AddressFinding() with { Location = SampleAnalysis.At(file, marked), Flow = [], Fixes = [] }],
            }),
            writer);
        var lines = writer.ToString().Split('\n');
        return (lines[2]["1 | ".Length..], lines[3]["  | ".Length..]);
    }
}
