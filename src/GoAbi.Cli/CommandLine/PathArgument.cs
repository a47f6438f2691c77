using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;

namespace GoAbi.Cli;

/// <summary>PATH... and FILE...: and a guard, because the library takes an unknown option for a path.</summary>
internal static class PathArgument
{
    public static Argument<string[]> Create() => new("PATH")
    {
        Description = "A directory (its package; with '/...' its tree), a .s or .go file, or a module's root (all of it).",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = static _ => ["./..."],
    };

    /// <summary>FILE...: files one by one.</summary>
    public static Argument<string[]> CreateFiles(string description) => new("FILE")
    {
        Description = description,
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The paths; what looks like an option and stands before "--" is none.</summary>
    /// <exception cref="UsageException">There is an unknown option.</exception>
    public static string[] Read(ParseResult arguments, Argument<string[]> paths)
    {
        var doubleDash = arguments.Tokens.TakeWhile(static token => token.Type != TokenType.DoubleDash).Count();
        var before = arguments.Tokens.Take(doubleDash).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var token in arguments.GetResult(paths)?.Tokens ?? [])
        {
            if (token.Value.Length > 1 && token.Value[0] == '-' && before.Contains(token))
            {
                throw new UsageException("unknown option '" + token.Value + "'." + Suggest(token.Value, arguments.CommandResult.Command));
            }
        }

        return arguments.GetRequiredValue(paths);
    }

    private static string Suggest(string unknown, Command command)
    {
        var name = unknown.Split('=')[0];
        var best = command.Options
            .SelectMany(static option => option.Aliases.Prepend(option.Name))
            .Select(option => (Option: option, Distance: Distance(name, option)))
            .OrderBy(static candidate => candidate.Distance)
            .ThenBy(static candidate => candidate.Option, StringComparer.Ordinal)
            .First();
        return best.Distance <= Math.Max(2, name.Length / 3) ? " Did you mean '" + best.Option + "'?" : "";
    }

    // Levenshtein.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[b.Length];
    }
}
