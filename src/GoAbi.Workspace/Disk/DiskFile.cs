using System;
using System.Security.Cryptography;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>One file as a run sees it: what it holds, what its hash is, each found out when it is first asked for, of one state of the file.</summary>
internal sealed class DiskFile(string path)
{
    private readonly Lock gate = new();
    private FileReading? reading;
    private SourceReadResult? result;
    private string? hash;
    private bool isHashKnown;
    private FileStatus? believed;

    /// <summary>The file, read once.</summary>
    /// <param name="maxFileSize">The largest file to read.</param>
    /// <param name="changed">Told where it is not what the hash that was given says.</param>
    public SourceReadResult Read(long maxFileSize, Action<string>? changed)
    {
        lock (gate)
        {
            if (result is { } known)
            {
                return known;
            }

            var read = reading ?? FileReading.Of(path, maxFileSize);
            result = read.Bytes is { } bytes
                ? SourceReadResult.Success(new SourceFile(path, SourceText.FromBytes(bytes)))
                : SourceReadResult.Fail(read.Failure, read.Reason!);

            // The text has the bytes from now on.
            reading = read with { Bytes = null };
            if (believed is not null && read.Status != believed && result.Value.File?.Text.ContentHash != hash)
            {
                changed?.Invoke(path);
            }

            return result.Value;
        }
    }

    /// <summary>SHA-256 of what <see cref="Read"/> gives; null where that fails.</summary>
    public string? GetHash(long maxFileSize, FileHashIndex? index)
    {
        lock (gate)
        {
            if (!isHashKnown)
            {
                hash = result is null ? FindHash(maxFileSize, index) : result.Value.File?.Text.ContentHash;
                isHashKnown = true;
            }

            return hash;
        }
    }

    private string? FindHash(long maxFileSize, FileHashIndex? index)
    {
        if (index is not null
            && SourcePath.IsAbsolute(path)
            && FileStatus.Of(path) is { IsTelling: true } status
            && status.Size <= maxFileSize
            && index.Find(path, status) is { } found)
        {
            believed = status;
            return found;
        }

        var started = index?.Now() ?? default;
        var read = FileReading.Of(path, maxFileSize);
        reading = read;
        if (read.Bytes is not { } bytes)
        {
            return null;
        }

        var computed = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (read.Status is { IsTelling: true } steady)
        {
            index?.Add(path, steady, computed, started);
        }

        return computed;
    }
}
