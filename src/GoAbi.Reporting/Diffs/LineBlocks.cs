using System;
using System.Collections.Generic;

namespace GoAbi.Reporting;

/// <summary>A run of lines that differs.</summary>
/// <param name="OldStart">First line in the old file, from 0.</param>
/// <param name="OldCount">Lines in the old file.</param>
/// <param name="NewStart">First line in the new file, from 0.</param>
/// <param name="NewCount">Lines in the new file.</param>
internal readonly record struct LineBlock(int OldStart, int OldCount, int NewStart, int NewCount);

/// <summary>Which lines differ: Myers' greedy algorithm on what lies between the common beginning and end.</summary>
internal static class LineBlocks
{
    // Edits of a tool are few; beyond this the whole middle counts as replaced, which is right too, only longer.
    private const int MaxDifferences = 2000;

    public static List<LineBlock> Compare(string[] before, string[] after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
        {
            start++;
        }

        var oldEnd = before.Length;
        var newEnd = after.Length;
        while (oldEnd > start && newEnd > start && before[oldEnd - 1] == after[newEnd - 1])
        {
            oldEnd--;
            newEnd--;
        }

        return Join(Myers(before.AsSpan(start, oldEnd - start), after.AsSpan(start, newEnd - start)), start);
    }

    // The script as single lines: (old line, -1) is removed, (-1, new line) is added; with the other side's position.
    private static List<(int Old, int New, bool IsRemoval)> Myers(ReadOnlySpan<string> before, ReadOnlySpan<string> after)
    {
        var limit = Math.Min(before.Length + after.Length, MaxDifferences);
        var offset = limit + 1;
        var furthest = new int[(2 * offset) + 1];
        var history = new List<int[]>();
        for (var d = 0; d <= limit; d++)
        {
            history.Add((int[])furthest.Clone());
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && furthest[offset + k - 1] < furthest[offset + k + 1])
                    ? furthest[offset + k + 1]
                    : furthest[offset + k - 1] + 1;
                while (x < before.Length && x - k < after.Length && before[x] == after[x - k])
                {
                    x++;
                }

                furthest[offset + k] = x;
                if (x >= before.Length && x - k >= after.Length)
                {
                    return Backtrack(history, before.Length, after.Length, offset);
                }
            }
        }

        var all = new List<(int, int, bool)>(before.Length + after.Length);
        for (var i = 0; i < before.Length; i++)
        {
            all.Add((i, 0, true));
        }

        for (var i = 0; i < after.Length; i++)
        {
            all.Add((before.Length, i, false));
        }

        return all;
    }

    private static List<(int Old, int New, bool IsRemoval)> Backtrack(List<int[]> history, int x, int y, int offset)
    {
        var script = new List<(int Old, int New, bool IsRemoval)>();
        for (var d = history.Count - 1; d > 0; d--)
        {
            var furthest = history[d];
            var k = x - y;
            var isAddition = k == -d || (k != d && furthest[offset + k - 1] < furthest[offset + k + 1]);
            var previousX = furthest[offset + (isAddition ? k + 1 : k - 1)];
            var previousY = previousX - (isAddition ? k + 1 : k - 1);
            script.Add((previousX, previousY, !isAddition));
            (x, y) = (previousX, previousY);
        }

        script.Reverse();
        return script;
    }

    private static List<LineBlock> Join(List<(int Old, int New, bool IsRemoval)> script, int shift)
    {
        var blocks = new List<LineBlock>();
        foreach (var (old, @new, isRemoval) in script)
        {
            var removed = isRemoval ? 1 : 0;
            if (blocks.Count > 0 && blocks[^1] is var last
                && last.OldStart + last.OldCount == old + shift && last.NewStart + last.NewCount == @new + shift)
            {
                blocks[^1] = last with { OldCount = last.OldCount + removed, NewCount = last.NewCount + 1 - removed };
            }
            else
            {
                blocks.Add(new LineBlock(old + shift, removed, @new + shift, 1 - removed));
            }
        }

        return blocks;
    }
}
