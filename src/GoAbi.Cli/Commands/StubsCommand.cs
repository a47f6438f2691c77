using System.Collections.Immutable;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Reporting;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>goabi stubs</summary>
internal sealed class StubsCommand : GoAbiCommand
{
    private readonly CommonOptions common = new();

    private readonly Option<bool> diff = new("--diff") { Description = "Print the edits as a diff that 'git apply' takes. This is the default." };

    private readonly Option<bool> write = new("--write") { Description = "Make the edits." };

    private readonly Option<string?> overlay = new("--overlay")
    {
        Description = "Leave the tree alone and write a file for 'go build -overlay'. The edited files go to --out, else beside FILE.",
        HelpName = "FILE",
    };

    private readonly Option<string?> outDirectory = new("--out")
    {
        Description = "Leave the tree alone and write the edited files below a directory.",
        HelpName = "DIR",
    };

    private readonly Option<bool> includeUnsafe = new("--include-unsafe") { Description = "Also edits after which someone has to look." };

    public StubsCommand()
        : base("stubs", "Write the address stubs, and the edits that use them.")
    {
        common.AddTo(this);
        Add(diff);
        Add(write);
        Add(overlay);
        Add(outDirectory);
        Add(includeUnsafe);
        Validators.Add(result =>
        {
            var writes = result.GetValue(write);
            var elsewhere = result.GetValue(overlay) is not null || result.GetValue(outDirectory) is not null;
            if ((writes && (elsewhere || result.GetValue(diff))) || (elsewhere && result.GetValue(diff)))
            {
                result.AddError("Only one of --diff, --write and --overlay or --out can be given.");
            }
        });
    }

    public override (string CommandLine, string Does)[] Examples =>
    [
        ("goabi stubs > stubs.patch", "Print the findings, and write the stubs and edits as a patch for 'git apply'."),
        ("goabi stubs --write", "Make the edits."),
        ("goabi stubs --overlay overlay.json", "Build with the stubs without touching the tree: go build -overlay overlay.json ./..."),
    ];

    protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var settings = common.Read(arguments);
        var run = new AnalysisRun(settings);
        var analysis = await run.ExecuteAsync(new AbiAnalysisOptions(), cancellationToken).ConfigureAwait(false);
        var status = run.ReportDiagnostics(analysis);
        if (settings.Messages.Writer is { } messages)
        {
            CheckTextReport.Write(analysis, messages);
        }

        settings.Messages.Info(CheckTextReport.Summarize(analysis));
        var edits = FixComposer.Compose(analysis, analysis.Findings, arguments.GetValue(includeUnsafe));
        if (arguments.GetValue(write))
        {
            var result = await EditApplier.ApplyAsync(analysis.Root, edits, cancellationToken).ConfigureAwait(false);
            EditReporter.Report(result, analysis.Root, settings.Messages);
            return result.Succeeded ? status : ExitCode.Incomplete;
        }

        var files = EditedFile.FromEdits(edits);
        if (files.FirstOrDefault(static file => file.Failure is not null) is { } broken)
        {
            settings.Messages.Error("nothing was written: " + broken.Path + " " + broken.Failure);
            return ExitCode.Incomplete;
        }

        if (arguments.GetValue(overlay) is null && arguments.GetValue(outDirectory) is null)
        {
            await settings.Output.WriteAsync(stream => UnifiedDiffReport.Write(analysis.Root, files, stream), cancellationToken).ConfigureAwait(false);
            return status;
        }

        await WriteElsewhereAsync(arguments, settings, analysis.Root, files, cancellationToken).ConfigureAwait(false);
        return status;
    }

    private async Task WriteElsewhereAsync(
        ParseResult arguments, CommonSettings settings, string root, ImmutableArray<EditedFile> files, CancellationToken cancellationToken)
    {
        var overlayFile = arguments.GetValue(overlay);
        var directory = arguments.GetValue(outDirectory) ?? EditedTree.DirectoryBeside(overlayFile!);
        var written = await EditedTree.WriteAsync(directory, root, files, cancellationToken).ConfigureAwait(false);
        foreach (var pair in written)
        {
            settings.Messages.Info("wrote " + pair.Value);
        }

        if (overlayFile is not null)
        {
            var output = new ResultOutput(overlayFile);
            await output.WriteAsync(stream => OverlayReport.Write(written, stream), cancellationToken).ConfigureAwait(false);
            settings.Messages.Info("wrote " + overlayFile);
        }
    }
}
