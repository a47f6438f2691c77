using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace GoAbi.Workspace;

/// <summary>
/// The bytes of an index: a magic word, the root, the number of files, then for each, sorted by path, how much of the path before it begins with, the
/// rest of the path, size, times, inode, day and hash; at the end SHA-256 of all before. Numbers are little-endian.
/// </summary>
internal static class FileHashFormat
{
    // Some 2,700 years after 1970.
    private const int MaxDay = 1_000_000;

    private const int HashSize = SHA256.HashSizeInBytes;

    // Shared length, rest's length, size, two times, inode, day and hash.
    private const int FixedSize = 2 + 2 + 8 + 8 + 8 + 8 + 4 + HashSize;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> Magic => "goabi-f1"u8;

    /// <summary>The bytes; a path that is no text or too long is left out.</summary>
    public static byte[] Write(string root, IReadOnlyList<KeyValuePair<string, FileHashEntry>> sorted)
    {
        var output = new MemoryStream(256 + (sorted.Count * (FixedSize + 32)));
        output.Write(Magic);
        WriteText(output, TryEncode(root) ?? []);
        var countAt = output.Position;
        Span<byte> fields = stackalloc byte[FixedSize];
        output.Write(fields[..4]);
        byte[] previous = [];
        var count = 0;
        foreach (var (path, entry) in sorted)
        {
            if (TryEncode(path) is not { } bytes)
            {
                continue;
            }

            var shared = previous.AsSpan().CommonPrefixLength(bytes);
            BinaryPrimitives.WriteUInt16LittleEndian(fields, (ushort)shared);
            BinaryPrimitives.WriteUInt16LittleEndian(fields[2..], (ushort)(bytes.Length - shared));
            BinaryPrimitives.WriteInt64LittleEndian(fields[4..], entry.Size);
            BinaryPrimitives.WriteInt64LittleEndian(fields[12..], entry.Modified);
            BinaryPrimitives.WriteInt64LittleEndian(fields[20..], entry.Changed);
            BinaryPrimitives.WriteInt64LittleEndian(fields[28..], entry.Inode);
            BinaryPrimitives.WriteInt32LittleEndian(fields[36..], entry.SeenDay);
            entry.Hash.CopyTo(fields[40..]);
            output.Write(fields);
            output.Write(bytes.AsSpan(shared));
            previous = bytes;
            count++;
        }

        output.Position = countAt;
        BinaryPrimitives.WriteInt32LittleEndian(fields, count);
        output.Write(fields[..4]);
        output.Position = output.Length;
        output.Write(SHA256.HashData(output.GetBuffer().AsSpan(0, (int)output.Length)));
        return output.ToArray();
    }

    /// <summary>What the bytes hold; null where they are damaged, of another format or of another root.</summary>
    public static List<KeyValuePair<string, FileHashEntry>>? TryRead(string root, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Magic.Length + 2 + 4 + HashSize || !bytes.StartsWith(Magic))
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[HashSize];
        var content = bytes[..^HashSize];
        SHA256.HashData(content, hash);
        if (!hash.SequenceEqual(bytes[^HashSize..]))
        {
            return null;
        }

        // From here on everything is as it was written; lengths are looked at all the same.
        content = content[Magic.Length..];
        var rootLength = BinaryPrimitives.ReadUInt16LittleEndian(content);
        if (content.Length < 2 + rootLength + 4 || !content.Slice(2, rootLength).SequenceEqual(TryEncode(root) ?? []))
        {
            return null;
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(content[(2 + rootLength)..]);
        return ReadEntries(content[(2 + rootLength + 4)..], count);
    }

    private static List<KeyValuePair<string, FileHashEntry>>? ReadEntries(ReadOnlySpan<byte> content, int count)
    {
        if (count < 0 || count > content.Length / FixedSize)
        {
            return null;
        }

        var entries = new List<KeyValuePair<string, FileHashEntry>>(count);
        var path = new byte[ushort.MaxValue];
        var pathLength = 0;
        for (var i = 0; i < count; i++)
        {
            if (content.Length < FixedSize)
            {
                return null;
            }

            var shared = BinaryPrimitives.ReadUInt16LittleEndian(content);
            var rest = BinaryPrimitives.ReadUInt16LittleEndian(content[2..]);
            if (shared > pathLength || shared + rest > path.Length || content.Length - FixedSize < rest)
            {
                return null;
            }

            content.Slice(FixedSize, rest).CopyTo(path.AsSpan(shared));
            pathLength = shared + rest;
            if (TryDecode(path.AsSpan(0, pathLength)) is not { } text)
            {
                return null;
            }

            var seenDay = BinaryPrimitives.ReadInt32LittleEndian(content[36..]);
            if (seenDay is < 0 or > MaxDay || (i > 0 && string.CompareOrdinal(entries[i - 1].Key, text) >= 0))
            {
                return null;
            }

            entries.Add(KeyValuePair.Create(text, new FileHashEntry(
                BinaryPrimitives.ReadInt64LittleEndian(content[4..]),
                BinaryPrimitives.ReadInt64LittleEndian(content[12..]),
                BinaryPrimitives.ReadInt64LittleEndian(content[20..]),
                BinaryPrimitives.ReadInt64LittleEndian(content[28..]),
                seenDay,
                content.Slice(40, HashSize).ToArray())));
            content = content[(FixedSize + rest)..];
        }

        return content.IsEmpty ? entries : null;
    }

    private static void WriteText(MemoryStream output, byte[] text)
    {
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)text.Length);
        output.Write(length);
        output.Write(text);
    }

    private static byte[]? TryEncode(string text)
    {
        try
        {
            var bytes = Utf8.GetBytes(text);
            return bytes.Length <= ushort.MaxValue ? bytes : null;
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static string? TryDecode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
