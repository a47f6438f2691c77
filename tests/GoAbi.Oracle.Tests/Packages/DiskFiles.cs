using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.Packages;

/// <summary>The disk, as the oracle tests need it: no limits, everything kept.</summary>
internal sealed class DiskFiles : ISourceFiles
{
    private readonly ConcurrentDictionary<string, ImmutableArray<SourceEntry>> lists = new(StringComparer.Ordinal);

    public ImmutableArray<SourceEntry> List(string directory) => lists.GetOrAdd(directory, static path =>
    {
        var info = new DirectoryInfo(path);
        return !info.Exists
            ? ImmutableArray<SourceEntry>.Empty
            : info.EnumerateFileSystemInfos()
                .Select(static entry => new SourceEntry(
                    entry.Name,
                    entry.LinkTarget is null ? entry is DirectoryInfo : Directory.Exists(entry.FullName),
                    entry.LinkTarget is not null))
                .OrderBy(static entry => entry.Name, StringComparer.Ordinal)
                .ToImmutableArray();
    });

    public SourceReadResult Read(string path)
    {
        try
        {
            return SourceReadResult.Success(new SourceFile(path, SourceText.FromBytes(File.ReadAllBytes(path))));
        }
        catch (FileNotFoundException)
        {
            return SourceReadResult.Fail(SourceReadFailure.NotFound, "no such file");
        }
        catch (DirectoryNotFoundException)
        {
            return SourceReadResult.Fail(SourceReadFailure.NotFound, "no such file");
        }
        catch (UnauthorizedAccessException)
        {
            return SourceReadResult.Fail(SourceReadFailure.AccessDenied, "not allowed");
        }
    }

    public string? GetIdentity(string path)
    {
        if (!Path.Exists(path))
        {
            return null;
        }

        var resolved = "/";
        foreach (var part in Path.GetFullPath(path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            resolved = Path.Combine(resolved, part);
            resolved = (Directory.Exists(resolved) ? (FileSystemInfo)new DirectoryInfo(resolved) : new FileInfo(resolved))
                .ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? resolved;
        }

        return resolved;
    }
}
