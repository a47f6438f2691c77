using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Reporting;

namespace GoAbi.Cli;

/// <summary>goabi rules</summary>
internal sealed class RulesCommand : GoAbiCommand
{
    private readonly Option<string> format = OptionValues.Choice("--format", "text or json.", "text", "json");

    private readonly Option<string[]> rules = RulePacks.CreateOption();

    public RulesCommand()
        : base("rules", "List the rules.")
    {
        Add(format);
        Add(rules);
    }

    public override (string CommandLine, string Does)[] Examples => [("goabi rules", "Id, severity, kind and title of every rule.")];

    protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var entries = RuleEntry.Of(RulePacks.Read(arguments, rules));
        var output = new ResultOutput(file: null);
        await (arguments.GetRequiredValue(format) == "json"
            ? output.WriteAsync(stream => RuleListReport.WriteJson(entries, stream), cancellationToken)
            : output.WriteTextAsync(writer => RuleListReport.WriteText(entries, writer), cancellationToken)).ConfigureAwait(false);
        return ExitCode.Success;
    }
}
