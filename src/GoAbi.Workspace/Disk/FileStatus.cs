using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GoAbi.Workspace;

/// <summary>What the system says about a file without opening it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Modified">When its content last changed, in nanoseconds from 1970 on.</param>
/// <param name="Changed">When content, mode or links last changed, which nobody can set; where the system does not tell, when it was made.</param>
/// <param name="Inode">Its number on its disk; 0 where the system does not tell.</param>
internal readonly record struct FileStatus(FileKind Kind, long Size, long Modified, long Changed, long Inode)
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const long NanosecondsPerTick = 100;

    // Years -262 to 2242, far from where nanoseconds overflow.
    private const long MaxSeconds = long.MaxValue / NanosecondsPerSecond - NanosecondsPerSecond;

    /// <summary>
    /// True where a file that has this status again is the same one with the same content. On Unix that takes the inode and the time of the last change,
    /// since the time of modification is often set (by tar, rsync, build systems); on Windows nothing else can be had.
    /// </summary>
    public bool IsTelling => Kind == FileKind.Regular && (Inode != 0 || OperatingSystem.IsWindows());

    /// <summary>A path's, with links followed; null where nothing is there or nobody can tell.</summary>
    public static FileStatus? Of(string path) => Get(path, followLinks: true);

    /// <summary>A path's own, also where it is a link.</summary>
    public static FileStatus? OfEntry(string path) => Get(path, followLinks: false);

    /// <summary>An open file's.</summary>
    public static FileStatus? Of(SafeFileHandle handle)
    {
        try
        {
            if (UnixFileStatus.IsKnown)
            {
                return UnixFileStatus.TryGet(handle, out var raw) ? FromUnix(raw) : null;
            }

            return new FileStatus(
                FileKind.Regular,
                RandomAccess.GetLength(handle),
                Nanoseconds(File.GetLastWriteTimeUtc(handle)),
                Nanoseconds(File.GetCreationTimeUtc(handle)),
                0);
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            return null;
        }
    }

    /// <summary>Nanoseconds from 1970 on.</summary>
    public static long Nanoseconds(DateTime time) => (time.ToUniversalTime() - DateTime.UnixEpoch).Ticks * NanosecondsPerTick;

    /// <summary>The time of such a number.</summary>
    public static DateTime Time(long nanoseconds) => DateTime.UnixEpoch.AddTicks(nanoseconds / NanosecondsPerTick);

    private static FileStatus? Get(string path, bool followLinks)
    {
        try
        {
            if (UnixFileStatus.IsKnown)
            {
                return UnixFileStatus.TryGet(path, followLinks, out var raw) ? FromUnix(raw) : null;
            }

            FileSystemInfo info = new FileInfo(path);
            if ((int)info.Attributes == -1)
            {
                return null;
            }

            if ((info.Attributes & FileAttributes.ReparsePoint) != 0)
            {
                if (!followLinks)
                {
                    return new FileStatus(FileKind.Link, 0, 0, 0, 0);
                }

                info = info.ResolveLinkTarget(returnFinalTarget: true) ?? info;
            }

            var isDirectory = (info.Attributes & FileAttributes.Directory) != 0;
            return new FileStatus(
                isDirectory ? FileKind.Directory : FileType.IsSpecial(path) ? FileKind.Special : FileKind.Regular,
                isDirectory ? 0 : new FileInfo(info.FullName).Length,
                Nanoseconds(info.LastWriteTimeUtc),
                Nanoseconds(info.CreationTimeUtc),
                0);
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            return null;
        }
    }

    private static FileStatus? FromUnix(in UnixFileStatus raw)
    {
        if (Math.Abs(raw.ModifiedSeconds) > MaxSeconds || Math.Abs(raw.ChangedSeconds) > MaxSeconds)
        {
            return null;
        }

        return new FileStatus(
            raw.Kind,
            raw.Size,
            (raw.ModifiedSeconds * NanosecondsPerSecond) + raw.ModifiedNanoseconds,
            (raw.ChangedSeconds * NanosecondsPerSecond) + raw.ChangedNanoseconds,
            raw.Inode);
    }
}

/// <summary>What is at a path.</summary>
internal enum FileKind
{
    /// <summary>A file.</summary>
    Regular,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A link, where links are not followed.</summary>
    Link,

    /// <summary>A FIFO, socket or device.</summary>
    Special,
}
