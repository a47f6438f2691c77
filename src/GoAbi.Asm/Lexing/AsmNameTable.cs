using System;
using System.Collections.Immutable;
using System.Threading;

namespace GoAbi.Asm;

/// <summary>
/// The names of a session: each identifier's text once, under a number. Trees that share a table can include one another
/// without translation. Thread-safe: reading takes no lock, adding does. Numbers start at 1; a table only grows, so it
/// belongs to one session (a module, a compilation) and goes with it.
/// </summary>
public sealed class AsmNameTable
{
    private readonly object gate = new();
    private NameTableState state = new(1024);
    private ImmutableArray<ArchitectureNames> architectures = ImmutableArray<ArchitectureNames>.Empty;

    /// <summary>An empty table, but for the words that the assembler itself knows.</summary>
    public AsmNameTable()
    {
        foreach (var word in KnownNames.Words)
        {
            Intern(word.AsSpan());
        }
    }

    /// <summary>How many names there are.</summary>
    public int Count => Volatile.Read(ref state).Count - 1;

    /// <summary>The text of a name as it was written.</summary>
    public string GetText(int nameId) => Volatile.Read(ref state).Texts[nameId];

    /// <summary>The number of a name; 0 where no file of the session has it.</summary>
    public int Find(ReadOnlySpan<char> text) => Volatile.Read(ref state).Find(text, NameTableState.Key(text));

    /// <summary>
    /// The number of the same name with '.' for '·' and '/' for '∕': the form that the assembler compares and writes
    /// (cmd/asm/internal/lex.Make).
    /// </summary>
    internal int GetCanonical(int nameId) => Volatile.Read(ref state).Canonical[nameId];

    /// <summary>How long a name is.</summary>
    internal int GetLength(int nameId) => Volatile.Read(ref state).Lengths[nameId];

    /// <summary>What goes with the names.</summary>
    internal SessionCache Session { get; } = new();

    internal NameTableState Current => Volatile.Read(ref state);

    /// <summary>What an architecture makes of the session's names.</summary>
    internal ArchitectureNames For(AsmArchitecture architecture)
    {
        lock (gate)
        {
            foreach (var known in architectures)
            {
                if (ReferenceEquals(known.Architecture, architecture))
                {
                    return known;
                }
            }

            var added = new ArchitectureNames(this, architecture);
            architectures = architectures.Add(added);
            return added;
        }
    }

    /// <summary>0 where the table holds as many names as can be numbered.</summary>
    internal int Intern(ReadOnlySpan<char> text)
    {
        var key = NameTableState.Key(text);
        var found = Volatile.Read(ref state).Find(text, key);
        return found != 0 ? found : Add(text, key);
    }

    /// <summary>Notes a plain number, so that the lexer knows it at once the next time.</summary>
    internal void AddNumber(ReadOnlySpan<char> digits)
    {
        var key = NameTableState.Key(digits);
        lock (gate)
        {
            // A full table grows with the next name.
            if (!state.IsFull && !state.Has(key))
            {
                state.AppendNumber(key, digits.Length);
            }
        }
    }

    internal int Add(ReadOnlySpan<char> text, ulong key)
    {
        lock (gate)
        {
            var current = state;
            var found = current.Find(text, key);
            if (found != 0)
            {
                return found;
            }

            if (current.Count > LexedToken.MaxNameOrLength - 1)
            {
                return 0;
            }

            var written = text.ToString();
            var canonical = written.IndexOf('\u00B7') < 0 && written.IndexOf('\u2215') < 0
                ? 0
                : Intern(written.Replace('\u00B7', '.').Replace('\u2215', '/').AsSpan());
            current = state;
            if (current.IsFull)
            {
                current = current.Grow();
                Volatile.Write(ref state, current);
            }

            return current.Append(written, key, canonical);
        }
    }
}
