using System.Collections.Immutable;
using System.CommandLine;
using GoAbi.Go;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>The values of <see cref="LayoutOptions"/>.</summary>
internal sealed record LayoutSettings(
    string? Subject, string? Declarations, string? Batch, string Emit, ImmutableArray<GoTargetRequest> Targets, GoLoadOptions Load, ResultOutput Output, Messages Messages);

/// <summary>The options of <c>goabi layout</c>.</summary>
internal sealed class LayoutOptions
{
    private readonly Argument<string?> subject = new("SIGNATURE")
    {
        Description = "'func(a int) error', 'method (r T) func(a int)', a declaration 'func (r T) M(a int)', or PATH#F, PATH#(*T).M of a package.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> declarations = new("--decls")
    {
        Description = "A file with Go declarations of the types that the signature names; it needs no package clause.",
        HelpName = "FILE",
    };

    private readonly Option<string?> batch = new("--batch")
    {
        Description = "A file of JSON lines {\"id\",\"decls\",\"signature\"}; prints one JSON object for each.",
        HelpName = "FILE",
    };

    private readonly Option<string?> emit = Choice("--emit", "table, json, bpf-c (a C header for BPF programs on amd64 and arm64) or csharp (types against GoAbi.Runtime). [default: table]");

    private readonly Option<string?> format = Choice("--format", "The same as --emit.");

    private readonly Option<ImmutableArray<GoTargetRequest>> target = new("--target")
    {
        Description = "What for, for example go1.23,linux/amd64; parts may be left out. Repeatable. Default: the version of the GOROOT found, linux/amd64.",
        HelpName = "TARGET",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = static _ => [],
        CustomParser = OptionValues.ParseTargets,
    };

    private readonly Option<ImmutableArray<string>> tags = StandardOptions.Tags();

    private readonly Option<string?> goRoot = StandardOptions.GoRoot();

    private readonly Option<long> maxFileSize = StandardOptions.MaxFileSize();

    private readonly Option<string?> output = StandardOptions.Output();

    private readonly Option<bool> quiet = StandardOptions.Quiet();

    public void AddTo(Command command)
    {
        command.Add(subject);
        command.Add(declarations);
        command.Add(batch);
        command.Add(emit);
        command.Add(format);
        command.Add(target);
        command.Add(tags);
        command.Add(goRoot);
        command.Add(maxFileSize);
        command.Add(output);
        command.Add(quiet);
    }

    /// <exception cref="UsageException">The options don't fit together.</exception>
    public LayoutSettings Read(ParseResult arguments)
    {
        var given = arguments.GetValue(subject);
        var file = arguments.GetValue(batch);
        if ((given is null) == (file is null))
        {
            throw new UsageException(given is null ? "a signature, PATH#SYMBOL or --batch FILE is needed." : "--batch takes its signatures from the file: none can be given beside it.");
        }

        if (given is ['-', _, ..])
        {
            throw new UsageException("unknown option '" + given + "'.");
        }

        if (arguments.GetValue(emit) is { } one && arguments.GetValue(format) is { } other && one != other)
        {
            throw new UsageException("--emit and --format are the same option: they can't differ.");
        }

        return new LayoutSettings(
            given,
            arguments.GetValue(declarations),
            file,
            arguments.GetValue(emit) ?? arguments.GetValue(format) ?? (file is null ? "table" : "json"),
            arguments.GetValue(target),
            new GoLoadOptions
            {
                Tags = arguments.GetValue(tags),
                GoRoot = arguments.GetValue(goRoot),
                IncludeTests = false,
                MaxFileSize = StandardOptions.ReadMaxFileSize(arguments, maxFileSize),
            },
            new ResultOutput(arguments.GetValue(output)),
            new Messages(arguments.InvocationConfiguration.Error, arguments.GetValue(quiet), verbose: false));
    }

    private static Option<string?> Choice(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description };
        option.AcceptOnlyFromAmong("table", "json", "bpf-c", "csharp");
        return option;
    }
}
