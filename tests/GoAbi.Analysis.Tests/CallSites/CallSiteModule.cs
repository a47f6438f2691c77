using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis.Tests.CallSites;

/// <summary>
/// A module in memory whose lines say what their calls are: "//= 3 m/a.Add" or, with more to say, "//= - m/a.Nop
/// relation=BareDefer kind=Defer". Several calls of a line are separated by ";".
/// </summary>
internal static class CallSiteModule
{
    private const string Marker = "//= ";

    public static void Check(string goarch, GoVersion toolchain, params (string Path, string Text)[] files)
    {
        var analysis = Analyze(goarch, toolchain, files);
        var found = analysis.CallSites
            .GroupBy(site => (site.Location.File.Path, site.Location.Start.Line))
            .ToDictionary(group => group.Key, group => string.Join("; ", group.Select(Describe)));
        var differences = new List<string>();
        foreach (var (path, text) in files)
        {
            var lines = text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                var at = lines[i].IndexOf(Marker, StringComparison.Ordinal);
                var want = at < 0 ? "" : lines[i][(at + Marker.Length)..].Trim();
                var got = found.GetValueOrDefault((path, i + 1), "");
                if (want != got)
                {
                    differences.Add($"{path}:{i + 1}: want \"{want}\", got \"{got}\"");
                }
            }
        }

        Xunit.Assert.Empty(analysis.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error));
        Xunit.Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    public static AbiAnalysis Analyze(string goarch, GoVersion toolchain, (string Path, string Text)[] files)
    {
        var module = GoModule.Load(
            InMemorySourceFiles.Create(files),
            "/m",
            ["./..."],
            new GoModuleOptions { Targets = [new GoTargetRequest(toolchain, "linux", goarch)] });
        return AbiAnalyzer.Analyze(module, new AbiAnalysisOptions { CollectCallSites = true, CollectSymbols = true });
    }

    private static string Describe(CallSite site)
    {
        var text = (site.Case == AbiCase.None ? "-" : ((int)site.Case).ToString(System.Globalization.CultureInfo.InvariantCulture)) + " " + (site.Callee ?? "?");
        text += site.Relation == AbiRelation.None ? "" : " relation=" + site.Relation;
        text += site.Kind == CallKind.Call ? "" : " kind=" + site.Kind;
        text += site.Wrapper is null ? "" : " wrapped";
        return text + (site.Certainty == CallCertainty.Exact ? "" : " " + site.Certainty);
    }
}
