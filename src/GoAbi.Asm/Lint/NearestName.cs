using System;
using System.Collections.Generic;

namespace GoAbi.Asm;

/// <summary>The name that differs least from a word: by letters added, left out, exchanged or swapped with their neighbour.</summary>
internal static class NearestName
{
    private const int MaxLength = 24;

    /// <summary>The nearest name, the first by its characters among equals; null where all are too far away to be meant.</summary>
    public static string? Find(string word, IEnumerable<string> names)
    {
        if (word.Length is < 3 or > MaxLength)
        {
            return null;
        }

        var best = word.Length <= 4 ? 1 : 2;
        string? nearest = null;
        var rows = new int[3][] { new int[MaxLength + 3], new int[MaxLength + 3], new int[MaxLength + 3] };
        foreach (var name in names)
        {
            if (Math.Abs(name.Length - word.Length) > best)
            {
                continue;
            }

            var distance = Distance(word, name, rows);
            if (distance < best || (distance == best && (nearest is null || string.CompareOrdinal(name, nearest) < 0)))
            {
                best = distance;
                nearest = name;
            }
        }

        return nearest;
    }

    // Optimal string alignment in three rows.
    private static int Distance(string left, string right, int[][] rows)
    {
        var (before, last, current) = (rows[0], rows[1], rows[2]);
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var isSame = left[i - 1] == right[j - 1];
                var cost = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + (isSame ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                current[j] = cost;
            }

            (before, last, current) = (last, current, before);
        }

        return last[right.Length];
    }
}
