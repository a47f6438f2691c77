using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>goabi cache info</summary>
internal sealed class CacheInfoCommand : GoAbiCommand
{
    private readonly Option<string> format = OptionValues.Choice("--format", "text or json.", "text", "json");

    public CacheInfoCommand()
        : base("info", "Say where the cache is and what it holds.") => Add(format);

    public override (string CommandLine, string Does)[] Examples =>
    [
        ("goabi cache info", "Where it is, how many bytes it takes and may take, and when it was used."),
        ("goabi cache info --format json", "The same for scripts."),
    ];

    protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var contents = CacheContents.Read(CacheSettings.Find(), cancellationToken);
        var output = new ResultOutput(file: null);
        await (arguments.GetRequiredValue(format) == "json"
            ? output.WriteAsync(stream => CacheContentsReport.WriteJson(contents, stream), cancellationToken)
            : output.WriteTextAsync(writer => CacheContentsReport.WriteText(contents, writer), cancellationToken)).ConfigureAwait(false);
        return ExitCode.Success;
    }
}
