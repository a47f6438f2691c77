using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using GoAbi.Analysis;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Reporting.Tests;

/// <summary>What readers of SARIF rely on, besides the form that the snapshot shows.</summary>
public sealed class SarifTests
{
    [Fact]
    public void Columns_count_UTF_16_code_units_from_1()
    {
        var region = Result(SampleAnalysis.Create()).GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");

        // Tab, `label, entry := "`, two characters, `", `.
        Assert.Equal(7, region.GetProperty("startLine").GetInt32());
        Assert.Equal(1 + 17 + 2 + 3 + 1, region.GetProperty("startColumn").GetInt32());
        Assert.Equal("trap", region.GetProperty("snippet").GetProperty("text").GetString());
    }

    [Fact]
    public void The_context_is_whole_lines_around_the_place()
    {
        var place = Result(SampleAnalysis.Create()).GetProperty("locations")[0].GetProperty("physicalLocation");
        var context = place.GetProperty("contextRegion");

        Assert.Equal(6, context.GetProperty("startLine").GetInt32());
        Assert.Equal(8, context.GetProperty("endLine").GetInt32());
        Assert.Equal(
            string.Join('\n', SampleAnalysis.GoCode.Split('\n')[5..8]), context.GetProperty("snippet").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("/src/sandbox/a b/ü#%?.s", "a%20b/%C3%BC%23%25%3F.s", true)]
    [InlineData("/src/sandbox/c:d.s", "c%3Ad.s", true)]
    [InlineData("/src/sandbox2/x.s", "file:///src/sandbox2/x.s", false)]
    [InlineData("C:/go/src/x y.s", "file:///C:/go/src/x%20y.s", false)]
    public void A_path_is_an_escaped_URI_below_the_root_or_an_absolute_one(string path, string uri, bool isBelow)
    {
        var file = new SourceFile(path, SourceText.FromString("TEXT ·f(SB), $0-0\n"));
        var artifact = Result(Of(Finding(file, new TextSpan(5, 2)))).GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");

        Assert.Equal(uri, artifact.GetProperty("uri").GetString());
        Assert.Equal(isBelow, artifact.TryGetProperty("uriBaseId", out _));
        Assert.True(Uri.TryCreate(uri, isBelow ? UriKind.Relative : UriKind.Absolute, out _));
    }

    [Fact]
    public void A_byte_order_mark_is_no_column_and_not_in_the_code()
    {
        var file = SampleAnalysis.File("bom.s", "\uFEFFTEXT ·f(SB), $0-0\n");
        var place = Result(Of(Finding(file, new TextSpan(6, 2)))).GetProperty("locations")[0].GetProperty("physicalLocation");

        Assert.Equal(6, place.GetProperty("region").GetProperty("startColumn").GetInt32());
        Assert.StartsWith("TEXT", place.GetProperty("contextRegion").GetProperty("snippet").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_a_machine_wrote_is_not_repeated_for_each_of_its_findings()
    {
        var file = SampleAnalysis.File("long.s", "TEXT ·f(SB), $0-0; " + new string('x', 100_000) + "\n");
        var report = Render(Of([.. Enumerable.Range(0, 20).Select(i => Finding(file, new TextSpan(20 + i, 50_000)))]));

        Assert.InRange(report.Length, 1000, 100_000);
        Assert.Equal(20, Run(report).GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void What_is_not_Unicode_in_a_file_does_not_break_the_report()
    {
        var file = new SourceFile(SampleAnalysis.Root + "/bad.s", SourceText.FromBytes(new byte[] { (byte)'T', 0xFF, 0xFE, (byte)'\t', 0, (byte)'\n' }));

        Assert.Equal("GOABI2001", Result(Of(Finding(file, new TextSpan(0, 5)))).GetProperty("ruleId").GetString());
    }

    [Fact]
    public void Half_a_character_does_not_break_the_report()
    {
        var file = SampleAnalysis.File("half.s", "\U0001F600\n");

        Assert.All(Enumerable.Range(0, 2), i => Assert.Equal(1 + i, Result(Of(Finding(file, new TextSpan(i, 1)) with { Message = "'\ud83d'" }))
            .GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startColumn").GetInt32()));
    }

    [Fact]
    public void Every_index_leads_to_the_descriptor_of_its_id()
    {
        var run = Run(Render(SampleAnalysis.Create()));
        var driver = run.GetProperty("tool").GetProperty("driver");

        Assert.All(run.GetProperty("results").EnumerateArray(), result => Assert.Equal(
            result.GetProperty("ruleId").GetString(), driver.GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        var notifications = run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications");
        Assert.Equal(2, notifications.GetArrayLength());
        Assert.All(notifications.EnumerateArray(), notification => Assert.Equal(
            notification.GetProperty("descriptor").GetProperty("id").GetString(),
            driver.GetProperty("notifications")[notification.GetProperty("descriptor").GetProperty("index").GetInt32()].GetProperty("id").GetString()));
    }

    [Fact]
    public void A_run_is_successful_where_everything_could_be_read()
    {
        static bool IsSuccessful(AbiAnalysis analysis) =>
            Run(Render(analysis)).GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean();

        Assert.False(IsSuccessful(SampleAnalysis.Create()));
        Assert.True(IsSuccessful(SampleAnalysis.Create(static contents => contents with { Diagnostics = [] })));
    }

    [Fact]
    public void Every_rule_and_id_has_what_a_reader_shows_of_it()
    {
        var file = SampleAnalysis.File("x.s", "TEXT ·f(SB), $0-0\n");
        var ids = RuleEntry.All.Select(static entry => entry.Id).ToArray();
        var run = Run(Render(Of([.. ids.Select(id => Finding(file, new TextSpan(0, 4)) with { RuleId = id })])));
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToArray();

        Assert.Equal(ids, rules.Select(static rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, static rule =>
        {
            Assert.NotEqual("", rule.GetProperty("shortDescription").GetProperty("text").GetString());
            Assert.Contains(rule.GetProperty("id").GetString()!, rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
            Assert.EndsWith("/docs/rules/" + rule.GetProperty("id").GetString() + ".md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), Levels);
        });
    }

    [Fact]
    public void The_report_is_the_same_in_every_culture_and_wherever_the_tree_lies()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Render(Of(Finding(new SourceFile("/a/x.s", SourceText.FromString("TEXT ·f(SB), $0-0\n")), new TextSpan(0, 4)), "/a"));
        try
        {
            var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            odd.NumberFormat.NegativeSign = "~";
            odd.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = odd;
            Assert.Equal(expected, Render(Of(Finding(new SourceFile("D:/b/x.s", SourceText.FromString("TEXT ·f(SB), $0-0\n")), new TextSpan(0, 4)), "D:/b")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static readonly string[] Levels = ["error", "warning", "note"];

    private static Finding Finding(SourceFile file, TextSpan span) => new()
    {
        RuleId = "GOABI2001",
        Severity = Severity.Warning,
        Message = "Something.",
        Location = new SourceLocation(file, span),
        Targets = [SampleAnalysis.Amd64],
    };

    private static AbiAnalysis Of(Finding finding, string root = SampleAnalysis.Root) => Of([finding], root);

    private static AbiAnalysis Of(ImmutableArray<Finding> findings, string root = SampleAnalysis.Root) =>
        new(new AbiAnalysisContents { Targets = [SampleAnalysis.Amd64], Root = root, Findings = findings });

    private static string Render(AbiAnalysis analysis) => SampleAnalysis.Render(stream => CheckSarifReport.Write(analysis, "1.2.3", stream));

    private static JsonElement Run(string report) => JsonDocument.Parse(report).RootElement.GetProperty("runs")[0];

    private static JsonElement Result(AbiAnalysis analysis) => Run(Render(analysis)).GetProperty("results")[0];
}
