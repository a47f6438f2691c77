using System;
using System.Collections.Immutable;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Reporting;

namespace GoAbi.Cli;

/// <summary>The values of --select and --ignore: ids, or prefixes that name a family.</summary>
internal static class RuleSelection
{
    /// <summary>The selectors in upper case.</summary>
    /// <exception cref="UsageException">One names no rule.</exception>
    public static ImmutableArray<string> Read(string option, ImmutableArray<string> selectors, ImmutableArray<Rule> rules)
    {
        var known = RuleEntry.Of(rules).Select(static rule => rule.Id).ToArray();
        var result = ImmutableArray.CreateBuilder<string>(selectors.Length);
        foreach (var selector in selectors)
        {
            var id = selector.ToUpperInvariant();
            if (!known.Any(rule => rule.StartsWith(id, StringComparison.Ordinal)))
            {
                throw new UsageException(option + " " + selector + ": no rule has this id or begins with it. 'goabi rules' lists them.");
            }

            result.Add(id);
        }

        return result.ToImmutable();
    }
}
