using System;
using System.Globalization;
using System.IO;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary><c>calls --format text</c>: one line a call site, for people.</summary>
public static class CallsTextReport
{
    /// <summary>Writes the call sites.</summary>
    /// <param name="analysis">What was found, with its call sites.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(AbiAnalysis analysis, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var site in analysis.CallSites)
        {
            var place = SourcePath.Relative(site.Location.File.Path, analysis.Root) + ":" + site.Location.Start;
            var number = site.Case == AbiCase.None ? "-" : ((int)site.Case).ToString(CultureInfo.InvariantCulture);
            var relation = ReportNames.Of(site.Relation) is { } name ? " [" + name + "]" : "";
            var targets = site.Targets.SequenceEqual(analysis.Targets) ? "" : " (on " + string.Join(", ", site.Targets) + ")";
            var line = $"{place}: case {number}{relation}: {site.Caller} -> {site.Callee ?? "?"} ({ReportNames.InWords(site.Case)}; {KindOf(site)}){targets}";
            writer.Write(TerminalText.Clean(line) + "\n");
        }
    }

    private static string KindOf(CallSite site)
    {
        var call = ReportNames.Of(site.Kind) + ", " + ReportNames.Of(site.Abi);
        var wrapper = site.Wrapper is null ? "" : ", through wrapper " + site.Wrapper;
        return call + wrapper + (site.Certainty == CallCertainty.May ? ", may" : "");
    }
}
