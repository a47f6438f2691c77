using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Linq;

namespace GoAbi.Cli;

/// <summary>The library's help, with the command's examples and, for the tool itself, the exit statuses after it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var invoked = parseResult.CommandResult.Command;
        if (invoked is not RootCommand)
        {
            // A command that only has others shows theirs.
            var commands = invoked is GoAbiCommand command ? [command] : invoked.Subcommands.OfType<GoAbiCommand>();
            output.WriteLine("Examples:");
            foreach (var (line, does) in commands.SelectMany(static command => command.Examples))
            {
                output.WriteLine("  " + line);
                output.WriteLine("      " + does);
            }

            output.WriteLine();
        }
        else
        {
            output.WriteLine("Exit status:");
            output.WriteLine("  0    nothing found at or above --fail-on");
            output.WriteLine("  1    findings at or above --fail-on");
            output.WriteLine("  2    unusable arguments");
            output.WriteLine("  3    some input could not be read; the rest was analysed and printed");
            output.WriteLine("  70   internal error");
            output.WriteLine("  130  interrupted");
            output.WriteLine();
        }

        return ExitCode.Success;
    }
}
