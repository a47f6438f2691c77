using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Reporting;
using GoAbi.Source;

namespace GoAbi.Cli;

/// <summary>goabi summary</summary>
internal sealed class SummaryCommand : GoAbiCommand
{
    private readonly CommonOptions common = new();

    private readonly Option<string> format = OptionValues.Choice("--format", "text, json, or binary (the summary of one directory as the cache has it).", "text", "json", "binary");

    public SummaryCommand()
        : base("summary", "Print what other packages need to know of a package: a file of summaries, or what is made of a directory.")
    {
        common.AddTo(this);
        Add(format);
    }

    public override (string CommandLine, string Does)[] Examples =>
    [
        ("goabi summary", "What the packages of the module come to, in numbers."),
        ("goabi summary --format json --target linux/amd64 .", "The summary of one package, whole."),
        ("goabi summary --format binary --target linux/amd64 --output m.summary .", "The same as a file, which 'goabi summary m.summary' prints."),
    ];

    protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var settings = common.Read(arguments);
        var asked = arguments.GetRequiredValue(format);
        var status = ExitCode.Success;
        List<byte[]> contents;
        if (settings.Paths is [var path] && File.Exists(path) && Path.GetExtension(path) is not (".go" or ".s"))
        {
            contents = [await ReadAsync(path, settings.Load.MaxFileSize, cancellationToken).ConfigureAwait(false)];
        }
        else
        {
            var run = new AnalysisRun(settings);
            var analysis = await run.ExecuteAsync(new AbiAnalysisOptions { CollectSummaries = true }, cancellationToken).ConfigureAwait(false);
            status = run.ReportDiagnostics(analysis);
            contents = Encode(analysis, run.Module);
        }

        if (asked == "binary")
        {
            if (contents.Count != 1)
            {
                throw new UsageException("--format binary writes the summary of one directory for one target; here are " + contents.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".");
            }

            await settings.Output.WriteAsync(stream => stream.Write(contents[0]), cancellationToken).ConfigureAwait(false);
            return status;
        }

        var summaries = contents.SelectMany(static content => Decode(content)).ToList();
        await (asked == "json"
            ? settings.Output.WriteAsync(stream => SummaryJsonReport.Write(summaries, stream), cancellationToken)
            : settings.Output.WriteTextAsync(writer => SummaryTextReport.Write(summaries, writer), cancellationToken)).ConfigureAwait(false);
        return status;
    }

    private static async Task<byte[]> ReadAsync(string path, long limit, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(path).Length > limit)
            {
                throw new UsageException("'" + path + "' is larger than --max-file-size.");
            }

            var content = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            return !SummaryCodec.IsSummary(content) ? throw new UsageException("'" + path + "' is no summary.")
                : Decode(content).IsDefault ? throw new UsageException("'" + path + "' is damaged, or was written by another version of goabi.")
                : content;
        }
        catch (System.Exception e) when (e is IOException or System.UnauthorizedAccessException)
        {
            throw new UsageException("cannot read '" + path + "': " + e.Message);
        }
    }

    private static List<byte[]> Encode(AbiAnalysis analysis, GoAbi.Go.GoModule module) =>
        analysis.Summaries
            .GroupBy(static summary => (summary.Target, summary.Directory))
            .Select(group => SummaryCodec.Encode([.. group], SummaryRoots.Of(module, group.Key.Directory))
                ?? throw new UsageException("the packages of '" + group.Key.Directory + "' depend on files outside the module and GOROOT, or one can't be read; they have no summary."))
            .ToList();

    private static ImmutableArray<PackageSummary> Decode(byte[] content) =>
        SummaryCodec.TryDecode(content, SymbolicRoots.Names, static path => new SourceFile(path, SourceText.FromString("")));
}
