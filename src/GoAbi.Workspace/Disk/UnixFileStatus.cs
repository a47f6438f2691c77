using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GoAbi.Workspace;

/// <summary>
/// The status of a file as the runtime's own native library gives it: one system call, where FileInfo makes an object and has
/// neither the inode nor the time of the last change. The order of its fields may differ between releases of the runtime,
/// so it is looked at once a process whether what they say is what FileInfo says; where not, nobody uses it.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct UnixFileStatus
{
    private int flags;
    private int mode;
    private uint user;
    private uint group;
    private long size;
    private long accessedSeconds;
    private long accessedNanoseconds;
    private long modifiedSeconds;
    private long modifiedNanoseconds;
    private long changedSeconds;
    private long changedNanoseconds;
    private long bornSeconds;
    private long bornNanoseconds;
    private long device;
    private long specialDevice;
    private long inode;
    private Reserve reserve;

    private static readonly Lazy<bool> Known = new(Compare);

    /// <summary>True where there is such a library and it says what FileInfo says.</summary>
    public static bool IsKnown => Known.Value;

    public readonly long Size => size;

    public readonly long ModifiedSeconds => modifiedSeconds;

    public readonly long ModifiedNanoseconds => modifiedNanoseconds;

    public readonly long ChangedSeconds => changedSeconds;

    public readonly long ChangedNanoseconds => changedNanoseconds;

    public readonly long Inode => inode;

    public readonly FileKind Kind => FileType.KindOf(mode);

    /// <summary>A path's; false where nothing is there.</summary>
    public static bool TryGet(string path, bool followLinks, out UnixFileStatus status)
    {
        status = default;
        return !path.Contains('\0', StringComparison.Ordinal) && (followLinks ? Stat(path, ref status) : LStat(path, ref status)) == 0;
    }

    /// <summary>An open file's.</summary>
    public static bool TryGet(SafeFileHandle handle, out UnixFileStatus status)
    {
        status = default;
        return FStat(handle, ref status) == 0;
    }

    private static bool Compare()
    {
        if (OperatingSystem.IsWindows() || Environment.ProcessPath is not { } path)
        {
            return false;
        }

        try
        {
            using var handle = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(handle);
            var modified = File.GetLastWriteTimeUtc(handle);
            return TryGet(handle, out var status) && TryGet(path, followLinks: true, out var same)
                && status.inode == same.inode && status.inode != 0
                && status.Kind == FileKind.Regular
                && status.size == length
                && DateTime.UnixEpoch.AddSeconds(status.modifiedSeconds).AddTicks(status.modifiedNanoseconds / 100) == modified
                && status.changedSeconds > 0;
        }
        catch (Exception e) when (DiskPath.IsExpected(e) || e is DllNotFoundException or EntryPointNotFoundException or ArgumentException)
        {
            return false;
        }
    }

#pragma warning disable SYSLIB1054 // The generated form needs unsafe code; this one does not.
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, ref UnixFileStatus status);

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_LStat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LStat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, ref UnixFileStatus status);

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_FStat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FStat(SafeFileHandle handle, ref UnixFileStatus status);
#pragma warning restore SYSLIB1054

    // Room for what a later release may add.
    [System.Runtime.CompilerServices.InlineArray(48)]
    private struct Reserve
    {
        private long element;
    }
}
