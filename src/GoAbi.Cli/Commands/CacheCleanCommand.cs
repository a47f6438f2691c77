using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>goabi cache clean</summary>
internal sealed class CacheCleanCommand : GoAbiCommand
{
    private const int MaxDays = 100 * 365;

    // Minutes: a type of option that others have too costs nothing at the start of every command.
    private readonly Option<long> olderThan = new("--older-than")
    {
        Description = "Only what was not used for so long, for example 30d, 12h or 90m.",
        HelpName = "AGE",
        CustomParser = ParseAge,
    };

    private readonly Option<bool> quiet = StandardOptions.Quiet();

    public CacheCleanCommand()
        : base("clean", "Remove what the cache holds; what is not the cache's own stays.")
    {
        Add(olderThan);
        Add(quiet);
    }

    public override (string CommandLine, string Does)[] Examples =>
    [
        ("goabi cache clean", "Remove all of it. Other runs go on; they work out what they miss."),
        ("goabi cache clean --older-than 7d", "Remove what was not used for a week."),
    ];

    protected override Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var messages = new Messages(arguments.InvocationConfiguration.Error, arguments.GetValue(quiet), verbose: false);
        var location = CacheSettings.Find();
        var unusedFor = arguments.GetResult(olderThan) is null ? (TimeSpan?)null : TimeSpan.FromMinutes(arguments.GetValue(olderThan));
        var cleaning = CacheCleaner.Clean(location, unusedFor, cancellationToken: cancellationToken);
        messages.Info(location.Directory is { } directory
            ? string.Create(CultureInfo.InvariantCulture, $"removed {Files(cleaning.Removed.Count)} ({CacheContentsReport.Size(cleaning.Removed.Bytes)}) from {directory}")
            : "the cache is off");
        if (cleaning.Failed == 0)
        {
            return Task.FromResult(ExitCode.Success);
        }

        messages.Error(Files(cleaning.Failed) + " could not be removed");
        return Task.FromResult(ExitCode.Incomplete);
    }

    private static string Files(int count) => count.ToString(CultureInfo.InvariantCulture) + (count == 1 ? " file" : " files");

    private static long ParseAge(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (text.Length > 1 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MaxDays)
        {
            switch (text[^1])
            {
                case 'd':
                    return number * 24L * 60;
                case 'h':
                    return number * 60L;
                case 'm':
                    return number;
            }
        }

        result.AddError("'" + text + "' is no age: write for example 30d, 12h or 90m.");
        return 0;
    }
}
