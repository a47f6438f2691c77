using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Cli;

/// <summary>A file given as PATH has its package analysed, as Go needs, and only its own results shown.</summary>
internal static class PathFilter
{
    public static AbiAnalysis Apply(AbiAnalysis analysis, GoModule module, ImmutableArray<string> paths)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (!File.Exists(path))
            {
                return analysis;
            }

            var full = Path.GetFullPath(path);
            files.Add(Identity(module.Files, OperatingSystem.IsWindows() ? full.Replace('\\', '/') : full));
        }

        bool IsShown(SourceLocation location) => files.Contains(Identity(module.Files, location.File.Path));
        return new AbiAnalysis(new AbiAnalysisContents
        {
            Targets = analysis.Targets,
            Root = analysis.Root,
            Findings = [.. analysis.Findings.Where(finding => IsShown(finding.Location))],
            CallSites = [.. analysis.CallSites.Where(site => IsShown(site.Location))],
            Symbols = [.. analysis.Symbols.Where(symbol => IsShown(symbol.Definition))],
            Summaries = analysis.Summaries,
            Diagnostics = analysis.Diagnostics,
            FileCount = analysis.FileCount,
            PackageCount = analysis.PackageCount,
            CallSiteCount = analysis.CallSiteCount,
            CaseCounts = analysis.CaseCounts,
        });
    }

    private static string Identity(ISourceFiles files, string path) => files.GetIdentity(path) ?? path;
}
