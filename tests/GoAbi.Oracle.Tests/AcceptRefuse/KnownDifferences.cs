using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using GoAbi.Fuzz.Parity;

namespace GoAbi.Oracle.Tests.AcceptRefuse;

/// <summary>
/// The differences of a suite, counted by class, against the list of those that are known (known-differences.txt: suite, count,
/// class). There may be fewer than the list says, never more.
/// </summary>
internal sealed class KnownDifferences(string suite)
{
    private readonly SortedDictionary<string, List<string>> found = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => found.Values.Sum(static v => v.Count);

    /// <summary>Adds a difference.</summary>
    /// <param name="file">Where, for people.</param>
    /// <param name="difference">The difference.</param>
    public void Add(string file, ParityDifference difference)
    {
        lock (found)
        {
            if (!found.TryGetValue(difference.Class, out var list))
            {
                found.Add(difference.Class, list = []);
            }

            list.Add(file + ":" + difference);
        }
    }

    /// <summary>The classes with more differences than the list allows, each with some examples; "" where all is well.</summary>
    public string Unknown()
    {
        var known = Classes(suite);
        var report = new StringBuilder();
        foreach (var (name, places) in found)
        {
            places.Sort(StringComparer.Ordinal);
            var allowed = known.GetValueOrDefault(name);
            if (places.Count > allowed)
            {
                report.Append(CultureInfo.InvariantCulture, $"{suite} | {places.Count} | {name}    ({allowed} known)\n");
                foreach (var place in places.Take(3))
                {
                    report.Append("    ").Append(place).Append('\n');
                }
            }
        }

        // A file that gets all of them, for whoever works on them.
        if (Environment.GetEnvironmentVariable("GOABI_DIFFERENCES") is { Length: > 0 } path)
        {
            Write(path);
        }

        return report.ToString();
    }

    /// <summary>The classes that the list has for a suite, with how many there may be.</summary>
    public static Dictionary<string, int> Classes(string suite)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(KnownDifferences).Assembly.GetManifestResourceStream("known-differences.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(" | ", 3);
            if (parts.Length == 3 && parts[0] == suite)
            {
                known[parts[2]] = int.Parse(parts[1], CultureInfo.InvariantCulture);
            }
        }

        return known;
    }

    private void Write(string path)
    {
        using var writer = new StreamWriter(path, append: true);
        foreach (var (name, places) in found.OrderByDescending(static f => f.Value.Count))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{suite} | {places.Count} | {name}\n"));
            foreach (var place in places.Take(8))
            {
                writer.Write("    " + place + "\n");
            }
        }
    }
}
