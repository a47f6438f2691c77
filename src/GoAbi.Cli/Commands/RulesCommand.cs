using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Reporting;

namespace GoAbi.Cli;

/// <summary>goabi rules</summary>
internal sealed class RulesCommand : GoAbiCommand
{
    private readonly Option<string> format = OptionValues.Choice("--format", "text or json.", "text", "json");

    public RulesCommand()
        : base("rules", "List the rules.") => Add(format);

    public override (string CommandLine, string Does)[] Examples => [("goabi rules", "Id, severity, kind and title of every rule.")];

    protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var output = new ResultOutput(file: null);
        await (arguments.GetRequiredValue(format) == "json"
            ? output.WriteAsync(static stream => RuleListReport.WriteJson(RuleEntry.All, stream), cancellationToken)
            : output.WriteTextAsync(static writer => RuleListReport.WriteText(RuleEntry.All, writer), cancellationToken)).ConfigureAwait(false);
        return ExitCode.Success;
    }
}
