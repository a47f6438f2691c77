using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using GoAbi.Go;
using GoAbi.Source;
using GoAbi.Workspace;

namespace GoAbi.Analysis.Tests;

/// <summary>A Go module that is kept as a fixture, with what its "// want" comments ask for.</summary>
internal static partial class FixtureModule
{
    /// <summary>The folders of a rule's fixtures, by name.</summary>
    public static IEnumerable<string> Names(string rule) =>
        Directory.EnumerateDirectories(FixturesOf(rule)).Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    /// <summary>True for a fixture whose expectations need an analysis that is not there yet; the folder's README says which.</summary>
    public static bool IsKnownToNeedMore(string rule, string name) =>
        (rule, name) is ("WrapperAddressTaken", "funcpcabi0-lookalike");

    /// <summary>Analyses a fixture for one target, with all rules or one.</summary>
    public static AbiAnalysis Analyze(string rule, string name, GoVersion toolchain, string goarch, string? id = null)
    {
        var directory = Path.Combine(FixturesOf(rule), name);
        return Analyze(directory, [new GoTargetRequest(toolchain, "linux", goarch)], new AbiAnalysisOptions { Select = id is null ? [] : [id] });
    }

    /// <summary>
    /// Analyses a fixture for the targets that its file "targets" lists, a line each as "1.24 linux/arm64"; without one for Go 1.19 on linux/amd64.
    /// </summary>
    public static AbiAnalysis AnalyzeForItsTargets(string rule, string name, string id)
    {
        var directory = Path.Combine(FixturesOf(rule), name);
        var list = Path.Combine(directory, "targets");
        var lines = File.Exists(list) ? File.ReadAllLines(list) : ["1.19 linux/amd64"];
        ImmutableArray<GoTargetRequest> targets = [.. lines.Where(static line => line.Length > 0).Select(static line =>
        {
            var parts = line.Split(' ', '/');
            return new GoTargetRequest(GoVersion.TryParse(parts[0], out var version) ? version : throw new InvalidDataException(line), parts[1], parts[2]);
        })];
        return Analyze(directory, targets, new AbiAnalysisOptions { Select = [id] });
    }

    /// <summary>Analyses a directory.</summary>
    public static AbiAnalysis Analyze(string directory, ImmutableArray<GoTargetRequest> targets, AbiAnalysisOptions? options = null)
    {
        var files = new DiskSourceFiles();
        var module = GoModule.Load(files, directory.Replace('\\', '/'), ["./..."], new GoModuleOptions { GoRoot = GoRoot(files), Targets = targets });
        return AbiAnalyzer.Analyze(module, options ?? new AbiAnalysisOptions());
    }

    /// <summary>"file:line severity" of every finding that a fixture asks for, each with its pattern.</summary>
    public static List<(string Place, string Severity, string Pattern)> Wants(string rule, string name)
    {
        var wants = new List<(string, string, string)>();
        var directory = Path.Combine(FixturesOf(rule), name);
        foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(path) is not (".go" or ".s" or ".h"))
            {
                continue;
            }

            var lines = File.ReadAllLines(path);
            for (var i = 0; i < lines.Length; i++)
            {
                var at = lines[i].IndexOf("// want ", StringComparison.Ordinal);
                if (at >= 0)
                {
                    foreach (Match match in Want().Matches(lines[i][(at + 7)..]))
                    {
                        wants.Add((Path.GetRelativePath(directory, path).Replace('\\', '/') + ":" + (i + 1), match.Groups[1].Value, match.Groups[2].Value));
                    }
                }
            }
        }

        return wants;
    }

    /// <summary>What differs between what a fixture asks for and what was found; empty where nothing does.</summary>
    public static List<string> Differences(string rule, string name, AbiAnalysis analysis)
    {
        var wants = Wants(rule, name);
        var root = analysis.Root + "/";
        var differences = new List<string>();
        foreach (var finding in analysis.Findings)
        {
            var place = finding.Location.File.Path[root.Length..] + ":" + finding.Location.Start.Line;
            var want = wants.FindIndex(want => want.Place == place
                && want.Severity.Equals(finding.Severity.ToString(), StringComparison.OrdinalIgnoreCase)
                && Regex.IsMatch(finding.Message, want.Pattern));
            if (want < 0)
            {
                differences.Add($"not wanted: {place} {finding.Severity} {finding.Message}");
            }
            else
            {
                wants.RemoveAt(want);
            }
        }

        differences.AddRange(wants.Select(want => $"missing: {want.Place} {want.Severity} \"{want.Pattern}\""));
        return differences;
    }

    /// <summary>A file or directory of this repository, found from where the tests run.</summary>
    public static string Repository(string path)
    {
        var directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "Sdk.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return Path.Combine(directory ?? throw new InvalidOperationException("The tests do not run inside the repository."), path);
    }

    /// <summary>The GOROOTs of this machine that tests know of.</summary>
    public static ImmutableArray<GoRootInfo> GoRoots(DiskSourceFiles files) =>
        [.. (Environment.GetEnvironmentVariable("GOABI_GOROOTS") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Append("/usr/lib/go-1.19")
            .Distinct()
            .Select(path => GoRootInfo.TryRead(files, path))
            .OfType<GoRootInfo>()];

    // Declarations of the standard library; any version will do.
    private static GoRootInfo? GoRoot(DiskSourceFiles files) => GoRoots(files).FirstOrDefault();

    private static string FixturesOf(string rule) => Repository("tests/GoAbi.Analysis.Tests/Rules/" + rule + "/Fixtures");

    [GeneratedRegex("(error|warning|info) \"([^\"]*)\"")]
    private static partial Regex Want();
}
