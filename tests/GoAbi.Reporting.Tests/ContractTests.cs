using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using GoAbi.Analysis;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Reporting.Tests;

/// <summary>The field names and their order are a contract with scripts (docs/commands).</summary>
public class ContractTests
{
    [Fact]
    public void The_report_of_check_has_the_fields_of_the_contract_in_order()
    {
        using var report = JsonDocument.Parse(CheckJson());
        var root = report.RootElement;
        AssertFields("version tool root targets findings incomplete summary", root);
        Assert.Equal(1, root.GetProperty("version").GetInt32());
        AssertFields("name version", root.GetProperty("tool"));
        AssertFields("error warning info files packages callSites cases", root.GetProperty("summary"));
        AssertFields("1 2 3 4 5 6", root.GetProperty("summary").GetProperty("cases"));
        AssertFields("file reason", root.GetProperty("incomplete")[0]);
    }

    [Fact]
    public void A_finding_has_the_fields_of_the_contract_in_order()
    {
        using var report = JsonDocument.Parse(CheckJson());
        foreach (var finding in report.RootElement.GetProperty("findings").EnumerateArray())
        {
            AssertFields(
                "rule severity certainty message file line column endLine endColumn targets function symbol expansion flow fixes fingerprint",
                finding);
        }

        var first = report.RootElement.GetProperty("findings")[0];
        AssertFields("file line column message", first.GetProperty("flow")[0]);
        AssertFields("id group safety description edits", first.GetProperty("fixes")[0]);
        AssertFields("file line column endLine endColumn newText", first.GetProperty("fixes")[0].GetProperty("edits")[0]);
        AssertFields("file line column macro", report.RootElement.GetProperty("findings")[1].GetProperty("expansion")[0]);
    }

    [Fact]
    public void Columns_count_bytes_of_utf8()
    {
        using var report = JsonDocument.Parse(CheckJson());
        var finding = report.RootElement.GetProperty("findings")[0];

        // Tab, `label, entry := "`, six bytes for two characters, `", `.
        Assert.Equal(7, finding.GetProperty("line").GetInt32());
        Assert.Equal(1 + 17 + 6 + 3 + 1, finding.GetProperty("column").GetInt32());
        Assert.Equal("sub/trap.go", finding.GetProperty("file").GetString());
    }

    [Fact]
    public void Only_input_that_could_not_be_read_is_incomplete()
    {
        using var report = JsonDocument.Parse(CheckJson());
        var incomplete = Assert.Single(report.RootElement.GetProperty("incomplete").EnumerateArray());
        Assert.Equal("secret.go", incomplete.GetProperty("file").GetString());
    }

    [Fact]
    public void A_call_site_has_the_fields_of_the_contract_in_order()
    {
        const string Before = "targets file line column";
        const string After = "caller callerSymbol callerLanguage callee calleeSymbol calleeLanguage case relation direct kind abi wrapper certainty";
        var lines = Lines(stream => CallsJsonLinesReport.Write(SampleAnalysis.Create(), stream));
        AssertFields(Before + " index " + After, lines[0]);
        AssertFields(Before + " lineDirective index " + After, lines[1]);
        AssertFields("file line", lines[1].GetProperty("lineDirective"));
        AssertFields(Before + " index expansion " + After, lines[2]);
    }

    [Fact]
    public void What_is_not_known_of_a_call_is_null()
    {
        var site = Lines(stream => CallsJsonLinesReport.Write(SampleAnalysis.Create(), stream))[3];
        foreach (var name in new[] { "callee", "calleeSymbol", "case", "relation", "wrapper" })
        {
            Assert.Equal(JsonValueKind.Null, site.GetProperty(name).ValueKind);
        }

        Assert.Equal("unknown", site.GetProperty("calleeLanguage").GetString());
        Assert.Equal("unknown", site.GetProperty("certainty").GetString());
    }

