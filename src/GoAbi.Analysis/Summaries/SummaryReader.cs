using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Reads what <see cref="SummaryWriter"/> wrote. Nothing in it is believed: a number out of range makes <see cref="HasFailed"/> true, and all that is read from then on is empty.</summary>
internal sealed class SummaryReader
{
    private readonly byte[] bytes;
    private readonly int end;
    private readonly SummaryRoots roots;
    private readonly Func<string, SourceFile> files;
    private readonly string[] strings;
    private readonly string[] paths;
    private readonly SourceFile?[] opened;
    private int position;

    /// <param name="bytes">The content.</param>
    /// <param name="start">Where the table of strings begins.</param>
    /// <param name="end">Where the content ends.</param>
    /// <param name="roots">What paths are relative to.</param>
    /// <param name="files">The file at a path; it need not be read yet.</param>
    public SummaryReader(byte[] bytes, int start, int end, SummaryRoots roots, Func<string, SourceFile> files)
    {
        this.bytes = bytes;
        this.end = end;
        this.roots = roots;
        this.files = files;
        position = start;
        strings = ReadStrings();
        paths = ReadPaths();
        opened = new SourceFile?[paths.Length];
    }

    public bool HasFailed { get; private set; }

    /// <summary>True where everything was read and nothing was wrong.</summary>
    public bool IsComplete => !HasFailed && position == end;

    public int Number()
    {
        uint value = 0;
        for (var shift = 0; shift < 32; shift += 7)
        {
            if (HasFailed || position >= end)
            {
                return Fail();
            }

            var next = bytes[position++];
            if (shift == 28 && next > 7)
            {
                return Fail();
            }

            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                // A shorter form of the same number would be a second spelling of equal content.
                return next == 0 && shift > 0 ? Fail() : (int)value;
            }
        }

        return Fail();
    }

    /// <summary>A number of at most <paramref name="most"/>.</summary>
    public int Number(int most)
    {
        var value = Number();
        return value <= most ? value : Fail();
    }

    public bool Flag() => Number(1) == 1;

    /// <summary>How many of something follow, each of at least one byte.</summary>
    public int Count() => Number(end - position);

    public string String()
    {
        var number = Number();
        if (!HasFailed && number < strings.Length)
        {
            return strings[number];
        }

        Fail();
        return "";
    }

    public string? OptionalString() => Flag() ? String() : null;

    public int? OptionalNumber() => Number(2) switch
    {
        0 => null,
        1 => Number(),
        _ => ~Number(),
    };

    public string Path()
    {
        var number = Number();
        if (!HasFailed && number < paths.Length)
        {
            return paths[number];
        }

        Fail();
        return "";
    }

    public SourceLocation Location()
    {
        var file = FileAt(FileNumber());
        var start = Number();
        var length = Number(int.MaxValue - start);
        return new SourceLocation(file, new TextSpan(start, length));
    }

    public SourceLocation? OptionalLocation() => Flag() ? Location() : null;

    public ImmutableArray<ExpansionFrame> Expansion() => Many(static r => new ExpansionFrame(r.Location(), r.String(), r.Flag()));

    /// <summary>A number of things, then each of them.</summary>
    public ImmutableArray<T> Many<T>(Func<SummaryReader, T> read)
    {
        var count = Count();
        if (count == 0)
        {
            return ImmutableArray<T>.Empty;
        }

        var all = ImmutableArray.CreateBuilder<T>();
        for (var i = 0; i < count && !HasFailed; i++)
        {
            all.Add(read(this));
        }

        return all.ToImmutable();
    }

    /// <summary>The number of a file, to be opened by <see cref="FileAt"/>.</summary>
    public int FileNumber() => paths.Length > 0 ? Number(paths.Length - 1) : Fail();

    /// <summary>A file by its number: one object for all places in it.</summary>
    public SourceFile FileAt(int number) =>
        number >= opened.Length ? files("") : Volatile.Read(ref opened[number]) ?? Interlocked.CompareExchange(ref opened[number], files(paths[number]), null) ?? opened[number]!;

    /// <summary>The number of a string, for <see cref="StringAt"/>.</summary>
    public int StringNumber() => strings.Length > 0 ? Number(strings.Length - 1) : Fail();

    /// <summary>A string by its number.</summary>
    public string StringAt(int number) => number < strings.Length ? strings[number] : "";

    public int Fail()
    {
        HasFailed = true;
        return 0;
    }

    private string[] ReadStrings()
    {
        var count = Count();
        var table = new List<string>();
        for (var i = 0; i < count && !HasFailed; i++)
        {
            var length = Count();
            if (HasFailed)
            {
                break;
            }

            var text = SourceText.FromBytes(bytes.AsSpan(position, length).ToArray()).Text;
            position += length;
            if (i > 0 && string.CompareOrdinal(table[i - 1], text) >= 0)
            {
                Fail();
            }

            table.Add(text);
        }

        return table.ToArray();
    }

    private string[] ReadPaths()
    {
        var count = Count();
        var table = new List<string>();
        var last = (Root: 0, Path: "");
        for (var i = 0; i < count && !HasFailed; i++)
        {
            var next = (Root: Number(), Path: String());
            if (i > 0 && (next.Root < last.Root || (next.Root == last.Root && string.CompareOrdinal(last.Path, next.Path) >= 0)))
            {
                Fail();
            }

            if (HasFailed || roots.Absolute(next.Root, next.Path) is not { } path)
            {
                Fail();
                break;
            }

            table.Add(path);
            last = next;
        }

        return table.ToArray();
    }
}
