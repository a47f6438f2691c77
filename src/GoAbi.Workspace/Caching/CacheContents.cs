using System;
using System.IO;
using System.Threading;

namespace GoAbi.Workspace;

/// <summary>How many files there are of a kind, and their bytes.</summary>
/// <param name="Count">How many.</param>
/// <param name="Bytes">Their length, all together.</param>
public readonly record struct CacheCount(int Count, long Bytes);

/// <summary>What a cache holds.</summary>
public sealed record CacheContents
{
    /// <summary>Where it is and how large it may become.</summary>
    public required CacheLocation Location { get; init; }

    /// <summary>Summaries of packages.</summary>
    public CacheCount Summaries { get; init; }

    /// <summary>Indexes of what files hold, one for each tree that was analysed.</summary>
    public CacheCount Indexes { get; init; }

    /// <summary>Files that are being written, or were when their process died.</summary>
    public CacheCount Unfinished { get; init; }

    /// <summary>The bytes of disk that all of it takes: what is compared with the bound.</summary>
    public long DiskBytes { get; init; }

    /// <summary>When what was not used for the longest time was last used, within an hour; null where there is nothing.</summary>
    public DateTimeOffset? OldestUse { get; init; }

    /// <summary>When something was last used, within an hour; null where there is nothing.</summary>
    public DateTimeOffset? NewestUse { get; init; }

    /// <summary>Looks at all of it. What changes meanwhile is in the result or isn't.</summary>
    /// <param name="location">Where it is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static CacheContents Read(CacheLocation location, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(location);
        var contents = new CacheContents { Location = location };
        var version = location.Directory is { } directory ? Path.Join(directory, CacheLayout.Version) : null;
        if (version is null || !CacheLayout.IsDirectory(version))
        {
            return contents;
        }

        foreach (var shard in CacheLayout.Shards(version))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isIndexes = Path.GetFileName(shard.AsSpan()).SequenceEqual(CacheLayout.FilesDirectory);
            foreach (var file in CacheListing.Of(shard, int.MaxValue))
            {
                contents = contents.With(file, isIndexes);
            }
        }

        return contents;
    }

    private CacheContents With(in CacheEntry file, bool isIndex)
    {
        var used = new DateTimeOffset(file.Used, TimeSpan.Zero);
        var counted = this with
        {
            DiskBytes = DiskBytes + CacheTrimmer.DiskBytes(file.Size),
            OldestUse = OldestUse is { } oldest && oldest < used ? oldest : used,
            NewestUse = NewestUse is { } newest && newest > used ? newest : used,
        };
        return file.IsTemporary ? counted with { Unfinished = Add(Unfinished, file.Size) }
            : isIndex ? counted with { Indexes = Add(Indexes, file.Size) }
            : counted with { Summaries = Add(Summaries, file.Size) };
    }

    private static CacheCount Add(CacheCount count, long size) => new(count.Count + 1, count.Bytes + size);
}
