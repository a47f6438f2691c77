using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace GoAbi.Workspace;

/// <summary>
/// What the cache's directory holds: <c>v1/ab/KEY</c> for summaries, <c>v1/files/KEY</c> for indexes of files, KEY being 64 hexadecimal
/// digits, and beside them what is not yet finished, <c>KEY.PROCESS-THREAD-RANDOM.tmp</c>. Anything else is somebody else's and
/// is never touched. A change of layout is another version.
/// </summary>
internal static class CacheLayout
{
    /// <summary>The directory of this version.</summary>
    public const string Version = "v1";

    /// <summary>The directory of indexes of files.</summary>
    public const string FilesDirectory = "files";

    /// <summary>The file that says when the cache was trimmed and what was written since.</summary>
    public const string TrimStateName = "trim-state";

    /// <summary>Digits of a key.</summary>
    public const int KeyLength = 64;

    private const string TemporarySuffix = ".tmp";

    // bford.info/cachedir: programs that make backups leave such a directory out.
    private const string Tag = "Signature: 8a477f597d28d172789f06886806bc55\n# This directory is a cache of goabi. About the tag: https://bford.info/cachedir/\n";

    private const string Readme =
        "This directory holds what goabi keeps between runs, so that it need not be worked out again.\n"
        + "'goabi cache info' says how much that is, 'goabi cache clean' removes it. The variable GOABI_CACHE\n"
        + "names another directory, or is 'off'; GOABI_CACHE_SIZE bounds the size.\n";

    /// <summary>True for 64 lower-case hexadecimal digits: nothing else becomes part of a path.</summary>
    public static bool IsKey(ReadOnlySpan<char> key) => key.Length == KeyLength && IsHexadecimal(key);

    /// <summary>True for the name of a directory of summaries.</summary>
    public static bool IsShard(ReadOnlySpan<char> name) => name.Length == 2 && IsHexadecimal(name);

    /// <summary>True for the name of this version's directory or another's.</summary>
    public static bool IsVersion(ReadOnlySpan<char> name) =>
        name.Length is > 1 and < 6 && name[0] == 'v' && name[1..].IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>True for the name of a file that is being written, or was when its process died.</summary>
    public static bool IsTemporary(ReadOnlySpan<char> name) =>
        name.Length > KeyLength + TemporarySuffix.Length
        && name[KeyLength] == '.'
        && name.EndsWith(TemporarySuffix, StringComparison.Ordinal)
        && IsKey(name[..KeyLength])
        && IsHexadecimal(name[(KeyLength + 1)..^TemporarySuffix.Length], orDash: true);

    /// <summary>A name that no other process and no other thread gives.</summary>
    public static string TemporaryName(string key) => string.Create(
        CultureInfo.InvariantCulture,
        $"{key}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}-{Random.Shared.Next():x8}{TemporarySuffix}");

    /// <summary>Where summaries with such a key are.</summary>
    public static string ShardOf(string directory, string key) => Path.Join(directory, Version, key.AsSpan(0, 2));

    /// <summary>The directories of summaries of a version's directory, and that of indexes; of those there are, those that are no links.</summary>
    public static IEnumerable<string> Shards(string versionDirectory)
    {
        for (var i = 0; i <= byte.MaxValue; i++)
        {
            var shard = Path.Join(versionDirectory, i.ToString("x2", CultureInfo.InvariantCulture));
            if (IsDirectory(shard))
            {
                yield return shard;
            }
        }

        var files = Path.Join(versionDirectory, FilesDirectory);
        if (IsDirectory(files))
        {
            yield return files;
        }
    }

    /// <summary>True for a directory that is no link.</summary>
    public static bool IsDirectory(string path) => FileStatus.OfEntry(path) is { Kind: FileKind.Directory };

    /// <summary>Makes the cache's directory, with what tells people and programs what it is, and one directory in it.</summary>
    /// <param name="directory">The cache's directory.</param>
    /// <param name="shard">The directory in that of the version.</param>
    /// <exception cref="IOException">The disk refuses, or something else is there.</exception>
    /// <exception cref="UnauthorizedAccessException">The disk refuses.</exception>
    public static void Make(string directory, string shard)
    {
        MakePrivate(directory);
        WriteOnce(Path.Join(directory, "CACHEDIR.TAG"), Tag);
        WriteOnce(Path.Join(directory, "README"), Readme);
        foreach (var inner in (ReadOnlySpan<string>)[Path.Join(directory, Version), shard])
        {
            MakePrivate(inner);
            if (!IsDirectory(inner))
            {
                throw new IOException("'" + inner + "' is a link or no directory.");
            }
        }
    }

    // A plain loop: what searches with vectors has to be compiled when a run starts, in every run.
    private static bool IsHexadecimal(ReadOnlySpan<char> text, bool orDash = false)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigitLower(c) && !(orDash && c == '-'))
            {
                return false;
            }
        }

        return true;
    }

    // What a module's sources say is for nobody but the user.
    private static void MakePrivate(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void WriteOnce(string path, string text)
    {
        if (FileStatus.OfEntry(path) is not null)
        {
            return;
        }

        try
        {
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.ASCII.GetBytes(text));
        }
        catch (IOException)
        {
            // Another process was faster, or the disk is full, which the entry to come will find out.
        }
    }
}
