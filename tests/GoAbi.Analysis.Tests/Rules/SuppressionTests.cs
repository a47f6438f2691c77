using System.Linq;
using GoAbi.Analysis.Tests.CallSites;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Analysis.Tests.Rules;

public sealed class SuppressionTests
{
    [Theory]
    [InlineData("//goabi:ignore GOABI1001 the handler expects the wrapper", "")]
    [InlineData("//goabi:ignore GOABI1001", "GOABI9005")]
    [InlineData("//goabi:ignore", "GOABI1001 GOABI9005")]
    [InlineData("//goabi:ignore GOABI1002 another rule", "GOABI1001")]
    [InlineData("// goabi:ignore GOABI1001 with a blank it is prose", "GOABI1001")]
    public void A_suppression_names_the_rule_and_a_reason(string comment, string findings)
    {
        Assert.Equal(findings, FindingsOf("\treturn pc == reflect.ValueOf(trap).Pointer() " + comment));
        Assert.Equal(findings, FindingsOf("\t" + comment + "\n\treturn pc == reflect.ValueOf(trap).Pointer()"));
    }

    [Fact]
    public void Two_lines_above_is_too_far() =>
        Assert.Equal("GOABI1001", FindingsOf("\t//goabi:ignore GOABI1001 too far away\n\n\treturn pc == reflect.ValueOf(trap).Pointer()"));

    private static string FindingsOf(string body)
    {
        var analysis = CallSiteModule.Analyze(
            "amd64",
            new GoVersion(24),
            [
                ("/m/go.mod", "module m\n"),
                ("/m/a/a.go", "package a\n\nimport \"reflect\"\n\nfunc trap()\n\nfunc at(pc uintptr) bool {\n" + body + "\n}\n"),
                ("/m/a/a_amd64.s", "TEXT ·trap(SB), $0-0\n\tRET\n"),
            ]);
        return string.Join(" ", analysis.Findings.Select(static finding => finding.RuleId).Order(System.StringComparer.Ordinal));
    }
}
