using System;
using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// Writes a summary's parts: unsigned numbers of variable length (7 bits a byte, low ones first), and strings and paths as numbers of
/// sorted tables, so that equal contents give equal bytes. The same calls are made twice: once to collect them, once to write.
/// </summary>
internal sealed class SummaryWriter(SummaryRoots roots)
{
    private readonly SortedSet<string> strings = new(StringComparer.Ordinal);
    private readonly SortedSet<(int Root, string Path)> paths = new(PathOrder.Instance);
    private readonly Dictionary<string, int> pathNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<byte> bytes = [];
    private bool isWriting;

    /// <summary>True once something was written that has no place in a summary: a path outside all roots, a machine's path in a message.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>What was written: the table of strings, then everything else.</summary>
    public byte[] Write(Action<SummaryWriter> content)
    {
        content(this);
        isWriting = true;
        WriteTables();
        content(this);
        return bytes.ToArray();
    }

    public void Number(int value)
    {
        if (!isWriting)
        {
            HasFailed |= value < 0;
            return;
        }

        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            bytes.Add((byte)(rest | 0x80));
        }

        bytes.Add((byte)rest);
    }

    public void Flag(bool value) => Number(value ? 1 : 0);

    public void String(string value)
    {
        if (isWriting)
        {
            Number(numbers[value]);
        }
        else if (strings.Add(value))
        {
            HasFailed |= roots.AreNamedIn(value);
        }
    }

    /// <summary>A string or null.</summary>
    public void Optional(string? value)
    {
        Flag(value is not null);
        if (value is not null)
        {
            String(value);
        }
    }

    /// <summary>A number that may be missing or negative: TEXT may give a size of -4, and what stands for an unknown one is the smallest number there is.</summary>
    public void Optional(int? value)
    {
        if (value is not { } number)
        {
            Number(0);
        }
        else
        {
            Number(number < 0 ? 2 : 1);
            Number(number < 0 ? ~number : number);
        }
    }

    public void Path(string path)
    {
        if (isWriting)
        {
            Number(pathNumbers[path]);
        }
        else if (!pathNumbers.ContainsKey(path))
        {
            pathNumbers[path] = 0;
            if (roots.Relative(path) is var (root, relative))
            {
                paths.Add((root, relative));
                String(relative);
            }
            else
            {
                HasFailed = true;
            }
        }
    }

    public void Location(SourceLocation location)
    {
        Path(location.File.Path);
        Number(location.Span.Start);
        Number(location.Span.Length);
    }

    public void Optional(SourceLocation? location)
    {
        Flag(location is not null);
        if (location is { } place)
        {
            Location(place);
        }
    }

    public void Expansion(IReadOnlyList<ExpansionFrame> frames)
    {
        Number(frames.Count);
        foreach (var frame in frames)
        {
            Location(frame.Location);
            String(frame.Name);
            Flag(frame.IsInclude);
        }
    }

    private void WriteTables()
    {
        Number(strings.Count);
        foreach (var value in strings)
        {
            numbers[value] = numbers.Count;
            var text = SourceText.FromString(value).Bytes;
            Number(text.Length);
            bytes.AddRange(text.ToArray());
        }

        Number(paths.Count);
        var order = new Dictionary<(int, string), int>();
        foreach (var (root, path) in paths)
        {
            order[(root, path)] = order.Count;
            Number(root);
            String(path);
        }

        foreach (var path in new List<string>(pathNumbers.Keys))
        {
            pathNumbers[path] = roots.Relative(path) is { } relative ? order[relative] : 0;
        }
    }

    private sealed class PathOrder : IComparer<(int Root, string Path)>
    {
        public static readonly PathOrder Instance = new();

        public int Compare((int Root, string Path) x, (int Root, string Path) y) =>
            x.Root != y.Root ? x.Root.CompareTo(y.Root) : string.CompareOrdinal(x.Path, y.Path);
    }
}
