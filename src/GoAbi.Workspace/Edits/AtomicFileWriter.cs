using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>
/// Writes files so that a reader sees the old bytes or the new ones, never a part: a temporary file beside each, moved
/// over it at the end. Several files are first all prepared, then moved one after the other; where a move fails, those
/// already moved get their old bytes back. Disposing removes what was prepared and not committed.
/// </summary>
public sealed class AtomicFileWriter : IDisposable
{
    private readonly List<Prepared> prepared = [];

    /// <summary>Prepares a file's new bytes in a temporary file in its directory, with the mode bits of the file that it will replace.</summary>
    /// <param name="path">Where the bytes will be. A link is replaced; resolve it first to write what it leads to.</param>
    /// <param name="bytes">The new bytes.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The disk refuses.</exception>
    public async Task PrepareAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var old = File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false) : null;
        var entry = new Prepared(path, TemporaryNameFor(path), old);
        prepared.Add(entry);
        await WriteNewAsync(entry.Temporary, path, bytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Moves every prepared file to its place. Not cancellable: from the first move on, finishing is the fastest way to a
    /// consistent tree.
    /// </summary>
    /// <exception cref="IOException">A file could not be moved; those moved before have their old bytes again.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Commit()
    {
        var moved = 0;
        try
        {
            foreach (var entry in prepared)
            {
                File.Move(entry.Temporary, entry.Path, overwrite: entry.Old is not null);
                moved++;
            }
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            for (var i = 0; i < moved; i++)
            {
                Restore(prepared[i]);
            }

            throw;
        }

        prepared.Clear();
    }

    /// <summary>Removes the temporary files that were not moved.</summary>
    public void Dispose()
    {
        foreach (var entry in prepared)
        {
            TryDelete(entry.Temporary);
        }

        prepared.Clear();
    }

    private static void Restore(Prepared entry)
    {
        try
        {
            if (entry.Old is null)
            {
                File.Delete(entry.Path);
                return;
            }

            WriteNewAsync(entry.Temporary, entry.Path, entry.Old, CancellationToken.None).GetAwaiter().GetResult();
            File.Move(entry.Temporary, entry.Path, overwrite: true);
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            // Nothing is left to try; the failure that led here is the one reported.
        }
    }

    private static async Task WriteNewAsync(string temporary, string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        var mode = !OperatingSystem.IsWindows() && File.Exists(path) ? File.GetUnixFileMode(path) : (UnixFileMode?)null;
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            // Nobody who may not read the old file may read the new one, not even for a moment.
            options.UnixCreateMode = mode & (UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var stream = new FileStream(temporary, options);
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            if (mode is { } bits && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(stream.SafeFileHandle, bits);
            }

            stream.Flush(flushToDisk: true);
        }
    }

    // A leading '.' hides it from the go command should the process die before it is removed.
    private static string TemporaryNameFor(string path) => SourcePath.Combine(
        SourcePath.Directory(path),
        "." + SourcePath.FileName(path) + ".goabi-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)) + ".tmp");

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            // It may have been moved already, or the directory may be gone.
        }
    }

    private readonly record struct Prepared(string Path, string Temporary, byte[]? Old);
}
