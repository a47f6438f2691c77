using System;
using System.Collections.Generic;
using System.Linq;
using GoAbi.Analysis.Tests.CallSites;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Analysis.Tests.Rules;

/// <summary>What the fixes of GOABI2001 to 2009 write, and that nothing is found afterwards.</summary>
public sealed class DeclarationFixTests
{
    private const string Go = "package a\n\ntype p struct{ a, b int32 }\n\nfunc f(s []byte, n int, x p) int\n";

    [Theory]
    [InlineData("GOABI2001", "TEXT ·f(SB), 4, $0-8\n", "TEXT ·f(SB), 4, $0-48\n")]
    [InlineData("GOABI2001", "TEXT ·f(SB), 2, $0x18\n", "TEXT ·f(SB), 2, $0x18-48\n")]
    [InlineData("GOABI2001", "TEXT ·f(SB), 4, $-8-40 // all\n", "TEXT ·f(SB), 4, $-8-48 // all\n")]
    [InlineData("GOABI2003", "\tMOVQ data_base+0(FP), AX\n", "\tMOVQ s_base+0(FP), AX\n")]
    [InlineData("GOABI2003", "\tLEAQ m+24(FP), AX\n", "\tLEAQ n+24(FP), AX\n")]
    [InlineData("GOABI2003", "\tMOVQ $m+24(FP), AX\n", "\tMOVQ $n+24(FP), AX\n")]
    [InlineData("GOABI2004", "\tMOVQ n+16(FP), AX\n", "\tMOVQ n+24(FP), AX\n")]
    [InlineData("GOABI2004", "\tMOVQ $n+16(FP), AX\n", "\tMOVQ $n+24(FP), AX\n")]
    [InlineData("GOABI2004", "\tMOVQ s+8(FP), AX\n", "\tMOVQ s_len+8(FP), AX\n")]
    [InlineData("GOABI2005", "\tMOVL x+32(FP), AX\n", "\tMOVL x_a+32(FP), AX\n")]
    public void A_fix_writes_what_the_declaration_says(string rule, string line, string mended)
    {
        var before = InFunction(line);
        var finding = Assert.Single(Analyze(before, rule));
        var edit = Assert.Single(Assert.Single(finding.Fixes).Edits);
        var text = before.Remove(edit.Edit.Span.Start, edit.Edit.Span.Length).Insert(edit.Edit.Span.Start, edit.Edit.NewText);
        Assert.Equal(InFunction(mended), text);
        Assert.Empty(Analyze(text, rule));
    }

    [Theory]
    [InlineData("GOABI2001", "#define SIZE $0-8\nTEXT ·f(SB), 4, SIZE\n")]
    [InlineData("GOABI2003", "#define ARG data_base+0(FP)\nTEXT ·f(SB), 4, $0-48\n\tMOVQ ARG, AX\n")]
    [InlineData("GOABI2004", "#define ARG n+16(FP)\nTEXT ·f(SB), 4, $0-48\n\tMOVQ ARG, AX\n")]
    public void What_a_macro_yields_is_not_mended(string rule, string text) =>
        Assert.Empty(Assert.Single(Analyze(text + "\tMOVQ AX, ret+40(FP)\n\tRET\n", rule)).Fixes);

    [Fact]
    public void Only_an_offset_changes_what_is_read()
    {
        Assert.Equal(FixSafety.Unsafe, Assert.Single(Assert.Single(Analyze(InFunction("\tMOVQ n+16(FP), AX\n"), "GOABI2004")).Fixes).Safety);
        Assert.Equal(FixSafety.Safe, Assert.Single(Assert.Single(Analyze(InFunction("\tMOVQ s+8(FP), AX\n"), "GOABI2004")).Fixes).Safety);
        Assert.Equal(FixSafety.Safe, Assert.Single(Assert.Single(Analyze(InFunction("\tMOVQ m+24(FP), AX\n"), "GOABI2003")).Fixes).Safety);
    }

    private static string InFunction(string line) =>
        (line.StartsWith("TEXT", StringComparison.Ordinal) ? line : "TEXT ·f(SB), 4, $0-48\n" + line) + "\tMOVQ AX, ret+40(FP)\n\tRET\n";

    private static List<Finding> Analyze(string assembly, string rule) =>
        [.. CallSiteModule.Analyze("amd64", new GoVersion(24), [("/m/go.mod", "module example.com/m\n\ngo 1.19\n"), ("/m/a/a.go", Go), ("/m/a/a_amd64.s", assembly)]).Findings
            .Where(finding => finding.RuleId == rule)];
}
