using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>
/// Files, their build constraints and their trees, each made once for all targets. Belongs to a session and holds what it
/// was asked for until <see cref="Forget"/>. Thread-safe.
/// </summary>
public sealed class GoFileCache
{
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Entry> model = new(StringComparer.Ordinal);

    /// <summary>An empty cache.</summary>
    /// <param name="files">Where files come from.</param>
    /// <param name="names">The session's names; null for a new table.</param>
    public GoFileCache(ISourceFiles files, GoNameTable? names = null)
    {
        Files = files ?? throw new ArgumentNullException(nameof(files));
        Names = names ?? new GoNameTable();
    }

    /// <summary>An empty cache that takes over the names of an earlier one and what that has read of <see cref="GoStandardModel"/>, which never changes.</summary>
    /// <param name="files">Where files come from.</param>
    /// <param name="earlier">The earlier cache.</param>
    public GoFileCache(ISourceFiles files, GoFileCache earlier)
        : this(files, earlier?.Names ?? throw new ArgumentNullException(nameof(earlier)))
    {
        model = earlier.model;
    }

    /// <summary>Where files come from.</summary>
    public ISourceFiles Files { get; }

    /// <summary>The names that all trees of the cache share.</summary>
    public GoNameTable Names { get; }

    /// <summary>Takes in a file that was read and parsed before, for another cache.</summary>
    /// <param name="file">The file, as <see cref="Files"/> gives it.</param>
    /// <param name="tree">Its tree with function bodies; null for a file that is no Go.</param>
    /// <param name="constraints">Its build constraints.</param>
    public void Add(SourceFile file, GoSyntaxTree? tree, ImmutableArray<GoBuildConstraintLine> constraints)
    {
        if (file is null)
        {
            throw new ArgumentNullException(nameof(file));
        }

        entries[file.Path] = new Entry(SourceReadResult.Success(file), constraints) { Full = tree };
    }

    /// <summary>The file at a path, or why it can't be had.</summary>
    public SourceReadResult Read(string path) => EntryOf(path).Result;

    /// <summary>The build constraints of a file that could be read; empty for one that could not.</summary>
    public ImmutableArray<GoBuildConstraintLine> Constraints(string path) => EntryOf(path).Constraints;

    /// <summary>The tree of a file; null where the file could not be read. A tree with bodies also serves those who need none.</summary>
    public GoSyntaxTree? Tree(string path, bool skipFunctionBodies, CancellationToken ct)
    {
        var entry = EntryOf(path);
        if (entry.Result.File is not { } file)
        {
            return null;
        }

        var tree = Volatile.Read(ref entry.Full) ?? (skipFunctionBodies ? Volatile.Read(ref entry.Declarations) : null);
        if (tree is not null)
        {
            return tree;
        }

        // Two threads may parse the same file; the first result is everyone's.
        tree = GoSyntaxTree.Parse(file, new GoParseOptions { Names = Names, SkipFunctionBodies = skipFunctionBodies }, ct);
        return skipFunctionBodies
            ? Interlocked.CompareExchange(ref entry.Declarations, tree, null) ?? tree
            : Interlocked.CompareExchange(ref entry.Full, tree, null) ?? tree;
    }

    /// <summary>Lets go of everything under a path; who still holds a file or tree keeps it.</summary>
    public void Forget(string path)
    {
        foreach (var known in entries.Keys)
        {
            if (SourcePath.IsWithin(known, path))
            {
                entries.TryRemove(known, out _);
            }
        }
    }

    private Entry EntryOf(string path) => (GoStandardModel.IsPartOf(Files) && GoStandardModel.Holds(path) ? model : entries).GetOrAdd(path, Load);

    private Entry Load(string path)
    {
        var result = Files.Read(path);
        var constraints = result.File is { } file ? GoBuildConstraints.Find(file.Text) : ImmutableArray<GoBuildConstraintLine>.Empty;
        return new Entry(result, constraints);
    }

    private sealed class Entry(SourceReadResult result, ImmutableArray<GoBuildConstraintLine> constraints)
    {
        public readonly SourceReadResult Result = result;

        public readonly ImmutableArray<GoBuildConstraintLine> Constraints = constraints;

        public GoSyntaxTree? Full;

        public GoSyntaxTree? Declarations;
    }
}
