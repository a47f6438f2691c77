using System;
using System.Linq;
using Xunit;

namespace GoAbi.Asm.Tests.Program;

public sealed class DirectiveTests
{
    public static TheoryData<int, string, string> Cases() => CaseFile.Read("directives.txt");

    /// <summary>"line: id message [what is underlined]" for each diagnostic, or "ok".</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Statements_are_refused_where_the_assembler_refuses_them(int line, string text, string expected)
    {
        Assert.True(line > 0);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var program = TestPrograms.AssembleFor(text[..space], text[(space + 1)..]);
        var found = program.Diagnostics.Select(d => d.Location?.Start.Line + ": " + d.Id[^4..] + " " + d.Message + " ["
            + d.Location?.File.Text.ToString(d.Location.Value.Span).Replace("\n", "\\n", StringComparison.Ordinal) + "]");
        Assert.Equal(expected, string.Join("; ", found.DefaultIfEmpty("ok")));
    }
}
