using System.Collections.Immutable;
using System.CommandLine;
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

    private readonly Option<ImmutableArray<string>> tags = StandardOptions.Tags();

    private readonly Option<string?> goRoot = StandardOptions.GoRoot();

    private readonly Option<bool> noTests = new("--no-tests") { Description = "Leave out test files." };

    private readonly Option<long> maxFileSize = StandardOptions.MaxFileSize();

    private readonly Option<int> maxExpansion = StandardOptions.MaxExpansion();

    private readonly Option<bool> noCache = new("--no-cache") { Description = "Work everything out anew, and keep nothing for the next run." };

    private readonly Option<int> jobs = StandardOptions.Jobs();

    private readonly Option<string?> output = StandardOptions.Output();

    private readonly Option<bool> quiet = StandardOptions.Quiet();

    private readonly Option<bool> verbose = new("--verbose") { Description = "Say what is used: GOROOT, targets, packages." };

    private readonly Option<string> messages = OptionValues.Choice(
        "--messages", "Form of what is said on standard error: text, or msbuild for builds.", "text", "msbuild");

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
        command.Add(noCache);
        command.Add(jobs);
        command.Add(output);
        command.Add(quiet);
        command.Add(verbose);
        command.Add(messages);
        command.Add(progress);
    }

    public CommonSettings Read(ParseResult arguments)
    {
        var cache = arguments.GetValue(noCache) ? null : SummaryCache.Open(CacheSettings.Find());
        return Read(arguments, cache);
    }

    private CommonSettings Read(ParseResult arguments, SummaryCache? cache) => new()
    {
        Paths = [.. PathArgument.Read(arguments, paths)],
        Load = new GoLoadOptions
        {
            Paths = [.. arguments.GetRequiredValue(paths)],
            Targets = arguments.GetValue(target),
            Tags = arguments.GetValue(tags),
            GoRoot = arguments.GetValue(goRoot),
            IncludeTests = !arguments.GetValue(noTests),
            MaxFileSize = StandardOptions.ReadMaxFileSize(arguments, maxFileSize),
            Cache = cache,
        },
        Cache = cache,
        MaxExpansion = arguments.GetValue(maxExpansion),
        Jobs = arguments.GetValue(jobs),
        ShowProgress = arguments.GetValue(progress) == "auto" && !arguments.GetValue(quiet),
        Output = new ResultOutput(arguments.GetValue(output)),
        Messages = new Messages(arguments.InvocationConfiguration.Error, arguments.GetValue(quiet), arguments.GetValue(verbose), arguments.GetValue(messages) == "msbuild"),
        Error = arguments.InvocationConfiguration.Error,
    };
}
