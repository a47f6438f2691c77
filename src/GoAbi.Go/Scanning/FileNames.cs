using System;
using System.Buffers;

namespace GoAbi.Go;

/// <summary>
/// The names of the file that is being scanned, keywords first: one probe tells a keyword from a name and finds the name's
/// number. The session's table is asked once for each different name, not for each identifier.
/// </summary>
internal sealed class FileNames : IDisposable
{
    private static readonly string[] Keywords =
    [
        "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go", "goto",
        "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type", "var",
    ];

    private readonly GoNameTable? session;
    private string[] names = ArrayPool<string>.Shared.Rent(512);
    private uint[] hashes = ArrayPool<uint>.Shared.Rent(512);
    private int[] slots = ArrayPool<int>.Shared.Rent(2048);
    private int mask;
    private int count;

    public FileNames(GoNameTable? session)
    {
        this.session = session;
        Array.Clear(slots, 0, 2048);
        mask = 2047;
        foreach (var keyword in Keywords)
        {
            Add(keyword, GoNameTable.HashOf(keyword.AsSpan()));
        }
    }

    public static int KeywordCount => Keywords.Length;

    /// <summary>A keyword's place in the alphabet, or <see cref="KeywordCount"/> + the name's number.</summary>
    public int Find(ReadOnlySpan<char> name, uint hash)
    {
        for (var at = (int)(hash & (uint)mask); ; at = (at + 1) & mask)
        {
            var id = slots[at] - 1;
            if (id < 0)
            {
                Add(session is null ? name.ToString() : session.Intern(name, hash), hash);
                return count - 1;
            }

            if (hashes[id] == hash && name.SequenceEqual(names[id].AsSpan()))
            {
                return id;
            }
        }
    }

    /// <summary>The names, by number, without the keywords.</summary>
    public string[] ToArray() => names.AsSpan(Keywords.Length, count - Keywords.Length).ToArray();

    public void Dispose()
    {
        ArrayPool<string>.Shared.Return(names, clearArray: true);
        ArrayPool<uint>.Shared.Return(hashes);
        ArrayPool<int>.Shared.Return(slots);
        names = [];
        hashes = [];
        slots = [];
    }

    private void Add(string name, uint hash)
    {
        if (count == names.Length || count == hashes.Length || count * 2 > mask)
        {
            Grow();
        }

        names[count] = name;
        hashes[count] = hash;
        Place(count++);
    }

    private void Place(int id)
    {
        var at = (int)(hashes[id] & (uint)mask);
        while (slots[at] != 0)
        {
            at = (at + 1) & mask;
        }

        slots[at] = id + 1;
    }

    private void Grow()
    {
        var moreNames = ArrayPool<string>.Shared.Rent(count * 2);
        var moreHashes = ArrayPool<uint>.Shared.Rent(count * 2);
        Array.Copy(names, moreNames, count);
        Array.Copy(hashes, moreHashes, count);
        ArrayPool<string>.Shared.Return(names, clearArray: true);
        ArrayPool<uint>.Shared.Return(hashes);
        ArrayPool<int>.Shared.Return(slots);
        names = moreNames;
        hashes = moreHashes;
        mask = (2 * mask) + 1;
        while (mask < count * 4)
        {
            mask = (2 * mask) + 1;
        }

        slots = ArrayPool<int>.Shared.Rent(mask + 1);
        Array.Clear(slots, 0, mask + 1);
        for (var id = 0; id < count; id++)
        {
            Place(id);
        }
    }
}
