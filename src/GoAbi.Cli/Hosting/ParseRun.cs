using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Asm;
using GoAbi.Reporting;
using GoAbi.Source;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>Reads files side by side and prints what was asked for in the order in which they were given.</summary>
internal sealed class ParseRun(ParseSettings settings)
{
    private readonly string root = Directory.GetCurrentDirectory().Replace('\\', '/');
    private readonly AssemblyLoader loader = new(settings.Load, settings.Files[0]);
    private readonly bool useColor = ColorChoice.IsColored(settings.Color, settings.Output);
    private readonly int[] counts = new int[3];
    private bool isIncomplete;

    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        foreach (var warning in loader.GoRootDiagnostics)
        {
            settings.Messages.Diagnostic(warning, root);
        }

        await settings.Output.WriteAsync(stream => Write(stream, cancellationToken), cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        settings.Messages.Info(DiagnosticsTextReport.Summarize(
            counts[(int)Severity.Error], counts[(int)Severity.Warning], counts[(int)Severity.Info], settings.Files.Length));
        return isIncomplete ? ExitCode.Incomplete
            : Enum.GetValues<Severity>().Any(severity => counts[(int)severity] > 0 && FailOn.Fails(settings.FailOn, severity)) ? ExitCode.Findings
            : ExitCode.Success;
    }

    private void Write(Stream stream, CancellationToken cancellationToken)
    {
        if (settings.IsJson)
        {
            ParseReport.WriteJson(ToolInfo.Version, root, settings.View, stream, WriteFiles, () => (counts[2], counts[1], counts[0], settings.Files.Length));
            return;
        }

        foreach (var (file, content) in Parse(cancellationToken))
        {
            if (settings.View != ParseView.Diagnostics)
            {
                ReportAside(file);
            }

            stream.Write(content.Span);
        }

        void WriteFiles(Action<ReadOnlyMemory<byte>> write)
        {
            foreach (var (_, content) in Parse(cancellationToken))
            {
                write(content);
            }
        }
    }

    // Where standard output has something else, diagnostics go to standard error.
    private void ReportAside(ParsedFile file)
    {
        foreach (var diagnostic in file.Diagnostics)
        {
            settings.Messages.Diagnostic(diagnostic, root);
        }
    }

    private IEnumerable<(ParsedFile File, ReadOnlyMemory<byte> Content)> Parse(CancellationToken cancellationToken)
    {
        // No more files are under way than this, so that the run needs no more memory than they do.
        var window = settings.Jobs > 0 ? settings.Jobs : 4 * Environment.ProcessorCount;
        var running = new Queue<Task<(ParsedFile, ReadOnlyMemory<byte>)>>(window);
        var next = 0;
        while (next < settings.Files.Length || running.Count > 0)
        {
            while (next < settings.Files.Length && running.Count < window)
            {
                var path = settings.Files[next++];
                running.Enqueue(Task.Run(() => Render(ParseFile(path, cancellationToken)), cancellationToken));
            }

            var (file, content) = running.Dequeue().GetAwaiter().GetResult();
            foreach (var diagnostic in file.Diagnostics)
            {
                counts[(int)diagnostic.Severity]++;
            }

            isIncomplete |= file.IsIncomplete;
            yield return (file, content);
        }
    }

    private ParsedFile ParseFile(string path, CancellationToken cancellationToken)
    {
        if (loader.Read(path, out var failure) is not { } file)
        {
            return new ParsedFile(failure!.Path!, [failure]);
        }

        if (AsmListing.IsListing(file.Text))
        {
            var listing = AsmListing.Read(file, loader.TargetOf(file), goarch: settings.Load.Target.Goarch is not null, cancellationToken);
            return Has(new ParsedFile(file.Path, listing.Diagnostics) { Listing = listing });
        }

        var options = loader.OptionsOf(file, cancellationToken);
        var program = AsmProgram.Create(loader.Parse(file, cancellationToken), loader.TargetOf(file), options, cancellationToken);
        return new ParsedFile(file.Path, InOrder(program.Diagnostics, file)) { PackagePath = options.PackagePath, Program = program };
    }

    // The stages of the front end follow one another; people read from top to bottom. What one place gives again through a repeated include is said once.
    private static ImmutableArray<SourceDiagnostic> InOrder(ImmutableArray<SourceDiagnostic> diagnostics, SourceFile main) =>
    [
        .. diagnostics
            .DistinctBy(static d => (d.Id, d.Message, d.Location, d.Path))
            .OrderBy(d => d.Location?.File is { } file && !ReferenceEquals(file, main))
            .ThenBy(static d => d.Location?.File.Path, StringComparer.Ordinal)
            .ThenBy(static d => d.Location?.Span.Start),
    ];

    private ParsedFile Has(ParsedFile file) => file.Has(settings.View)
        ? file
        : file with
        {
            Diagnostics = file.Diagnostics.Add(new SourceDiagnostic(
                DiagnosticIds.UnreadableFile, Severity.Error, "a compiler listing has no tokens and is not preprocessed: only --tree and --symbols show it", null) { Path = file.Path }),
        };

    private (ParsedFile File, ReadOnlyMemory<byte> Content) Render(ParsedFile file)
    {
        // Most files have nothing to say.
        if (!settings.IsJson && settings.View == ParseView.Diagnostics && file.Diagnostics.IsEmpty)
        {
            return (file, default);
        }

        using var content = new MemoryStream();
        if (settings.IsJson)
        {
            ParseReport.WriteJson(file, settings.View, root, content);
        }
        else if (settings.View != ParseView.Diagnostics)
        {
            ParseReport.WriteText(file, settings.View, root, content);
        }
        else
        {
            using var writer = new StreamWriter(content, leaveOpen: true) { NewLine = "\n" };
            DiagnosticsTextReport.Write(file.Diagnostics, root, writer, useColor);
        }

        // Once rendered, trees and programs are let go.
        return (new ParsedFile(file.Path, file.Diagnostics), content.GetBuffer().AsMemory(0, (int)content.Length));
    }
}
