using System;
using System.Runtime.InteropServices;

namespace GoAbi.Workspace;

/// <summary>What is at a path, told without opening it: opening a FIFO blocks, opening a device can do anything.</summary>
internal static class FileType
{
    // S_IFMT, S_IFREG, S_IFDIR and S_IFLNK have these values on every Unix that .NET runs on.
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;
    private const int Folder = 0x4000;
    private const int SymbolicLink = 0xA000;

    // System.Native's FileStatus starts with Flags and Mode; the rest differs between releases and is not read.
    private const int ModeOffset = 4;
    private const int StatusSize = 512;

    /// <summary>True for a FIFO, socket or device; false for what is a file or a directory, or where nobody can tell.</summary>
    public static bool IsSpecial(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        Span<byte> status = stackalloc byte[StatusSize];
        try
        {
            if (Stat(path, ref MemoryMarshal.GetReference(status)) != 0)
            {
                return false;
            }
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }

        return KindOf(MemoryMarshal.Read<int>(status[ModeOffset..])) == FileKind.Special;
    }

    /// <summary>What a mode says.</summary>
    public static FileKind KindOf(int mode) => (mode & TypeMask) switch
    {
        Regular => FileKind.Regular,
        Folder => FileKind.Directory,
        SymbolicLink => FileKind.Link,
        _ => FileKind.Special,
    };

#pragma warning disable SYSLIB1054 // The generated form needs unsafe code; this one does not.
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, ref byte status);
#pragma warning restore SYSLIB1054
}
