using System;
using System.IO;

namespace GoAbi.Workspace;

/// <summary>
/// One file of the cache. It appears whole by a rename and is never changed afterwards, so whoever has it open reads all of it,
/// whether it is replaced or removed meanwhile. Nothing here throws for what a disk does.
/// </summary>
internal static class CacheFile
{
    /// <summary>The largest file that is read.</summary>
    public const int MaxSize = 256 * 1024 * 1024;

    // Go's build cache does so too: exact enough to know what is used, and reading stays reading.
    private static readonly TimeSpan TouchInterval = TimeSpan.FromHours(1);

    /// <summary>The content; null where there is no regular file. A link is not followed. Being read counts as being used.</summary>
    public static byte[]? TryRead(string path, TimeProvider time)
    {
        // Also the cheap way to learn that it is not there: an exception costs more than all else.
        if (FileStatus.OfEntry(path) is not { Kind: FileKind.Regular } entry)
        {
            return null;
        }

        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (FileStatus.Of(handle) is not { Kind: FileKind.Regular, Size: <= MaxSize } opened || IsLink(path, entry, opened))
            {
                return null;
            }

            var content = new byte[opened.Size];
            var length = 0;
            while (length < content.Length)
            {
                var read = RandomAccess.Read(handle, content.AsSpan(length), length);
                if (read == 0)
                {
                    return null;
                }

                length += read;
            }

            Touch(handle, path, opened, time.GetUtcNow().UtcDateTime);
            return content;
        }
        catch (Exception e) when (DiskPath.IsExpected(e) || e is OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Puts content at a path in one step.</summary>
    /// <param name="temporary">A path beside it that nobody else uses.</param>
    /// <param name="path">The path. A link there is replaced.</param>
    /// <param name="content">The content.</param>
    /// <exception cref="IOException">The disk refuses; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Write(string temporary, string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var isMade = false;
        try
        {
            using (var stream = new FileStream(temporary, options))
            {
                isMade = true;
                stream.Write(content);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (isMade && DiskPath.IsExpected(e))
        {
            TryDelete(temporary);
            throw;
        }
    }

    /// <summary>Removes a file, where that is possible.</summary>
    public static bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            return false;
        }
    }

    // Between the two looks the file may have been replaced by another, which is as good, or by a link, which is not.
    private static bool IsLink(string path, in FileStatus entry, in FileStatus opened) =>
        entry.Inode != opened.Inode && (FileStatus.OfEntry(path) is not { Kind: FileKind.Regular } again || again.Inode != opened.Inode);

    private static void Touch(Microsoft.Win32.SafeHandles.SafeFileHandle handle, string path, in FileStatus status, DateTime now)
    {
        if ((now - FileStatus.Time(status.Modified)).Duration() < TouchInterval)
        {
            return;
        }

        try
        {
            if (OperatingSystem.IsWindows())
            {
                File.SetLastWriteTimeUtc(path, now); // a handle for reading may not
            }
            else
            {
                File.SetLastWriteTimeUtc(handle, now);
            }
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            // A cache that may only be read: then nothing of it is removed by us either.
        }
    }
}
