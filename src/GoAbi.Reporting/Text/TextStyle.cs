using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>Colours for a terminal, or none.</summary>
internal readonly struct TextStyle(bool color)
{
    private const string Reset = "\e[0m";

    public string Path(string text) => Wrap("\e[1m", text);

    public string Margin(string text) => Wrap("\e[34m", text);

    public string Rule(string text, Severity severity) => Wrap(ColorOf(severity), text);

    private static string ColorOf(Severity severity) => severity switch
    {
        Severity.Error => "\e[1;31m",
        Severity.Warning => "\e[1;33m",
        _ => "\e[1;36m",
    };

    private string Wrap(string start, string text) => color ? start + text + Reset : text;
}
