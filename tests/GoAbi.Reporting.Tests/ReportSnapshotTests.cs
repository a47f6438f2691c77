using System.IO;
using GoAbi.Analysis;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Reporting.Tests;

public class ReportSnapshotTests
{
    [Fact]
    public void Findings_as_text()
    {
        Snapshot.Match(Text(writer => CheckTextReport.Write(SampleAnalysis.Create(), writer)));
    }

    [Fact]
    public void Findings_as_text_with_colours()
    {
        Snapshot.Match(Text(writer => CheckTextReport.Write(SampleAnalysis.Create(), writer, color: true)).Replace("\e", "<ESC>", System.StringComparison.Ordinal));
    }

    [Fact]
    public void Findings_as_json()
    {
        Snapshot.Match(SampleAnalysis.Render(stream => CheckJsonReport.Write(SampleAnalysis.Create(), "1.2.3", stream)), extension: "json");
    }

    [Fact]
    public void Findings_as_sarif()
    {
        Snapshot.Match(SampleAnalysis.Render(stream => CheckSarifReport.Write(SampleAnalysis.Create(), "1.2.3", stream)), extension: "sarif");
    }

    [Fact]
    public void Call_sites_as_json_lines()
    {
        Snapshot.Match(SampleAnalysis.Render(stream => CallsJsonLinesReport.Write(SampleAnalysis.Create(), stream)), extension: "jsonl");
    }

    [Fact]
    public void Call_sites_as_text()
    {
        Snapshot.Match(Text(writer => CallsTextReport.Write(SampleAnalysis.Create(), writer)));
    }

    [Fact]
    public void Symbols_as_json_lines()
    {
        Snapshot.Match(SampleAnalysis.Render(stream => SymbolsJsonLinesReport.Write(SampleAnalysis.Create(), stream)), extension: "jsonl");
    }

    [Fact]
    public void Symbols_as_text()
    {
        Snapshot.Match(Text(writer => SymbolsTextReport.Write(SampleAnalysis.Create(), writer)));
    }

    [Fact]
    public void Edits_as_a_unified_diff()
    {
        var files = EditedFile.FromEdits(SampleAnalysis.AddressFinding().Fixes[0].Edits);
        Snapshot.Match(SampleAnalysis.Render(stream => UnifiedDiffReport.Write(SampleAnalysis.Root, files, stream)));
    }

    [Fact]
    public void An_overlay_lists_the_files_sorted()
    {
        Snapshot.Match(
            SampleAnalysis.Render(stream => OverlayReport.Write(new System.Collections.Generic.Dictionary<string, string>
            {
                ["/m/b.go"] = "/o/b.go",
                ["/m/a·.s"] = "/o/a·.s",
            }, stream)),
            extension: "json");
    }

    [Fact]
    public void The_page_of_a_rule()
    {
        Snapshot.Match(RulePage.Render(new RuleDescriptor
        {
            Id = "GOABI1234",
            Name = "Sample",
            Title = "A rule for this test",
            Explanation = "\r\nWhat it does.\r\n\r\nWhy that is bad.\n",
            BadExample = "```go\nbad()\n```",
            GoodExample = "```go\ngood()\n```",
            FixSafety = "Always safe.",
            References = ["https://go.dev/doc/asm", "https://go.dev/s/regabi"],
        }));
    }

    [Fact]
    public void A_rule_without_texts_has_a_short_page()
    {
        Snapshot.Match(RulePage.Render(new RuleDescriptor
        {
            References = [],
            Id = "GOABI1234", Name = "Sample", Title = "A rule", Explanation = "", BadExample = "", GoodExample = "", FixSafety = "",
        }));
    }

    [Fact]
    public void The_summary_counts_in_words()
    {
        Assert.Equal("1 error, 1 warning in 2 files of 1 package (4 call sites)", CheckTextReport.Summarize(SampleAnalysis.Create()));
        Assert.Equal(
            "nothing found in 2 files of 1 package (4 call sites)",
            CheckTextReport.Summarize(SampleAnalysis.Create(static contents => contents with { Findings = [] })));
    }

    private static string Text(System.Action<TextWriter> write)
    {
        using var writer = new StringWriter();
        write(writer);
        return writer.ToString();
    }
}
