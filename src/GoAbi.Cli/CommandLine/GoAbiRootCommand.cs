using System.CommandLine;
using System.CommandLine.Help;

namespace GoAbi.Cli;

/// <summary>The commands. A new command is a new line here.</summary>
internal static class GoAbiRootCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand(
            "Reads Go modules with assembly, finds code that breaks on Go's ABI wrappers, and writes the address stubs that mend it.")
        {
            new CheckCommand(),
            new CallsCommand(),
            new SymbolsCommand(),
            new StubsCommand(),
            new LayoutCommand(),
            new ParseCommand(),
            new RulesCommand(),
            new ExplainCommand(),
            new SummaryCommand(),
            new CacheCommand(),
        };
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption { Action: HelpAction help }:
                    option.Action = new HelpWithExamples(help);
                    root.SetAction(new HelpWithExamples(help).Invoke);
                    break;
                case VersionOption:
                    option.Action = new PrintVersion();
                    break;
            }
        }

        return root;
    }
}
