using System.Collections.Immutable;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Reporting;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>goabi check</summary>
internal sealed class CheckCommand : GoAbiCommand
{
    private readonly CommonOptions common = new();

    private readonly Option<string> format = OptionValues.Choice("--format", "text, json, or sarif: SARIF 2.1.0.", "text", "json", "sarif");

    private readonly Option<string> color = ColorChoice.CreateOption();

    private readonly Option<string> failOn = FailOn.CreateOption("warning");

    private readonly Option<ImmutableArray<string>> select = OptionValues.List(
        "--select", "Only these rules; a prefix selects a family: GOABI2.", "RULE,...");

    private readonly Option<ImmutableArray<string>> ignore = OptionValues.List("--ignore", "Not these rules, or families.", "RULE,...");

    private readonly Option<string[]> rules = RulePacks.CreateOption();

    private readonly Option<bool> fix = new("--fix") { Description = "Make the safe fixes, then report what is left." };

    private readonly Option<bool> fixUnsafe = new("--fix-unsafe")
    {
        Description = "Make all fixes, also those after which someone has to look, then report what is left.",
    };

    public CheckCommand()
        : base("check", "Find code that breaks on ABI wrappers, and mend it.")
    {
        common.AddTo(this);
        Add(format);
        Add(color);
        Add(failOn);
        Add(select);
        Add(ignore);
        Add(rules);
        Add(fix);
        Add(fixUnsafe);
    }

    public override (string CommandLine, string Does)[] Examples =>
    [
        ("goabi check", "Analyse the module in the current directory."),
        ("goabi check --target go1.23,linux/amd64 --target go1.23,linux/arm64 ./...", "Analyse for two targets at once."),
        ("goabi check --format json --output goabi.json --fail-on error", "Write a report for other tools; fail on errors only."),
        ("goabi check --format sarif --output goabi.sarif", "Write a report for code scanning and editors."),
        ("goabi check --fix", "Write address stubs and use them, where that is safe."),
    ];

    protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var settings = common.Read(arguments);
        var run = new AnalysisRun(settings);
        var known = RulePacks.Read(arguments, rules);
        var options = new AbiAnalysisOptions
        {
            Rules = known,
            Select = RuleSelection.Read(select.Name, arguments.GetValue(select), known),
            Ignore = RuleSelection.Read(ignore.Name, arguments.GetValue(ignore), known),
        };
        var analysis = Configure(await run.ExecuteAsync(options, cancellationToken).ConfigureAwait(false), run);
        var isFixed = true;
        if (arguments.GetValue(fix) || arguments.GetValue(fixUnsafe))
        {
            var edits = FixComposer.Compose(analysis, analysis.Findings, arguments.GetValue(fixUnsafe));
            var result = await EditApplier.ApplyAsync(analysis.Root, edits, cancellationToken).ConfigureAwait(false);
            EditReporter.Report(result, analysis.Root, settings.Messages);
            isFixed = result.Succeeded;
            if (isFixed && !edits.IsEmpty)
            {
                // What is left is what the changed tree says, not what the edits were meant to do.
                analysis = Configure(await run.ExecuteAsync(options, cancellationToken).ConfigureAwait(false), run);
            }
        }

        var status = run.ReportDiagnostics(analysis);
        await ReportAsync(arguments, settings, analysis, known, cancellationToken).ConfigureAwait(false);
        settings.Messages.Info(CheckTextReport.Summarize(analysis));
        return !isFixed || status == ExitCode.Incomplete ? ExitCode.Incomplete
            : analysis.Findings.Any(finding => FailOn.Fails(arguments.GetRequiredValue(failOn), finding.Severity)) ? ExitCode.Findings
            : ExitCode.Success;
    }

    private static AbiAnalysis Configure(AbiAnalysis analysis, AnalysisRun run) => new EditorConfigSeverities(run.Module.Files).Apply(analysis);

    private Task ReportAsync(
        ParseResult arguments, CommonSettings settings, AbiAnalysis analysis, ImmutableArray<Rule> known, CancellationToken cancellationToken)
    {
        switch (arguments.GetRequiredValue(format))
        {
            case "json":
                return settings.Output.WriteAsync(stream => CheckJsonReport.Write(analysis, ToolInfo.Version, stream), cancellationToken);
            case "sarif":
                return settings.Output.WriteAsync(stream => CheckSarifReport.Write(analysis, ToolInfo.Version, stream, known), cancellationToken);
        }

        var useColor = ColorChoice.IsColored(arguments.GetRequiredValue(color), settings.Output);
        return settings.Output.WriteTextAsync(writer => CheckTextReport.Write(analysis, writer, useColor), cancellationToken);
    }
}
