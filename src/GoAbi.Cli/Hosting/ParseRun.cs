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
    private readonly int[] counts = new int[3];
    private bool isIncomplete;

    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (loader.GoRootWarning is { } warning)
        {
            settings.Messages.Diagnostic(warning, root);
        }

        await (settings.View switch
        {
            ParseView.SymbolAbis => settings.Output.WriteTextAsync(WriteSymbolAbis, cancellationToken),
            _ => settings.Output.WriteTextAsync(WriteDiagnostics, cancellationToken),
        }).ConfigureAwait(false);

        cancellationToken.ThrowIfCancellationRequested();
        settings.Messages.Info(DiagnosticsTextReport.Summarize(
            counts[(int)Severity.Error], counts[(int)Severity.Warning], counts[(int)Severity.Info], settings.Files.Length));
        return isIncomplete ? ExitCode.Incomplete
            : Enum.GetValues<Severity>().Any(severity => counts[(int)severity] > 0 && FailOn.Fails(settings.FailOn, severity)) ? ExitCode.Findings
            : ExitCode.Success;

        void WriteDiagnostics(TextWriter writer)
        {
            var useColor = ColorChoice.IsColored(settings.Color, settings.Output);
            foreach (var file in Parse(cancellationToken))
            {
                DiagnosticsTextReport.Write(file.Diagnostics, root, writer, useColor);
            }
        }

        void WriteSymbolAbis(TextWriter writer)
        {
            foreach (var file in Parse(cancellationToken))
            {
                ReportAside(file);
                foreach (var symbol in file.Program?.SymbolAbis() ?? [])
                {
                    writer.Write(symbol + "\n");
                }
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

    private IEnumerable<ParsedFile> Parse(CancellationToken cancellationToken)
    {
        // No more files are under way than this, so that the run needs no more memory than they do.
        var window = settings.Jobs > 0 ? settings.Jobs : 4 * Environment.ProcessorCount;
        var running = new Queue<Task<ParsedFile>>(window);
        var next = 0;
        while (next < settings.Files.Length || running.Count > 0)
        {
            while (next < settings.Files.Length && running.Count < window)
            {
                var path = settings.Files[next++];
                running.Enqueue(Task.Run(() => ParseFile(path, cancellationToken), cancellationToken));
            }

            var file = running.Dequeue().GetAwaiter().GetResult();
            foreach (var diagnostic in file.Diagnostics)
            {
                counts[(int)diagnostic.Severity]++;
            }

            isIncomplete |= file.IsIncomplete;
            yield return file;
        }
    }

    private ParsedFile ParseFile(string path, CancellationToken cancellationToken)
    {
        if (loader.Read(path, out var failure) is not { } file)
        {
            return new ParsedFile(failure!.Path!, [failure]);
        }

        var options = loader.OptionsOf(file, cancellationToken);
        var program = AsmProgram.Create(loader.Parse(file, cancellationToken), loader.TargetOf(file), options, cancellationToken);
        return new ParsedFile(file.Path, program.Diagnostics) { PackagePath = options.PackagePath, Program = program };
    }
}
