using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using GoAbi.Asm;
using GoAbi.Reporting;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Analysis.Tests.Rules;

/// <summary>Holds the four places of a rule together: its class, its line in the catalogue, its page, its fixtures.</summary>
public sealed class RuleCatalogTests
{
    public static TheoryData<string> Ids() => [.. RuleCatalog.All.Select(rule => rule.Descriptor.Id)];

    [Fact]
    public void Ids_are_sorted_and_unique()
    {
        var ids = RuleCatalog.All.Select(rule => rule.Descriptor.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^GOABI[1-3][0-9]{3}$", id));
    }

    [Fact]
    public void Every_rule_class_is_in_the_catalogue()
    {
        var classes = typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract).Select(type => type.Name);
        Assert.Equal(classes.Order(StringComparer.Ordinal), RuleCatalog.All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_named_like_its_class_and_says_everything(string id)
    {
        var rule = RuleCatalog.Find(id)!;
        var descriptor = rule.Descriptor;
        Assert.Equal(rule.GetType().Name, descriptor.Name);
        Assert.True(File.Exists(FixtureModule.Repository("src/GoAbi.Analysis/Rules/" + descriptor.Name + ".cs")));
        Assert.All(
            [descriptor.Title, descriptor.Explanation, descriptor.BadExample, descriptor.GoodExample, descriptor.FixSafety],
            text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.NotEmpty(descriptor.References);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_its_page(string id)
    {
        var page = FixtureModule.Repository("docs/rules/" + id + ".md");
        var rendered = RulePage.Render(RuleCatalog.Find(id)!.Descriptor);
        Assert.True(File.Exists(page), "write it with: goabi explain " + id + " > docs/rules/" + id + ".md");
        Assert.Equal(rendered, File.ReadAllText(page).ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_finds_what_its_fixtures_want(string id)
    {
        var name = RuleCatalog.Find(id)!.Descriptor.Name;
        var fixtures = FixtureModule.Names(name).ToList();
        Assert.NotEmpty(fixtures);
        Assert.Contains(fixtures, fixture => FixtureModule.Wants(name, fixture).Count > 0);
        Assert.Contains(fixtures, fixture => FixtureModule.Wants(name, fixture).Count == 0);
        foreach (var fixture in fixtures)
        {
            var analysis = FixtureModule.AnalyzeForItsTargets(name, fixture, id);
            var differences = FixtureModule.Differences(name, fixture, analysis);
            Assert.True(
                differences.Count == 0 != FixtureModule.IsKnownToNeedMore(name, fixture),
                fixture + ":\n" + string.Join("\n", differences));
        }
    }

    [Fact]
    public void No_page_is_left_without_a_rule()
    {
        foreach (var page in Directory.EnumerateFiles(FixtureModule.Repository("docs/rules"), "*.md"))
        {
            var id = Path.GetFileNameWithoutExtension(page);
            Assert.True(!Regex.IsMatch(id, "^GOABI[0-9]") || RuleCatalog.Find(id) is not null || AsmDiagnosticCatalog.Find(id) is not null || ToolDiagnosticCatalog.Find(id) is not null, page);
        }
    }

    [Fact]
    public void Every_id_is_in_one_catalogue_and_has_its_page()
    {
        foreach (var field in typeof(DiagnosticIds).GetFields())
        {
            var id = (string)field.GetRawConstantValue()!;
            var tool = ToolDiagnosticCatalog.Find(id);
            var assembly = AsmDiagnosticCatalog.Find(id);
            Assert.True(tool is null != assembly is null, id);
            Assert.Equal(field.Name, tool?.Name ?? assembly!.Name);
            if (tool is not null)
            {
                var page = File.ReadAllText(FixtureModule.Repository("docs/rules/" + id + ".md")).ReplaceLineEndings("\n");
                Assert.StartsWith($"# {id}: {tool.Title}\n\n`{tool.Name}`, {tool.DefaultSeverity.ToString().ToLowerInvariant()} by default\n", page, StringComparison.Ordinal);
                Assert.Contains("\n## What to do\n", page, StringComparison.Ordinal);
            }
        }
    }
}
