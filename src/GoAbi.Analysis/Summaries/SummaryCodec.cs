using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Security.Cryptography;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// The form that the summaries of one directory's packages have outside memory: magic, format version, table of strings, packages,
/// and SHA-256 of all of that. Canonical: equal summaries give equal bytes on any machine, and no path of a machine is inside.
/// </summary>
public static class SummaryCodec
{
    /// <summary>Changes with every change of the format.</summary>
    public const int FormatVersion = 2;

    private const int HashLength = 32;

    // "GoAbiSum", then the version.
    private static readonly byte[] Magic = [0x47, 0x6F, 0x41, 0x62, 0x69, 0x53, 0x75, 0x6D, FormatVersion];

    /// <summary>True where content begins as a summary does, of this format's version or another.</summary>
    public static bool IsSummary(ReadOnlySpan<byte> content) =>
        content.Length >= Magic.Length && content.Slice(0, Magic.Length - 1).SequenceEqual(Magic.AsSpan(0, Magic.Length - 1));

    /// <summary>The bytes; null where something in the summaries can't leave the machine: a path outside all roots.</summary>
    /// <param name="summaries">The packages of one directory.</param>
    /// <param name="roots">What paths become relative to.</param>
    public static byte[]? Encode(IReadOnlyList<PackageSummary> summaries, SummaryRoots roots)
    {
        if (summaries is null)
        {
            throw new ArgumentNullException(nameof(summaries));
        }

        var writer = new SummaryWriter(roots ?? throw new ArgumentNullException(nameof(roots)));
        var content = writer.Write(w =>
        {
            w.Number(summaries.Count);
            foreach (var summary in summaries)
            {
                SummaryParts.Write(w, summary);
            }
        });
        return writer.HasFailed ? null : Seal(Magic, content);
    }

    /// <summary>The summaries; <c>default</c> where the content is anything but what <see cref="Encode"/> gives. Never throws for content.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="roots">What paths are relative to.</param>
    /// <param name="files">The file at a path; it need not be read before its text is asked for.</param>
    public static ImmutableArray<PackageSummary> TryDecode(byte[] content, SummaryRoots roots, Func<string, SourceFile> files)
    {
        if (content is null)
        {
            throw new ArgumentNullException(nameof(content));
        }

        if (!IsSealed(Magic, content))
        {
            return default;
        }

        var reader = Open(Magic, content, roots ?? throw new ArgumentNullException(nameof(roots)), files ?? throw new ArgumentNullException(nameof(files)));
        var count = reader.Count();
        var summaries = ImmutableArray.CreateBuilder<PackageSummary>();
        for (var i = 0; i < count && !reader.HasFailed; i++)
        {
            summaries.Add(SummaryParts.Read(reader, roots.Package));
        }

        return reader.IsComplete ? summaries.ToImmutable() : default;
    }

    /// <summary>A reader of what was sealed.</summary>
    internal static SummaryReader Open(byte[] magic, byte[] content, SummaryRoots roots, Func<string, SourceFile> files) =>
        new(content, magic.Length, content.Length - HashLength, roots, files);

    /// <summary>Magic, content and the hash of both.</summary>
    internal static byte[] Seal(byte[] magic, byte[] content)
    {
        var all = new byte[magic.Length + content.Length + HashLength];
        magic.CopyTo(all, 0);
        content.CopyTo(all, magic.Length);
        using var sha = SHA256.Create();
        sha.ComputeHash(all, 0, magic.Length + content.Length).CopyTo(all, magic.Length + content.Length);
        return all;
    }

    /// <summary>True where the bytes are what <see cref="Seal"/> gives for some content.</summary>
    internal static bool IsSealed(byte[] magic, byte[] all)
    {
        var length = all.Length - HashLength;
        if (length < magic.Length || !all.AsSpan(0, magic.Length).SequenceEqual(magic))
        {
            return false;
        }

        using var sha = SHA256.Create();
        return all.AsSpan(length).SequenceEqual(sha.ComputeHash(all, 0, length));
    }
}
