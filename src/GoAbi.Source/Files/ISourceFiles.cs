using System.Collections.Immutable;

namespace GoAbi.Source;

/// <summary>
/// All that the pure layers see of files. Disk, editors' overlays, build systems and tests each bring their own.
/// Implementations are thread-safe, never throw for what they find (a failure is a value), and answer the same for the
/// same path as long as they live.
/// </summary>
public interface ISourceFiles
{
    /// <summary>What a directory holds, sorted by name ordinally; empty where it can't be listed or is none.</summary>
    ImmutableArray<SourceEntry> List(string directory);

    /// <summary>The file at a path, or why it can't be had.</summary>
    SourceReadResult Read(string path);

    /// <summary>
    /// The path with every link in it resolved, so that two names of one place are equal and a link that leaves a
    /// directory is seen to leave it; null where nothing is there.
    /// </summary>
    string? GetIdentity(string path);
}

/// <summary>One entry of a directory.</summary>
/// <param name="Name">Its name, without the directory.</param>
/// <param name="IsDirectory">True for a directory (or a link to one).</param>
/// <param name="IsLink">True for a symbolic link; the go command's "..." does not follow links to directories.</param>
public readonly record struct SourceEntry(string Name, bool IsDirectory, bool IsLink = false);

/// <summary>Why a file could not be read.</summary>
public enum SourceReadFailure
{
    /// <summary>It was read.</summary>
    None,

    /// <summary>Nothing is at that path.</summary>
    NotFound,

    /// <summary>A directory, device or the like.</summary>
    NotAFile,

    /// <summary>Reading it is not allowed.</summary>
    AccessDenied,

    /// <summary>It is larger than the limit given.</summary>
    TooLarge,

    /// <summary>Any other failure of the system.</summary>
    Failed,
}

/// <summary>A file, or the reason why there is none.</summary>
/// <param name="File">The file; null on failure.</param>
/// <param name="Failure">Why not.</param>
/// <param name="Reason">The reason in words, without the path; null on success.</param>
public readonly record struct SourceReadResult(SourceFile? File, SourceReadFailure Failure, string? Reason)
{
    /// <summary>A file that was read.</summary>
    public static SourceReadResult Success(SourceFile file) => new(file, SourceReadFailure.None, null);

    /// <summary>A file that was not.</summary>
    public static SourceReadResult Fail(SourceReadFailure failure, string reason) => new(null, failure, reason);
}
