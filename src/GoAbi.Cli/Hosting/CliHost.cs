using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>From arguments to exit status.</summary>
internal static class CliHost
{
    // Cancelling takes 100 ms; the rest is for removing temporary files on slow disks.
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string[] args)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
        using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TerminationTimeout,
            Output = output,
            Error = error,
        };

        try
        {
            var result = GoAbiRootCommand.Create().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            var status = result.Action is ParseErrorAction parseError
                ? ReportParseError(result, parseError, configuration)
                : await result.InvokeAsync(configuration).ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
            return status;
        }
        catch (Exception e)
        {
            return Report(e, error);
        }
    }

    private static int ReportParseError(ParseResult result, ParseErrorAction action, InvocationConfiguration configuration)
    {
        action.ShowHelp = false;
        action.ShowTypoCorrections = true;
        configuration.Output = configuration.Error;
        result.Invoke(configuration);
        configuration.Error.WriteLine("Run '" + CommandName(result.CommandResult) + " --help' for what there is.");
        return ExitCode.Usage;
    }

    private static string CommandName(CommandResult command) =>
        command.Parent is CommandResult parent ? CommandName(parent) + " " + command.Command.Name : "goabi";

    private static int Report(Exception exception, StreamWriter error)
    {
        switch (exception)
        {
            case OperationCanceledException:
                return ExitCode.Interrupted;
            case UsageException or GoLoadException:
                error.WriteLine("goabi: " + exception.Message);
                return ExitCode.Usage;
            default:
                var message = exception.Message.ReplaceLineEndings(" ");
                error.WriteLine(
                    $"goabi: internal error: {exception.GetType().Name}: {message} (goabi {ToolInfo.Version}; please report it {ToolInfo.ReportPlace})");
                if (Environment.GetEnvironmentVariable("GOABI_DEBUG") is { Length: > 0 })
                {
                    error.WriteLine(exception.ToString());
                }

                return ExitCode.InternalError;
        }
    }
}
