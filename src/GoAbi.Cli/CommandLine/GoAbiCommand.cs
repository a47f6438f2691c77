using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;

namespace GoAbi.Cli;

/// <summary>A command with examples for its help.</summary>
internal abstract class GoAbiCommand : Command
{
    protected GoAbiCommand(string name, string description)
        : base(name, description) => SetAction(ExecuteAsync);

    /// <summary>Command lines and what they do; each is run by a test.</summary>
    public abstract (string CommandLine, string Does)[] Examples { get; }

    protected abstract Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken);
}
