using System;
using System.IO;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>The bytes of a file, or why there are none.</summary>
/// <param name="Bytes">The bytes; null on failure.</param>
/// <param name="Failure">Why not.</param>
/// <param name="Reason">The reason in words; null on success.</param>
/// <param name="Status">What the system said of the file both before and after it was read; null where that was not the same, or it does not say.</param>
internal readonly record struct FileReading(byte[]? Bytes, SourceReadFailure Failure, string? Reason, FileStatus? Status)
{
    /// <summary>Reads a regular file up to a size. Nothing else is ever opened.</summary>
    public static FileReading Of(string path, long maxFileSize)
    {
        if (!SourcePath.IsAbsolute(path))
        {
            return Fail(SourceReadFailure.NotFound, "is not an absolute path");
        }

        try
        {
            if (Directory.Exists(path))
            {
                return Fail(SourceReadFailure.NotAFile, "is a directory");
            }

            if (FileType.IsSpecial(path))
            {
                return Fail(SourceReadFailure.NotAFile, "is not a regular file");
            }

            using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
            var before = FileStatus.Of(stream.SafeFileHandle);
            return stream.Length <= maxFileSize && ReadUpTo(stream, maxFileSize) is { } bytes
                ? new FileReading(bytes, SourceReadFailure.None, null, Unchanged(before, FileStatus.Of(stream.SafeFileHandle), bytes.Length))
                : Fail(SourceReadFailure.TooLarge, FormattableString.Invariant($"is larger than the limit of {maxFileSize} bytes"));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Exists(path)
                ? Fail(SourceReadFailure.Failed, "is a link that leads nowhere")
                : Fail(SourceReadFailure.NotFound, "no such file");
        }
        catch (UnauthorizedAccessException)
        {
            return Fail(SourceReadFailure.AccessDenied, "permission denied");
        }
        catch (Exception e) when (DiskPath.IsExpected(e) || e is OutOfMemoryException)
        {
            return Fail(SourceReadFailure.Failed, e.Message);
        }
    }

    private static FileReading Fail(SourceReadFailure failure, string reason) => new(null, failure, reason, null);

    // Files of /proc say another length than they have.
    private static FileStatus? Unchanged(FileStatus? before, FileStatus? after, int length) =>
        before is { Kind: FileKind.Regular } status && before == after && status.Size == length ? status : null;

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
}
