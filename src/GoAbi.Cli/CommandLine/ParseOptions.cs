using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using GoAbi.Go;
using GoAbi.Reporting;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>The options of <c>goabi parse</c>.</summary>
internal sealed class ParseOptions
{
    private readonly Argument<string[]> files = PathArgument.CreateFiles("Assembly files, or listings as 'go build -gcflags=-S' prints them.");

    private readonly (Option<bool> Option, ParseView View)[] views =
    [
        (View("--tree", "Print the syntax tree before preprocessing; of a listing, every symbol and instruction."), ParseView.Tree),
        (View("--tokens", "Print the tokens before preprocessing."), ParseView.Tokens),
        (View("--preprocess", "Print the program after preprocessing, as text that assembles to the same."), ParseView.Preprocessed),
        (View("--symbols", "Print functions, variables and references; of a listing, functions and calls."), ParseView.Symbols),
        (View("--symabis", "Print what 'go tool asm -gensymabis' writes for the files."), ParseView.SymbolAbis),
    ];

    private readonly Option<string> format = OptionValues.Choice("--format", "text or json.", "text", "json");

    private readonly Option<ImmutableArray<GoTargetRequest>> target = new("--target")
    {
        Description = "What to assemble for, for example go1.23,linux/amd64; parts may be left out. "
            + "Default: the version of the GOROOT found; GOOS and GOARCH as the file's name or build constraint says, else linux/amd64.",
        HelpName = "TARGET",
        Arity = ArgumentArity.ExactlyOne,
        DefaultValueFactory = static _ => [],
        CustomParser = OptionValues.ParseTargets,
    };

    private readonly Option<string?> package = new("--package")
    {
        Description = "The files' import path, which '·' at the start of a name stands for. Default: as go.mod or GOROOT says.",
        HelpName = "PATH",
    };

    private readonly Option<ImmutableArray<KeyValuePair<string, string>>> defines = new("--define", "-D")
    {
        Description = "Define a macro besides those of the target; without a value as 1. Repeatable.",
        HelpName = "NAME[=VALUE]",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = static _ => [],
        CustomParser = ParseDefines,
    };

    private readonly Option<string[]> include = new("--include", "-I")
    {
        Description = "Search a directory for #include, after the file's own. Repeatable.",
        HelpName = "DIR",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = static _ => [],
    };

    private readonly Option<string> color = ColorChoice.CreateOption();

    private readonly Option<string> failOn = FailOn.CreateOption("error");

    private readonly Option<ImmutableArray<string>> tags = StandardOptions.Tags();

    private readonly Option<string?> goRoot = StandardOptions.GoRoot();

    private readonly Option<long> maxFileSize = StandardOptions.MaxFileSize();

    private readonly Option<int> maxExpansion = StandardOptions.MaxExpansion();

    private readonly Option<int> jobs = StandardOptions.Jobs();

    private readonly Option<string?> output = StandardOptions.Output();

    private readonly Option<bool> quiet = StandardOptions.Quiet();

    public void AddTo(Command command)
    {
        command.Add(files);
        foreach (var (option, _) in views)
        {
            command.Add(option);
        }

        command.Add(format);
        command.Add(target);
        command.Add(package);
        command.Add(defines);
        command.Add(include);
        command.Add(color);
        command.Add(failOn);
        command.Add(tags);
        command.Add(goRoot);
        command.Add(maxFileSize);
        command.Add(maxExpansion);
        command.Add(jobs);
        command.Add(output);
        command.Add(quiet);
        command.Validators.Add(result =>
        {
            if (views.Count(view => result.GetValue(view.Option)) > 1)
            {
                result.AddError("Only one of " + string.Join(", ", views.Select(static view => view.Option.Name)) + " can be given.");
            }
        });
    }

    public ParseSettings Read(ParseResult arguments) => new()
    {
        Files = [.. PathArgument.Read(arguments, files)],
        View = views.FirstOrDefault(view => arguments.GetValue(view.Option)).View,
        IsJson = arguments.GetRequiredValue(format) == "json",
        Load = new AssemblyLoadOptions
        {
            Target = arguments.GetValue(target) is [var only, ..] ? only : new GoTargetRequest(),
            Tags = arguments.GetValue(tags),
            GoRoot = arguments.GetValue(goRoot),
            PackagePath = arguments.GetValue(package),
            IncludeDirectories = [.. arguments.GetRequiredValue(include)],
            Defines = arguments.GetValue(defines),
            MaxFileSize = StandardOptions.ReadMaxFileSize(arguments, maxFileSize),
            MaxExpandedTokens = arguments.GetValue(maxExpansion),
        },
        FailOn = arguments.GetRequiredValue(failOn),
        Color = arguments.GetRequiredValue(color),
        Jobs = arguments.GetValue(jobs),
        Output = new ResultOutput(arguments.GetValue(output)),
        Messages = new Messages(arguments.InvocationConfiguration.Error, arguments.GetValue(quiet), verbose: false),
    };

    private static Option<bool> View(string name, string description) => new(name) { Description = description };

    private static ImmutableArray<KeyValuePair<string, string>> ParseDefines(ArgumentResult result) =>
    [
        .. result.Tokens.Select(static token => token.Value.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
            ? KeyValuePair.Create(token.Value[..equals], token.Value[(equals + 1)..])
            : KeyValuePair.Create(token.Value, "1")),
    ];
}
