using System.Collections.Immutable;
using System.CommandLine;
using GoAbi.Analysis;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>Options that mean the same wherever they are; each call makes one for a command of its own.</summary>
internal static class StandardOptions
{
    public static Option<ImmutableArray<string>> Tags() => OptionValues.List("--tags", "Build tags, separated by commas.", "TAG,...");

    public static Option<string?> GoRoot() => new("--goroot")
    {
        Description = "The Go toolchain's directory, or 'none'. Default: the variable GOROOT, else that of the go on PATH; it is never run.",
        HelpName = "DIR|none",
    };

    public static Option<long> MaxFileSize() => new("--max-file-size")
    {
        Description = "Largest file to read, for example 16M. [default: 64M]",
        HelpName = "SIZE",
        CustomParser = OptionValues.ParseSize,
    };

    /// <summary>The value of <see cref="MaxFileSize"/>.</summary>
    public static long ReadMaxFileSize(ParseResult arguments, Option<long> option) =>
        arguments.GetResult(option) is null ? DiskSourceFiles.DefaultMaxFileSize : arguments.GetValue(option);

    public static Option<int> MaxExpansion() => OptionValues.Number(
        "--max-expansion", "Largest number of tokens that one assembly file may expand to.", new AbiAnalysisOptions().MaxExpansion, 1);

    public static Option<int> Jobs() => OptionValues.Number("--jobs", "Threads to use; 0 for one a processor.", 0, 0);

    public static Option<string?> Output() => new("--output")
    {
        Description = "Write the result to a file instead of standard output.",
        HelpName = "FILE",
    };

    public static Option<bool> Quiet() => new("--quiet") { Description = "Print errors and the result, nothing else." };
}
