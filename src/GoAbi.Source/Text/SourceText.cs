using System;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Threading;

namespace GoAbi.Source;

/// <summary>
/// The text of one file together with its bytes. Decoding never fails and never loses anything: a byte that is not
/// well-formed UTF-8 becomes a lone surrogate (U+DC80..U+DCFF), a byte order mark stays as U+FEFF at position 0, and line
/// endings stay as they are; <see cref="Bytes"/> are always the file's own. Immutable and thread-safe.
/// </summary>
public sealed class SourceText
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly byte[] bytes;
    private readonly bool isAscii;
    private LineTable? lines;
    private string? contentHash;

    private SourceText(byte[] bytes, string text, bool isAscii)
    {
        this.bytes = bytes;
        Text = text;
        this.isAscii = isAscii;
    }

    /// <summary>The file's bytes, untouched.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>The decoded text. Spans count its UTF-16 code units.</summary>
    public string Text { get; }

    /// <summary>Length of <see cref="Text"/> in UTF-16 code units.</summary>
    public int Length => Text.Length;

    /// <summary>True where the file starts with the UTF-8 byte order mark.</summary>
    public bool HasByteOrderMark => Text.Length > 0 && Text[0] == ByteOrderMark;

    /// <summary>The lines.</summary>
    public LineTable Lines => lines ?? Interlocked.CompareExchange(ref lines, new LineTable(Text), null) ?? lines!;

    /// <summary>SHA-256 of <see cref="Bytes"/> in lower-case hexadecimal.</summary>
    public string ContentHash => contentHash ??= ComputeHash(bytes);

    /// <summary>The text of <paramref name="bytes"/>; the array belongs to the result from then on.</summary>
    public static SourceText FromBytes(byte[] bytes)
    {
        if (bytes is null)
        {
            throw new ArgumentNullException(nameof(bytes));
        }

        var text = Utf8Decoding.Decode(bytes, out var isAscii);
        return new SourceText(bytes, text, isAscii);
    }

    /// <summary>A text that never was a file.</summary>
    public static SourceText FromString(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        var bytes = Utf8Decoding.Encode(text.AsSpan());
        return new SourceText(bytes, text, bytes.Length == text.Length && IsAscii(text));
    }

    /// <summary>The code units of <paramref name="span"/>.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>The code units of <paramref name="span"/> as a string.</summary>
    public string ToString(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The line, without its ending (LF or CR LF).</summary>
    /// <param name="line">From 0.</param>
    public TextSpan LineSpan(int line)
    {
        var start = Lines.StartOf(line);
        var end = line + 1 < Lines.Count ? Lines.StartOf(line + 1) - 1 : Text.Length;
        return TextSpan.FromBounds(start, end > start && Text[end - 1] == '\r' ? end - 1 : end);
    }

    /// <summary>Line and UTF-16 column of a position, both from 0; behind the text, those of its end.</summary>
    public LinePosition GetLinePosition(int position)
    {
        position = Math.Min(position, Length);
        var line = Lines.LineOf(position);
        return new LinePosition(line, position - Lines.StartOf(line));
    }

    /// <summary>Line and byte column of a position as Go prints them, both from 1. A byte order mark counts as bytes of line 1, as in go/token. Behind the text: those of its end.</summary>
    public GoPosition GetGoPosition(int position)
    {
        position = Math.Min(position, Length);
        var line = Lines.LineOf(position);
        var start = Lines.StartOf(line);
        var column = isAscii ? position - start : Utf8Decoding.CountBytes(Text.AsSpan(start, position - start));
        return new GoPosition(line + 1, column + 1);
    }

    /// <summary>Where a position is in <see cref="Bytes"/>.</summary>
    public int GetByteOffset(int position) =>
        isAscii ? position : Utf8Decoding.CountBytes(Text.AsSpan(0, position));

    /// <summary>
    /// The text with <paramref name="edits"/> made on its bytes: what no edit touches stays identical, bad bytes included.
    /// </summary>
    /// <exception cref="ArgumentException">Two edits overlap, or one lies outside the text.</exception>
    public SourceText WithEdits(ImmutableArray<TextEdit> edits)
    {
        if (edits.IsDefaultOrEmpty)
        {
            return this;
        }

        var sorted = edits.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        using var output = new EditBuffer(bytes.Length);
        var from = 0;
        var fromByte = 0;
        foreach (var edit in sorted)
        {
            if (edit.Span.Start < from || edit.Span.End > Text.Length || edit.Span.Length < 0)
            {
                throw new ArgumentException("Edit " + edit.Span + " overlaps another edit or lies outside the text.", nameof(edits));
            }

            var startByte = fromByte + CountBytes(from, edit.Span.Start);
            output.Append(bytes.AsSpan(fromByte, startByte - fromByte));
            output.Append(Utf8Decoding.Encode(edit.NewText.AsSpan()));
            fromByte = startByte + CountBytes(edit.Span.Start, edit.Span.End);
            from = edit.Span.End;
        }

        output.Append(bytes.AsSpan(fromByte));
        return FromBytes(output.ToArray());
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool IsAscii(string text)
    {
        foreach (var c in text)
        {
            if (c >= 0x80)
            {
                return false;
            }
        }

        return true;
    }

    private static string ComputeHash(byte[] bytes)
    {
        const string Digits = "0123456789abcdef";
#if NETSTANDARD
        using var algorithm = SHA256.Create();
        var hash = algorithm.ComputeHash(bytes);
#else
        var hash = SHA256.HashData(bytes);
#endif
        var text = new char[hash.Length * 2];
        for (var i = 0; i < hash.Length; i++)
        {
            text[2 * i] = Digits[hash[i] >> 4];
            text[(2 * i) + 1] = Digits[hash[i] & 15];
        }

        return new string(text);
    }

    private int CountBytes(int start, int end) =>
        isAscii ? end - start : Utf8Decoding.CountBytes(Text.AsSpan(start, end - start));
}
