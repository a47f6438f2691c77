using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Reporting;

namespace GoAbi.Cli;

/// <summary>goabi symbols</summary>
internal sealed class SymbolsCommand : GoAbiCommand
{
    private readonly CommonOptions common = new();

    private readonly Option<string> format = OptionValues.Choice("--format", "text or jsonl (one JSON object a line).", "text", "jsonl");

    public SymbolsCommand()
        : base("symbols", "List the functions that matter to the ABI, and the wrappers that the toolchain will make.")
    {
        common.AddTo(this);
        Add(format);
    }

    public override (string CommandLine, string Does)[] Examples =>
    [
        ("goabi symbols", "List the functions of the module in the current directory."),
        ("goabi symbols --format jsonl --target linux/amd64 ./...", "The same for scripts, for one target."),
    ];

    protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var settings = common.Read(arguments);
        var run = new AnalysisRun(settings);
        var analysis = await run.ExecuteAsync(new AbiAnalysisOptions { CollectSymbols = true, RunRules = false }, cancellationToken).ConfigureAwait(false);
        var status = run.ReportDiagnostics(analysis);
        await (arguments.GetRequiredValue(format) == "jsonl"
            ? settings.Output.WriteAsync(stream => SymbolsJsonLinesReport.Write(analysis, stream), cancellationToken)
            : settings.Output.WriteTextAsync(writer => SymbolsTextReport.Write(analysis, writer), cancellationToken)).ConfigureAwait(false);
        return status;
    }
}
