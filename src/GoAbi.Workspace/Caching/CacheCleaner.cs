using System;
using System.IO;
using System.Threading;

namespace GoAbi.Workspace;

/// <summary>What cleaning did.</summary>
/// <param name="Removed">What was removed.</param>
/// <param name="Failed">How many files could not be removed.</param>
public readonly record struct CacheCleaning(CacheCount Removed, int Failed);

/// <summary>
/// Removes what a cache holds, of every version of its layout: files with the names that a cache gives, in directories with the names that it gives, and
/// those directories where nothing else is left in them. Links are not followed. What other processes are about to read is a miss for them.
/// </summary>
public static class CacheCleaner
{
    /// <summary>Removes all of it, or what was not used for some time.</summary>
    /// <param name="location">Where it is.</param>
    /// <param name="unusedFor">Only what was not used for so long, within an hour; null for all.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="cancellationToken">Stops the work; what was removed by then is.</param>
    public static CacheCleaning Clean(
        CacheLocation location, TimeSpan? unusedFor = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(location);
        var before = unusedFor is { } span ? (time ?? TimeProvider.System).GetUtcNow().UtcDateTime - span : (DateTime?)null;
        var result = default(CacheCleaning);
        if (location.Directory is not { } directory || !Directory.Exists(directory))
        {
            return result;
        }

        foreach (var version in Versions(directory))
        {
            foreach (var shard in CacheLayout.Shards(version))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var file in CacheListing.Of(shard, int.MaxValue))
                {
                    if (before is null || file.Used < before)
                    {
                        result = CacheFile.TryDelete(file.Path)
                            ? result with { Removed = new CacheCount(result.Removed.Count + 1, result.Removed.Bytes + file.Size) }
                            : result with { Failed = result.Failed + 1 };
                    }
                }

                TryRemoveEmpty(shard);
            }

            var state = Path.Join(version, CacheLayout.TrimStateName);
            if (before is null && FileStatus.OfEntry(state) is { Kind: FileKind.Regular })
            {
                CacheFile.TryDelete(state);
            }

            TryRemoveEmpty(version);
        }

        return result;
    }

    private static string[] Versions(string directory)
    {
        try
        {
            return Array.FindAll(
                Directory.GetDirectories(directory, "v*"),
                static path => CacheLayout.IsVersion(Path.GetFileName(path.AsSpan())) && CacheLayout.IsDirectory(path));
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            return [];
        }
    }

    private static void TryRemoveEmpty(string directory)
    {
        try
        {
            Directory.Delete(directory, recursive: false);
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            // Something is in it: somebody else's, or written meanwhile.
        }
    }
}
