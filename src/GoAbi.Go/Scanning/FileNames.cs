using System;

namespace GoAbi.Go;

/// <summary>
/// The names that one scanner at a time knows, keywords first: one probe tells a keyword from a name and finds the name's number.
/// Belongs to a session and goes from file to file: its arrays only ever grow at their end, so a tree keeps the array of its time.
/// The session's table is asked once for each different name, not for each identifier.
/// </summary>
internal sealed class FileNames
{
    /// <summary>Beyond this a session starts anew: a name's number has 24 bits in a token.</summary>
    public const int MaxCount = 1 << 22;

    private static readonly string[] Keywords =
    [
        "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go", "goto",
        "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type", "var",
    ];

    private readonly GoNameTable? session;
    private string[] names = new string[128];
    private uint[] hashes = new uint[128];
    private int[] slots = new int[512];
    private int mask = 511;
    private int count;

    public FileNames(GoNameTable? session)
    {
        this.session = session;
        foreach (var keyword in Keywords)
        {
            Add(keyword, GoNameTable.HashOf(keyword.AsSpan()));
        }
    }

    public int Count => count;

    /// <summary>The names by number; the array is never written to below <see cref="Count"/> again.</summary>
    public string[] Names => names;

    public static int KeywordCount => Keywords.Length;

    /// <summary>A name's number; below <see cref="KeywordCount"/>, a keyword's place in the alphabet.</summary>
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

    private void Add(string name, uint hash)
    {
        if (count == names.Length)
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

    // A quarter of the slots is used at most.
    private void Grow()
    {
        Array.Resize(ref names, count * 2);
        Array.Resize(ref hashes, count * 2);
        slots = new int[slots.Length * 2];
        mask = slots.Length - 1;
        for (var id = 0; id < count; id++)
        {
            Place(id);
        }
    }
}
