using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Reporting;

namespace GoAbi.Cli;

/// <summary>goabi calls</summary>
internal sealed class CallsCommand : GoAbiCommand
{
    private readonly CommonOptions common = new();

    private readonly Option<string> format = OptionValues.Choice("--format", "text or jsonl (one JSON object a line).", "text", "jsonl");

    public CallsCommand()
        : base("calls", "List every call site with its case, one of the six.")
    {
        common.AddTo(this);
        Add(format);
    }

    public override (string CommandLine, string Does)[] Examples =>
    [
        ("goabi calls", "List the calls of the module in the current directory."),
        ("goabi calls --format jsonl --target linux/amd64 ./...", "The same for scripts, for one target."),
    ];

    protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var settings = common.Read(arguments);
        var run = new AnalysisRun(settings);
        var analysis = await run.ExecuteAsync(new AbiAnalysisOptions { CollectCallSites = true, RunRules = false }, cancellationToken).ConfigureAwait(false);
        var status = run.ReportDiagnostics(analysis);
        await (arguments.GetRequiredValue(format) == "jsonl"
            ? settings.Output.WriteAsync(stream => CallsJsonLinesReport.Write(analysis, stream), cancellationToken)
            : settings.Output.WriteTextAsync(writer => CallsTextReport.Write(analysis, writer), cancellationToken)).ConfigureAwait(false);
        return status;
    }
}
