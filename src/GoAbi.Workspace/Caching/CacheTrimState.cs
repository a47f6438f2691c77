using System;
using System.Buffers.Binary;
using System.IO;
using System.Threading;

namespace GoAbi.Workspace;

/// <summary>
/// When the cache was last trimmed and how many bytes were written since, by all processes: two numbers in a file that is locked while somebody has
/// this object. What is no such file counts as never trimmed.
/// </summary>
internal sealed class CacheTrimState : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    private readonly FileStream file;

    private CacheTrimState(FileStream file) => this.file = file;

    /// <summary>The state, locked; null where another process has it, or a link is in its place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tries">How often to try; the waits between grow from a millisecond on.</param>
    /// <exception cref="UnauthorizedAccessException">The disk refuses.</exception>
    public static CacheTrimState? TryLock(string path, int tries)
    {
        for (var i = 0; i < tries; i++)
        {
            if (FileStatus.OfEntry(path) is { Kind: not FileKind.Regular })
            {
                return null;
            }

            try
            {
                return new CacheTrimState(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
            }
            catch (IOException) when (i + 1 < tries)
            {
                // Whoever only counts is done in no time; whoever trims isn't, and then it is being done.
                Thread.Sleep(1 << i);
            }
            catch (IOException)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Adds what was written; true where trimming is due, which it then no longer is.</summary>
    public bool IsDue(long written, long share, DateTimeOffset now)
    {
        Span<byte> numbers = stackalloc byte[16];
        var isKnown = file.ReadAtLeast(numbers, numbers.Length, throwOnEndOfStream: false) == numbers.Length;
        var last = isKnown ? BinaryPrimitives.ReadInt64LittleEndian(numbers) : 0;
        var before = isKnown ? BinaryPrimitives.ReadInt64LittleEndian(numbers[8..]) : 0;
        var elapsed = now.ToUnixTimeSeconds() - last;
        var total = before < 0 || before > long.MaxValue - written ? long.MaxValue : before + written;

        // A clock that went back is no reason to wait for it.
        var isDue = total >= share || elapsed < 0 || elapsed >= Interval.TotalSeconds;
        BinaryPrimitives.WriteInt64LittleEndian(numbers, isDue ? now.ToUnixTimeSeconds() : last);
        BinaryPrimitives.WriteInt64LittleEndian(numbers[8..], isDue ? 0 : total);
        if (isDue || written != 0)
        {
            file.Position = 0;
            file.Write(numbers);
            file.SetLength(numbers.Length);
        }

        return isDue;
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
