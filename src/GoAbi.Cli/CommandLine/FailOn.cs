using System.CommandLine;
using GoAbi.Source;

namespace GoAbi.Cli;

/// <summary>--fail-on: which findings make the exit status 1.</summary>
internal static class FailOn
{
    private static readonly string[] Values = ["error", "warning", "info", "none"];

    public static Option<string> CreateOption(string defaultValue) => OptionValues.Choice(
        "--fail-on", "Exit with 1 where there is a finding this bad or worse: error, warning, info; or none.", defaultValue, Values);

    /// <summary>True where a finding of this severity makes the run fail.</summary>
    public static bool Fails(string choice, Severity severity) => choice switch
    {
        "none" => false,
        "error" => severity >= Severity.Error,
        "warning" => severity >= Severity.Warning,
        _ => true,
    };
}
