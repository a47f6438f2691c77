using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Roslyn;
using GoAbi.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GoAbi.Generator;

/// <summary>The Go files of one compilation, and what GoAbi says of them. Each part is worked out when something first asks; threads share it.</summary>
internal sealed class GoProject
{
    private readonly AnalyzerConfigOptionsProvider config;
    private readonly AdditionalSourceFiles files;
    private readonly SharedResult<ImmutableArray<GoModule>> modules;
    private readonly ConcurrentDictionary<string, SharedResult<AbiAnalysis?>> byDirectory = new(StringComparer.Ordinal);

    public GoProject(AnalyzerOptions options)
    {
        config = options.AnalyzerConfigOptionsProvider;
        Options = GoProjectOptions.Read(config.GlobalOptions);
        var inputs = ImmutableArray.CreateBuilder<GoInput>();
        foreach (var text in options.AdditionalFiles)
        {
            if (GoInput.Read(text, config.GetOptions(text)) is { } input)
            {
                inputs.Add(input);
            }
        }

        Inputs = inputs.ToImmutable();

        // Texts are read when something asks for them, for all who ask: no single question's token stops that.
        files = AdditionalSourceFiles.Create(Inputs.Select(static input => input.Text), CancellationToken.None);
        modules = new(cancellationToken => GoModulePart.Find(Inputs.Select(static input => new GoFilePlace(input.Path, input.Target, input.Namespace)).ToList(), path => files.Read(path).File, Options.Directory)
            .Select(part => GoModule.Load(files, part.Directory, part.Patterns.Items, part.LoadOptions(Options), cancellationToken))
            .ToImmutableArray());
    }

    /// <summary>What the project says.</summary>
    public GoProjectOptions Options { get; }

    /// <summary>The Go files.</summary>
    public ImmutableArray<GoInput> Inputs { get; }

    /// <summary>Reports what the reading of one file has to say.</summary>
    public void ReportFile(AdditionalText text, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var path = AdditionalSourceFiles.SourcePathOf(text.Path);
        if (!ReferenceEquals(files.Find(path), text) || !IsSource(path) || TextAnalysis(SourcePath.Directory(path), cancellationToken) is not { } analysis)
        {
            return;
        }

        foreach (var finding in analysis.Findings)
        {
            if (finding.Location.File.Path == path && FileLocalDiagnostics.Reports(finding.RuleId, path))
            {
                Report(finding, report);
            }
        }

        foreach (var diagnostic in analysis.Diagnostics)
        {
            if (diagnostic.Location?.File.Path == path && diagnostic.Id != DiagnosticIds.GoSyntax && FileLocalDiagnostics.Reports(diagnostic.Id, path))
            {
                Report(diagnostic, report);
            }
        }

        if (path.EndsWith(".go", StringComparison.Ordinal) && IsAnalysed(analysis, path))
        {
            ReportGoSyntax(path, report, cancellationToken);
        }
    }

    /// <summary>Reports everything else.</summary>
    public void ReportRest(Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        // Modules can include one file.
        var seen = new HashSet<(string Id, string Path, TextSpan Span, string Message)>();
        foreach (var module in modules.Get(cancellationToken))
        {
            var analysis = AbiAnalyzer.Analyze(module, new AbiAnalysisOptions(), progress: null, cancellationToken);
            foreach (var finding in analysis.Findings)
            {
                if (!IsReportedByFile(finding.RuleId, finding.Location, cancellationToken) && seen.Add((finding.RuleId, finding.Location.File.Path, finding.Location.Span, finding.Message)))
                {
                    Report(finding, report);
                }
            }

            foreach (var diagnostic in analysis.Diagnostics)
            {
                if (diagnostic.Location is { } location && !IsReportedByFile(diagnostic.Id, location, cancellationToken) && seen.Add((diagnostic.Id, location.File.Path, location.Span, diagnostic.Message)))
                {
                    Report(diagnostic, report);
                }
            }
        }
    }

    // What an #include of another directory finds in a file of assembly, the action on that file may know nothing of.
    private bool IsReportedByFile(string id, SourceLocation location, CancellationToken cancellationToken)
    {
        var path = location.File.Path;
        return FileLocalDiagnostics.Reports(id, path)
            && TextAnalysis(SourcePath.Directory(path), cancellationToken) is { } analysis
            && ((path.EndsWith(".go", StringComparison.Ordinal) && IsAnalysed(analysis, path))
                || analysis.Findings.Any(finding => finding.RuleId == id && finding.Location.Span == location.Span && finding.Location.File.Path == path)
                || analysis.Diagnostics.Any(diagnostic => diagnostic.Id == id && diagnostic.Location is { } at && at.Span == location.Span && at.File.Path == path));
    }

    private static bool IsSource(string path) => path.EndsWith(".s", StringComparison.Ordinal) || path.EndsWith(".go", StringComparison.Ordinal);

    private static bool IsAnalysed(AbiAnalysis analysis, string path)
    {
        foreach (var summary in analysis.Summaries)
        {
            if (summary.Files.Contains(path))
            {
                return true;
            }
        }

        return false;
    }

    // The whole file, bodies too: the analysis of assembly alone leaves them out.
    private void ReportGoSyntax(string path, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (files.Read(path).File is { } file)
        {
            foreach (var diagnostic in GoSyntaxTree.Parse(file, null, cancellationToken).Diagnostics)
            {
                Report(diagnostic, report);
            }
        }
    }

    // What a directory's files say by themselves, without looking into functions. Null where no module has the directory.
    private AbiAnalysis? TextAnalysis(string directory, CancellationToken cancellationToken) => byDirectory.GetOrAdd(directory, key => new(token =>
    {
        foreach (var module in modules.Get(token))
        {
            if (module.Directories.Contains(key))
            {
                return AbiAnalyzer.Analyze(module.WithDirectories(other => other == key), new AbiAnalysisOptions { TextOnly = true, CollectSummaries = true }, progress: null, token);
            }
        }

        return null;
    })).Get(cancellationToken);

    private void Report(Finding finding, Action<Diagnostic> report)
    {
        if (Configured(finding.RuleId, finding.Location) is { } configured)
        {
            report(finding.ToDiagnostic(files.CompilerPath, configured.Severity));
        }
    }

    // Those that are no errors are messages of the command's, about what is not at hand.
    private void Report(SourceDiagnostic diagnostic, Action<Diagnostic> report)
    {
        if (diagnostic is { Severity: Severity.Error, Location: { } location } && RuleDescriptors.Find(diagnostic.Id) is not null
            && Configured(diagnostic.Id, location) is { } configured)
        {
            report(diagnostic.ToDiagnostic(files.CompilerPath, configured.Severity));
        }
    }

    // Null where it isn't to be reported: it stands in no file of the project, or is set to none.
    private ConfiguredSeverity? Configured(string id, SourceLocation location)
    {
        if (files.Find(location.File.Path) is not { } text)
        {
            return null;
        }

        // Options of .editorconfig compare their keys without regard to case.
        var severity = config.GetOptions(text).TryGetValue(ConfiguredSeverity.KeyOf(id), out var value) && ConfiguredSeverity.TryParse(value, out var read)
            ? read
            : ConfiguredSeverity.Default;
        return severity.IsReported ? severity : null;
    }
}
