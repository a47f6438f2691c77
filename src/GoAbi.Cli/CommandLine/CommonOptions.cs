using System.Collections.Immutable;
using System.CommandLine;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>What every command that analyses a tree takes.</summary>
internal sealed class CommonOptions
{
    private readonly Argument<string[]> paths = PathArgument.Create();

    private readonly Option<ImmutableArray<GoTargetRequest>> target = new("--target")
    {
        Description = "What to analyse for, for example go1.23,linux/amd64; parts may be left out. Repeatable. "
            + "Default: the version of the GOROOT found, linux, every GOARCH that the tree has assembly for.",
        HelpName = "TARGET",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = static _ => [],
        CustomParser = OptionValues.ParseTargets,
    };

    private readonly Option<ImmutableArray<string>> tags = OptionValues.List("--tags", "Build tags, separated by commas.", "TAG,...");

    private readonly Option<string?> goRoot = new("--goroot")
    {
        Description = "The Go toolchain's directory, or 'none'. Default: the variable GOROOT, else that of the go on PATH; it is never run.",
        HelpName = "DIR|none",
    };

    private readonly Option<bool> noTests = new("--no-tests") { Description = "Leave out test files." };

    private readonly Option<long> maxFileSize = new("--max-file-size")
    {
        Description = "Largest file to read, for example 16M. [default: 64M]",
        HelpName = "SIZE",
        CustomParser = OptionValues.ParseSize,
    };

    private readonly Option<int> maxExpansion = OptionValues.Number(
        "--max-expansion", "Largest number of tokens that one assembly file may expand to.", new AbiAnalysisOptions().MaxExpansion, 1);

    private readonly Option<int> jobs = OptionValues.Number("--jobs", "Threads to use; 0 for one a processor.", 0, 0);

    private readonly Option<string?> output = new("--output")
    {
        Description = "Write the result to a file instead of standard output.",
        HelpName = "FILE",
    };

    private readonly Option<bool> quiet = new("--quiet") { Description = "Print errors and the result, nothing else." };

    private readonly Option<bool> verbose = new("--verbose") { Description = "Say what is used: GOROOT, targets, packages." };

    private readonly Option<string> progress = OptionValues.Choice(
        "--progress", "Show progress on a terminal: auto or never.", "auto", "never");

    public void AddTo(Command command)
    {
        command.Add(paths);
        command.Add(target);
        command.Add(tags);
        command.Add(goRoot);
        command.Add(noTests);
        command.Add(maxFileSize);
        command.Add(maxExpansion);
        command.Add(jobs);
        command.Add(output);
        command.Add(quiet);
        command.Add(verbose);
        command.Add(progress);
    }

    public CommonSettings Read(ParseResult arguments) => new()
    {
        Paths = [.. PathArgument.Read(arguments, paths)],
        Load = new GoLoadOptions
        {
            Paths = [.. arguments.GetRequiredValue(paths)],
            Targets = arguments.GetValue(target),
            Tags = arguments.GetValue(tags),
            GoRoot = arguments.GetValue(goRoot),
            IncludeTests = !arguments.GetValue(noTests),
            MaxFileSize = arguments.GetResult(maxFileSize) is null ? DiskSourceFiles.DefaultMaxFileSize : arguments.GetValue(maxFileSize),
        },
        MaxExpansion = arguments.GetValue(maxExpansion),
        Jobs = arguments.GetValue(jobs),
        ShowProgress = arguments.GetValue(progress) == "auto" && !arguments.GetValue(quiet),
        Output = new ResultOutput(arguments.GetValue(output)),
        Messages = new Messages(arguments.InvocationConfiguration.Error, arguments.GetValue(quiet), arguments.GetValue(verbose)),
        Error = arguments.InvocationConfiguration.Error,
    };
}