    [Fact]
    public void A_symbol_has_the_fields_of_the_contract_in_order()
    {
        var lines = Lines(stream => SymbolsJsonLinesReport.Write(SampleAnalysis.Create(), stream));
        foreach (var line in lines)
        {
            AssertFields(
                "targets package symbol language abi static definition declaration frameSize argumentSize flags wrappers addressTaken", line);
        }

        AssertFields("file line column", lines[0].GetProperty("declaration"));
        AssertFields("from to reason", lines[0].GetProperty("wrappers")[0]);
        Assert.Equal(JsonValueKind.Null, lines[1].GetProperty("declaration").ValueKind);
        Assert.Equal(JsonValueKind.Null, lines[1].GetProperty("argumentSize").ValueKind);
    }

    [Theory]
    [InlineData(AbiRelation.None, null)]
    [InlineData(AbiRelation.CgoStub, "1b")]
    [InlineData(AbiRelation.LinknamePull, "3b-linkname")]
    [InlineData(AbiRelation.BareDefer, "3b-defer")]
    [InlineData(AbiRelation.AbiInternalAssembly, "3c")]
    [InlineData(AbiRelation.GoFuncValueFromAssembly, "6i")]
    [InlineData(AbiRelation.Intrinsic, "intrinsic")]
    public void Every_relation_has_its_word(AbiRelation relation, string? word)
    {
        var site = SampleAnalysis.Create().CallSites[0] with { Relation = relation };
        var line = Lines(stream => CallsJsonLinesReport.Write(SampleAnalysis.Create(contents => contents with { CallSites = [site] }), stream))[0];
        Assert.Equal(word, line.GetProperty("relation").GetString());
    }

    [Theory]
    [InlineData(CallKind.Call, "call")]
    [InlineData(CallKind.Go, "go")]
    [InlineData(CallKind.Defer, "defer")]
    [InlineData(CallKind.Range, "range")]
    [InlineData(CallKind.Jump, "jump")]
    [InlineData(CallKind.Return, "ret")]
    public void Every_kind_of_call_has_its_word(CallKind kind, string word)
    {
        var site = SampleAnalysis.Create().CallSites[0] with { Kind = kind };
        var line = Lines(stream => CallsJsonLinesReport.Write(SampleAnalysis.Create(contents => contents with { CallSites = [site] }), stream))[0];
        Assert.Equal(word, line.GetProperty("kind").GetString());
    }

    [Fact]
    public void Json_has_no_byte_order_mark_no_carriage_return_and_keeps_names_readable()
    {
        var json = CheckJson();
        Assert.Equal('{', json[0]);
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', json);
        Assert.Contains("TEXT ·addrOfTrap(SB)", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_become_replacement_characters_in_json()
    {
        var file = new SourceFile(SampleAnalysis.Root + "/x.s", SourceText.FromBytes([(byte)'a', 0xFF, (byte)'b']));
        var finding = SampleAnalysis.AddressFinding() with { Location = new SourceLocation(file, new TextSpan(2, 1)), Symbol = file.Text.Text };
        var json = SampleAnalysis.Render(
            stream => CheckJsonReport.Write(SampleAnalysis.Create(contents => contents with { Findings = [finding] }), "1", stream));
        using var report = JsonDocument.Parse(json);
        Assert.Equal("a\uFFFDb", report.RootElement.GetProperty("findings")[0].GetProperty("symbol").GetString());
        Assert.Equal(3, report.RootElement.GetProperty("findings")[0].GetProperty("column").GetInt32());
    }

    private static string CheckJson() => SampleAnalysis.Render(stream => CheckJsonReport.Write(SampleAnalysis.Create(), "1.2.3", stream));

    private static List<JsonElement> Lines(Action<Stream> write) =>
        [.. SampleAnalysis.Render(write).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];

    private static void AssertFields(string expected, JsonElement actual) =>
        Assert.Equal(expected, string.Join(' ', actual.EnumerateObject().Select(static property => property.Name)));
}
