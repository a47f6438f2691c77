using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;
using GoAbi.Go;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>Options whose values need more than the library's own parsing.</summary>
internal static class OptionValues
{
    /// <summary>An option that takes one of a few words.</summary>
    public static Option<string> Choice(string name, string description, string defaultValue, params string[] others)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => defaultValue };
        option.AcceptOnlyFromAmong([defaultValue, .. others]);
        return option;
    }

    /// <summary>An option that takes a list, separated by commas, and may be repeated.</summary>
    public static Option<ImmutableArray<string>> List(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = static _ => [],
        CustomParser = static result =>
            [.. result.Tokens.SelectMany(static token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
    };

    /// <summary>An option that takes a whole number from <paramref name="minimum"/> on.</summary>
    public static Option<int> Number(string name, string description, int defaultValue, int minimum)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => defaultValue };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1
                && int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number < minimum)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be {minimum} or more."));
            }
        });
        return option;
    }

    /// <summary>Reads "16M", "512K", "1G" or a number of bytes.</summary>
    public static long ParseSize(ArgumentResult result)
    {
        if (ByteSize.TryParse(result.Tokens.Count == 1 ? result.Tokens[0].Value : "", out var bytes, out var error))
        {
            return bytes;
        }

        result.AddError(error);
        return 0;
    }

    /// <summary>Reads the values of --target.</summary>
    public static ImmutableArray<GoTargetRequest> ParseTargets(ArgumentResult result)
    {
        var targets = new List<GoTargetRequest>();
        foreach (var token in result.Tokens)
        {
            if (GoTargetText.TryParse(token.Value, out var target, out var error))
            {
                targets.Add(target);
            }
            else
            {
                result.AddError(error);
            }
        }

        return [.. targets];
    }
}
