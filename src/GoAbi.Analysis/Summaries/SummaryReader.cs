using System;
using System.Collections.Generic;
using System.Collections.Immutable;
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
    private readonly Dictionary<(int, string), SourceFile> known = [];
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
        strings = ReadTable();
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
        var root = Number();
        if (roots.Absolute(root, String()) is { } path && !HasFailed)
        {
            return path;
        }

        Fail();
        return "";
    }

    public SourceLocation Location()
    {
        var file = File();
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

    public int Fail()
    {
        HasFailed = true;
        return 0;
    }

    private SourceFile File()
    {
        var root = Number();
        var relative = String();
        if (!known.TryGetValue((root, relative), out var file))
        {
            var path = HasFailed ? null : roots.Absolute(root, relative);
            if (path is null)
            {
                Fail();
            }

            known[(root, relative)] = file = files(path ?? "");
        }

        return file;
    }

    private string[] ReadTable()
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
}
