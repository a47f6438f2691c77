using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.IO.Enumeration;
using System.Linq;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>
/// The files of the disk, by absolute path. What was once read or listed stays as it was for the life of the object, so
/// that all stages of an analysis see one state. Thread-safe; failures are values, also for what is no file: a FIFO or
/// device is never opened.
/// </summary>
public sealed class DiskSourceFiles : ISourceFiles, ISourceContentHashes
{
    /// <summary>The limit where none is given: 64 MiB.</summary>
    public const long DefaultMaxFileSize = 64L * 1024 * 1024;

    private static readonly EnumerationOptions All = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        RecurseSubdirectories = false,
        ReturnSpecialDirectories = false,
    };

    private readonly ConcurrentDictionary<string, DiskFile> files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<ImmutableArray<SourceEntry>>> directories = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> identities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> unlistable = new(StringComparer.Ordinal);
    private readonly LinkResolver links = new();
    private readonly ConcurrentDictionary<string, bool> changed = new(StringComparer.Ordinal);
    private readonly long maxFileSize;
    private readonly Action<string> onChanged;
    private FileHashIndex? hashes;
    private SummaryCache? cache;

    /// <summary>Files up to a size.</summary>
    /// <param name="maxFileSize">The largest file to read, in bytes; larger ones are <see cref="SourceReadFailure.TooLarge"/>.</param>
    /// <param name="hashes">An index that says what files hold which have not changed since; null to read every file.</param>
    public DiskSourceFiles(long maxFileSize = DefaultMaxFileSize, FileHashIndex? hashes = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxFileSize);
        this.maxFileSize = Math.Min(maxFileSize, Array.MaxLength);
        this.hashes = hashes;
        onChanged = NoteChange;
    }

    /// <summary>The directories that exist and could not be listed so far, with the reason, sorted.</summary>
    public ImmutableArray<(string Directory, string Reason)> UnlistableDirectories =>
        [.. unlistable.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (pair.Key, pair.Value))];

    /// <summary>
    /// The files whose hash was given without reading them and that held something else when they were read later, sorted: they changed in
    /// between. What a run finds is then of two states of the tree, and none of it is cached.
    /// </summary>
    public ImmutableArray<string> ChangedFiles => [.. changed.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public ImmutableArray<SourceEntry> List(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return directories.GetOrAdd(
            SourcePath.Normalize(directory),
            static (path, self) => new Lazy<ImmutableArray<SourceEntry>>(() => self.ListNow(path)),
            this).Value;
    }

    /// <inheritdoc/>
    public SourceReadResult Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return FileAt(path).Read(maxFileSize, onChanged);
    }

    /// <inheritdoc/>
    public string? GetContentHash(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return FileAt(path).GetHash(maxFileSize, hashes);
    }

    /// <inheritdoc/>
    public string? GetIdentity(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return identities.GetOrAdd(
            SourcePath.Normalize(path),
            static (path, self) => SourcePath.IsAbsolute(path) ? self.links.Resolve(path) : null,
            this);
    }

    /// <summary>Lets hashes come from a cache's index of this root from now on.</summary>
    internal void UseCache(SummaryCache used, string root)
    {
        cache = used;
        hashes = used.IndexOf(root);
    }

    private DiskFile FileAt(string path) => files.GetOrAdd(SourcePath.Normalize(path), static path => new DiskFile(path));

    private void NoteChange(string path)
    {
        changed[path] = true;
        cache?.FileHasChanged();
    }

    private ImmutableArray<SourceEntry> ListNow(string directory)
    {
        if (!SourcePath.IsAbsolute(directory))
        {
            return [];
        }

        try
        {
            if (!Directory.Exists(directory))
            {
                return [];
            }

            var entries = new List<SourceEntry>();
            entries.AddRange(new FileSystemEnumerable<SourceEntry>(directory, Transform, All));
            entries.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return [.. entries];
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            if (e is not DirectoryNotFoundException)
            {
                unlistable[directory] = e is UnauthorizedAccessException ? "permission denied" : e.Message;
            }

            return [];
        }

        static SourceEntry Transform(ref FileSystemEntry entry) => new(
            entry.FileName.ToString(),
            entry.IsDirectory,
            (entry.Attributes & FileAttributes.ReparsePoint) != 0);
    }
}
