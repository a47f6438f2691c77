using System;
using System.Collections.Generic;
using System.IO;

namespace GoAbi.Go.Tests.Packages;

/// <summary>Cases as lines of a data file: "#" starts a comment line, a tab separates the two parts of a case.</summary>
internal static class CaseFile
{
    public static IEnumerable<(string Left, string Right)> Read(string name)
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Packages", "Cases", name)))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && line[0] != '#')
            {
                yield return (line[..tab], line[(tab + 1)..]);
            }
        }
    }
}
