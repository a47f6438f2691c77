using System;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Reporting;

namespace GoAbi.Cli;

/// <summary>goabi explain</summary>
internal sealed class ExplainCommand : GoAbiCommand
{
    private readonly Argument<string> rule = new("RULE") { Description = "A rule's id, for example GOABI1001." };

    private readonly Option<string[]> rules = RulePacks.CreateOption();

    public ExplainCommand()
        : base("explain", "Print a rule's page: what it finds, why that is bad, what to write instead.")
    {
        Add(rule);
        Add(rules);
    }

    public override (string CommandLine, string Does)[] Examples => 
    [
        ("goabi explain GOABI1001", "The page of one rule."),
        ("goabi explain GOABI4022", "The same for what is said about assembly."),
    ];

    protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var id = arguments.GetRequiredValue(rule);
        var page = RulePacks.Read(arguments, rules).FirstOrDefault(rule => string.Equals(rule.Descriptor.Id, id, StringComparison.OrdinalIgnoreCase)) is { } found ? RulePage.Render(found.Descriptor)
            : DiagnosticPage.Find(id) ?? throw new UsageException("no rule has the id '" + id + "'. 'goabi rules' lists them.");
        await new ResultOutput(file: null).WriteTextAsync(writer => writer.Write(page), cancellationToken)
            .ConfigureAwait(false);
        return ExitCode.Success;
    }
}
