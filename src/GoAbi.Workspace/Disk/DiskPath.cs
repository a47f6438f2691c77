using System;
using System.IO;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>Between the system's paths and those of <see cref="ISourceFiles"/>.</summary>
internal static class DiskPath
{
    /// <summary>'/' between the parts. A backslash separates parts on Windows only; elsewhere it belongs to a name.</summary>
    public static string ToSource(string path) => OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;

    /// <summary>An absolute, normalised path; a relative one is seen from the current directory.</summary>
    public static string Absolute(string path) => SourcePath.Normalize(ToSource(Path.GetFullPath(path)));

    /// <summary>True for what a disk is expected to do: missing, forbidden, broken, too long.</summary>
    public static bool IsExpected(Exception e) =>
        e is IOException or UnauthorizedAccessException or System.Security.SecurityException or NotSupportedException or ArgumentException;
}
