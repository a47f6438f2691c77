using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Reporting;
using GoAbi.Source;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>Loads and analyses what the arguments name, and says on standard error what there is to say about it.</summary>
internal sealed class AnalysisRun(CommonSettings settings)
{
    private GoModule? module;

    /// <summary>What was loaded.</summary>
    /// <exception cref="InvalidOperationException">Nothing was executed yet.</exception>
    public GoModule Module => module ?? throw new InvalidOperationException("Nothing was loaded yet.");

    /// <summary>Loads and analyses.</summary>
    public async Task<AbiAnalysis> ExecuteAsync(AbiAnalysisOptions options, CancellationToken cancellationToken)
    {
        using var progress = ProgressLine.Create(settings.ShowProgress, settings.Error);
        module = await GoModule.LoadAsync(Directory.GetCurrentDirectory(), settings.Load, progress, cancellationToken).ConfigureAwait(false);
        Describe(module);
        options = options with { MaxParallelism = settings.Jobs, MaxExpansion = settings.MaxExpansion, Summaries = settings.Cache?.Store };
        var analysis = await Task.Run(() => AbiAnalyzer.Analyze(module, options, progress, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        settings.Cache?.Save();
        return PathFilter.Apply(analysis, module, settings.Paths);
    }

    /// <summary>Prints what could not be read and what there is to note; the status that follows from it.</summary>
    public int ReportDiagnostics(AbiAnalysis analysis)
    {
        foreach (var diagnostic in analysis.Diagnostics.Distinct())
        {
            settings.Messages.Diagnostic(diagnostic, analysis.Root);
        }

        return IncompleteInput.Of(analysis).IsEmpty ? ExitCode.Success : ExitCode.Incomplete;
    }

    private void Describe(GoModule module)
    {
        settings.Messages.Detail("root " + module.Root);
        settings.Messages.Detail(module.GoRoot is { } goRoot ? "GOROOT " + goRoot.Path + " (" + goRoot.Version + ")" : "no GOROOT");
        settings.Messages.Detail(settings.Cache is { } cache ? "cache " + cache.Directory : "no cache");
        settings.Messages.Detail("targets " + string.Join(", ", module.Targets));
        settings.Messages.Detail(FormattableString.Invariant($"{module.Directories.Length} package directories"));
    }
}
