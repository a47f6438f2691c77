using System;
using System.Collections.Generic;
using System.Linq;

namespace GoAbi.Fuzz.Running;

/// <summary>Makes an input smaller as long as it still fails in the same way.</summary>
public static class Minimizer
{
    private const int MaxTries = 3000;

    /// <summary>The smallest input found.</summary>
    /// <param name="input">An input that fails.</param>
    /// <param name="failsTheSame">Whether a smaller one fails in the same way.</param>
    public static FuzzInput Minimize(FuzzInput input, Func<FuzzInput, bool> failsTheSame)
    {
        var tries = 0;
        bool Fails(FuzzInput candidate) => tries++ < MaxTries && failsTheSame(candidate);

        if (input.Header.Length > 0 && Fails(input with { Header = [] }))
        {
            input = input with { Header = [] };
        }

        var main = Reduce(SplitLines(input.Main), lines => Fails(input with { Main = Join(lines) }));
        var bytes = Reduce(Join(main).Select(static b => new[] { b }).ToList(), parts => Fails(input with { Main = Join(parts) }));
        input = input with { Main = Join(bytes) };
        return input with { Header = Join(Reduce(SplitLines(input.Header), lines => Fails(input with { Header = Join(lines) }))) };
    }

    // Leaves out ever smaller runs of parts.
    private static List<byte[]> Reduce(List<byte[]> parts, Func<List<byte[]>, bool> fails)
    {
        for (var size = Math.Max(1, parts.Count / 2); size > 0; size /= 2)
        {
            for (var at = 0; at < parts.Count;)
            {
                var fewer = parts.Take(at).Concat(parts.Skip(at + size)).ToList();
                if (fails(fewer))
                {
                    parts = fewer;
                }
                else
                {
                    at += size;
                }
            }
        }

        return parts;
    }

    private static List<byte[]> SplitLines(byte[] content)
    {
        var lines = new List<byte[]>();
        for (var start = 0; start < content.Length;)
        {
            var newline = Array.IndexOf(content, (byte)'\n', start);
            var end = newline < 0 ? content.Length : newline + 1;
            lines.Add(content[start..end]);
            start = end;
        }

        return lines;
    }

    private static byte[] Join(List<byte[]> parts) => [.. parts.SelectMany(static p => p)];
}
