using System;
using System.Collections.Concurrent;
using System.IO;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>Resolves every link in a path. Directories are remembered, so that a file costs one look at the disk.</summary>
internal sealed class LinkResolver
{
    private const int MaxLinks = 40; // Linux's MAXSYMLINKS.

    private readonly ConcurrentDictionary<string, string?> directories = new(StringComparer.Ordinal);

    /// <summary>The path without links; null where nothing is there, a link leads nowhere or in a circle, or a directory may not be searched.</summary>
    public string? Resolve(string path) => Resolve(SourcePath.Normalize(path), 0);

    private string? Resolve(string path, int links)
    {
        var parent = SourcePath.Directory(path);
        if (path == "/" || parent.Length == 0 || path.EndsWith(':'))
        {
            return path;
        }

        if (!directories.TryGetValue(parent, out var realParent))
        {
            realParent = Resolve(parent, links);
            if (links == 0)
            {
                directories[parent] = realParent;
            }
        }

        return realParent is null ? null : ResolveEntry(SourcePath.Combine(realParent, SourcePath.FileName(path)), realParent, links);
    }

    private string? ResolveEntry(string path, string parent, int links)
    {
        try
        {
            var entry = new FileInfo(path);
            var attributes = entry.Attributes;
            if ((int)attributes == -1)
            {
                return null;
            }

            if ((attributes & FileAttributes.ReparsePoint) == 0 || entry.LinkTarget is not { } target)
            {
                return path;
            }

            return links >= MaxLinks ? null : Resolve(SourcePath.Combine(parent, DiskPath.ToSource(target)), links + 1);
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            return null;
        }
    }
}
