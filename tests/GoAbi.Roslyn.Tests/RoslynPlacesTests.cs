using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Source;
using GoAbi.Workspace;
using Microsoft.CodeAnalysis;
using Xunit;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;

namespace GoAbi.Roslyn.Tests;

/// <summary>What is copied field by field means the same on both sides: Roslyn's own text is asked.</summary>
public sealed class RoslynPlacesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a\nb\n\nc")]
    [InlineData("a\r\nb\r\n")]
    [InlineData("·f\u00e9\U0001F600x\n\t·g\n")]
    public void LinesAndColumnsAreRoslyns(string text)
    {
        var ours = SourceText.FromString(text);
        var theirs = RoslynText.From(text);
        for (var start = 0; start <= text.Length; start++)
        {
            for (var end = start; end <= text.Length; end++)
            {
                var span = TextSpan.FromBounds(start, end);
                Assert.Equal(theirs.Lines.GetLinePositionSpan(span.ToTextSpan()), ours.ToLinePositionSpan(span));
            }
        }
    }

    [Fact]
    public void AnEditChangesTheTextAsInGoAbi()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => "ab\n·\u00e9"[random.Next(5)])]);
            var start = random.Next(text.Length + 1);
            var edit = new TextEdit(new TextSpan(start, random.Next(text.Length - start + 1)), random.Next(2) == 0 ? "" : "new·\n");
            Assert.Equal(RoslynText.From(text).WithChanges(edit.ToTextChange()).ToString(), SourceText.FromString(text).WithEdits([edit]).Text);
        }
    }

    [Fact]
    public void ALocationIsInTheFileAsTheCompilerSpellsIt()
    {
        var file = new SourceFile("C:/m/a.s", SourceText.FromString("TEXT ·f(SB), 4, $0\n\tRET\n"));
        var location = new SourceLocation(file, new TextSpan(20, 3)).ToLocation(static path => path.Replace('/', '\\'));
        Assert.Equal(LocationKind.ExternalFile, location.Kind);
        Assert.Equal("C:\\m\\a.s: (1,1)-(1,4)", location.GetLineSpan().ToString());
        Assert.Equal(new Microsoft.CodeAnalysis.Text.TextSpan(20, 3), location.SourceSpan);
        Assert.Equal(Location.None, default(SourceLocation).ToLocation());
    }

    [Fact]
    public async Task AFindingsFlowIsItsAdditionalLocations()
    {
        var module = await GoModule.LoadAsync(Sandbox(), new GoLoadOptions { GoRoot = "none" });
        var findings = AbiAnalyzer.Analyze(module, new AbiAnalysisOptions()).Findings;
        Assert.NotEmpty(findings);
        foreach (var finding in findings)
        {
            var diagnostic = finding.ToDiagnostic(static path => path, Severity.Info);
            Assert.Equal(finding.RuleId, diagnostic.Id);
            Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
            Assert.Equal(finding.Message, diagnostic.GetMessage(null));
            Assert.Equal(finding.Flow.Select(static step => step.Location.ToLocation()), diagnostic.AdditionalLocations);
        }
    }

    [Fact]
    public void EveryIdHasADescriptorWithATitleAndAPage()
    {
        var ids = new HashSet<string>(RuleCatalog.All.Select(static rule => rule.Descriptor.Id).Concat(typeof(DiagnosticIds).GetFields().Select(static field => (string)field.GetRawConstantValue()!)));
        Assert.Equal(ids.Order(StringComparer.Ordinal), RuleDescriptors.All.Select(static descriptor => descriptor.Id));
        Assert.All(RuleDescriptors.All, static descriptor => Assert.Equal(RuleDescriptors.Pages + descriptor.Id + ".md", descriptor.HelpLinkUri));
        Assert.All(RuleDescriptors.All, static descriptor => Assert.NotEqual("", descriptor.Title.ToString(null)));
    }

    private static string Sandbox([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, "../../samples/sandbox"));
}
