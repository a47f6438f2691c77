using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Enumeration;

namespace GoAbi.Workspace;

/// <summary>The files of a directory of the cache that are the cache's own.</summary>
internal static class CacheListing
{
    private static readonly EnumerationOptions All = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = true,
        RecurseSubdirectories = false,
        ReturnSpecialDirectories = false,
    };

    /// <summary>Regular files with names that the cache gives, in no order; fewer where the directory goes away meanwhile.</summary>
    /// <param name="shard">The directory.</param>
    /// <param name="limit">No more than this.</param>
    public static List<CacheEntry> Of(string shard, int limit)
    {
        var found = new List<CacheEntry>();
        try
        {
            var files = new FileSystemEnumerable<CacheEntry>(shard, Transform, All) { ShouldIncludePredicate = IsOurs };
            foreach (var file in files)
            {
                if (found.Count >= limit)
                {
                    break;
                }

                found.Add(file);
            }
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            // What was found is what there is.
        }

        return found;

        static CacheEntry Transform(ref FileSystemEntry entry) => new(
            entry.ToFullPath(),
            entry.Length,
            entry.LastWriteTimeUtc.UtcDateTime,
            CacheLayout.IsTemporary(entry.FileName));

        static bool IsOurs(ref FileSystemEntry entry) =>
            (CacheLayout.IsKey(entry.FileName) || CacheLayout.IsTemporary(entry.FileName))
            && (entry.Attributes & (FileAttributes.Directory | FileAttributes.ReparsePoint)) == 0;
    }
}

/// <summary>A file of the cache.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Size">Its length.</param>
/// <param name="Used">When it was last used, within an hour.</param>
/// <param name="IsTemporary">True where it is not finished.</param>
internal readonly record struct CacheEntry(string Path, long Size, DateTime Used, bool IsTemporary);
