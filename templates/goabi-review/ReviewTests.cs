using System.Reflection;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Reporting;
using GoAbi.Source;
using GoAbi.Workspace;
using Xunit;

namespace ReviewGate1;

public class ReviewTests
{
    // Set to 1, a run writes the baseline instead of comparing with it: look at what it adds, then commit it.
    private const string Update = "GOABI_UPDATE_BASELINE";

    [Fact]
    public async Task The_module_has_no_findings_but_those_of_the_baseline()
    {
        var findings = await FindAsync();
        var baseline = Metadata("Baseline");
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            await File.WriteAllTextAsync(baseline, string.Concat(findings.Select(static finding => finding.Fingerprint + "  " + finding.Text + "\n")));
            return;
        }

        // The fingerprint decides; the rest of a line is for people.
        var known = File.ReadLines(baseline).Select(static line => line.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        var added = findings.Where(finding => !known.Contains(finding.Fingerprint)).Select(static finding => finding.Text).ToList();
        Assert.True(added.Count == 0, "New findings:\n" + string.Join('\n', added) + "\nMend them, or take them into the baseline: " + Update + "=1 dotnet test");
    }

    private static async Task<List<(string Fingerprint, string Text)>> FindAsync()
    {
        // No GOROOT: the same result on every machine.
        var module = await GoModule.LoadAsync(Metadata("GoModule"), new GoLoadOptions { GoRoot = "none" });
        var analysis = AbiAnalyzer.Analyze(module, new AbiAnalysisOptions());

        // What can't be read can't be reviewed.
        Assert.Empty(IncompleteInput.Of(analysis));
        Assert.True(analysis.FileCount > 0, "There is no Go module in " + Metadata("GoModule"));
        var fingerprints = Fingerprints.Compute(analysis.Findings);
        return
        [
            .. analysis.Findings.Select((finding, i) => (
                fingerprints[i],
                $"{SourcePath.Relative(finding.Location.File.Path, analysis.Root)}:{finding.Location.Start}: {finding.RuleId} {finding.Message}")),
        ];
    }

    private static string Metadata(string key) =>
        typeof(ReviewTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
