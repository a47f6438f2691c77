using System.CommandLine;
using System.CommandLine.Invocation;

namespace GoAbi.Cli;

internal sealed class PrintVersion : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine("goabi " + ToolInfo.Version);
        return ExitCode.Success;
    }
}
