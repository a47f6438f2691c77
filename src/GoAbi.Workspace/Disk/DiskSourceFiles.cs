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
public sealed class DiskSourceFiles : ISourceFiles
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

    private readonly ConcurrentDictionary<string, Lazy<SourceReadResult>> files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<ImmutableArray<SourceEntry>>> directories = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> identities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> unlistable = new(StringComparer.Ordinal);
    private readonly LinkResolver links = new();
    private readonly long maxFileSize;

    /// <summary>Files up to a size.</summary>
    /// <param name="maxFileSize">The largest file to read, in bytes; larger ones are <see cref="SourceReadFailure.TooLarge"/>.</param>
    public DiskSourceFiles(long maxFileSize = DefaultMaxFileSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxFileSize);
        this.maxFileSize = Math.Min(maxFileSize, Array.MaxLength);
    }

    /// <summary>The directories that exist and could not be listed so far, with the reason, sorted.</summary>
    public ImmutableArray<(string Directory, string Reason)> UnlistableDirectories =>
        [.. unlistable.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (pair.Key, pair.Value))];

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
        return files.GetOrAdd(
            SourcePath.Normalize(path),
            static (path, self) => new Lazy<SourceReadResult>(() => self.ReadNow(path)),
            this).Value;
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

    private static byte[]? ReadUpTo(FileStream stream, long limit)
    {
        // The length is only a hint: files of /proc say 0, and a file can grow while it is read.
        var buffer = new byte[(int)Math.Min(stream.Length, limit) + 1];
        var length = 0;
        for (var read = 1; read > 0; length += read)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(Math.Max(buffer.Length * 2L, 4096), limit + 1));
            }

            read = stream.Read(buffer, length, buffer.Length - length);
            if (length + read > limit)
            {
                return null;
            }
        }

        return buffer.AsSpan(0, length).ToArray();
    }

    private static bool Exists(string path)
    {
        try
        {
            return (int)new FileInfo(path).Attributes != -1;
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            return false;
        }
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

    private SourceReadResult ReadNow(string path)
    {
        if (!SourcePath.IsAbsolute(path))
        {
            return SourceReadResult.Fail(SourceReadFailure.NotFound, "is not an absolute path");
        }

        try
        {
            if (Directory.Exists(path))
            {
                return SourceReadResult.Fail(SourceReadFailure.NotAFile, "is a directory");
            }

            if (FileType.IsSpecial(path))
            {
                return SourceReadResult.Fail(SourceReadFailure.NotAFile, "is not a regular file");
            }

            using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
            return stream.Length <= maxFileSize && ReadUpTo(stream, maxFileSize) is { } bytes
                ? SourceReadResult.Success(new SourceFile(path, SourceText.FromBytes(bytes)))
                : SourceReadResult.Fail(
                    SourceReadFailure.TooLarge,
                    FormattableString.Invariant($"is larger than the limit of {maxFileSize} bytes"));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Exists(path)
                ? SourceReadResult.Fail(SourceReadFailure.Failed, "is a link that leads nowhere")
                : SourceReadResult.Fail(SourceReadFailure.NotFound, "no such file");
        }
        catch (UnauthorizedAccessException)
        {
            return SourceReadResult.Fail(SourceReadFailure.AccessDenied, "permission denied");
        }
        catch (Exception e) when (DiskPath.IsExpected(e) || e is OutOfMemoryException)
        {
            return SourceReadResult.Fail(SourceReadFailure.Failed, e.Message);
        }
    }
}
