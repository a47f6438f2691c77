using System;
using System.CommandLine;

namespace GoAbi.Cli;

/// <summary>--color: whether text has colours.</summary>
internal static class ColorChoice
{
    public static Option<string> CreateOption() =>
        OptionValues.Choice("--color", "Colours in text: auto, always or never.", "auto", "always", "never");

    public static bool IsColored(string choice, ResultOutput output) => choice switch
    {
        "always" => true,
        "never" => false,
        _ => output.IsTerminal
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb",
    };
}
