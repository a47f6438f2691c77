using System;

namespace GoAbi.Source;

/// <summary>
/// Bytes to UTF-16 and back without loss: each byte that is not part of well-formed UTF-8 becomes the lone surrogate
/// U+DC00 + byte (U+DC80..U+DCFF), which well-formed input can never produce.
/// </summary>
internal static class Utf8Decoding
{
    public static string Decode(byte[] bytes, out bool isAscii)
    {
#if NET
        isAscii = System.Text.Ascii.IsValid(bytes);
#else
        var firstWide = 0;
        while (firstWide < bytes.Length && bytes[firstWide] < 0x80)
        {
            firstWide++;
        }

        isAscii = firstWide == bytes.Length;
#endif
        if (isAscii)
        {
            return System.Text.Encoding.ASCII.GetString(bytes);
        }

        var chars = new char[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length;)
        {
            var lead = bytes[i];
            if (lead < 0x80)
            {
                chars[length++] = (char)lead;
                i++;
                continue;
            }

            var size = TryDecodeRune(bytes, i, out var rune);
            if (size == 0)
            {
                chars[length++] = (char)(0xDC00 + lead);
                i++;
                continue;
            }

            if (rune >= 0x10000)
            {
                rune -= 0x10000;
                chars[length++] = (char)(0xD800 + (rune >> 10));
                chars[length++] = (char)(0xDC00 + (rune & 0x3FF));
            }
            else
            {
                chars[length++] = (char)rune;
            }

            i += size;
        }

        return new string(chars, 0, length);
    }

    /// <summary>The bytes of <paramref name="text"/>; the inverse of <see cref="Decode"/>.</summary>
    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[CountBytes(text)];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            int c = text[i];
            if (c < 0x80)
            {
                bytes[length++] = (byte)c;
            }
            else if (c < 0x800)
            {
                bytes[length++] = (byte)(0xC0 | (c >> 6));
                bytes[length++] = (byte)(0x80 | (c & 0x3F));
            }
            else if (IsPair(text, i))
            {
                var rune = 0x10000 + ((c - 0xD800) << 10) + (text[i + 1] - 0xDC00);
                bytes[length++] = (byte)(0xF0 | (rune >> 18));
                bytes[length++] = (byte)(0x80 | ((rune >> 12) & 0x3F));
                bytes[length++] = (byte)(0x80 | ((rune >> 6) & 0x3F));
                bytes[length++] = (byte)(0x80 | (rune & 0x3F));
                i++;
            }
            else if (IsEscapedByte(c))
            {
                bytes[length++] = (byte)(c - 0xDC00);
            }
            else
            {
                bytes[length++] = (byte)(0xE0 | (c >> 12));
                bytes[length++] = (byte)(0x80 | ((c >> 6) & 0x3F));
                bytes[length++] = (byte)(0x80 | (c & 0x3F));
            }
        }

        return bytes;
    }

    /// <summary>How many bytes <see cref="Encode"/> makes of <paramref name="text"/>.</summary>
    public static int CountBytes(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            int c = text[i];
            if (c < 0x80)
            {
                count++;
            }
            else if (c < 0x800)
            {
                count += 2;
            }
            else if (IsPair(text, i))
            {
                count += 4;
                i++;
            }
            else
            {
                count += IsEscapedByte(c) ? 1 : 3;
            }
        }

        return count;
    }

    private static bool IsEscapedByte(int c) => c is >= 0xDC80 and <= 0xDCFF;

    private static bool IsPair(ReadOnlySpan<char> text, int i) =>
        char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);

    // The Go specification's UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF (unicode/utf8.DecodeRune).
    private static int TryDecodeRune(byte[] bytes, int i, out int rune)
    {
        rune = 0;
        int lead = bytes[i];
        int size;
        int least;
        if (lead is >= 0xC2 and <= 0xDF)
        {
            (size, least, rune) = (2, 0x80, lead & 0x1F);
        }
        else if (lead is >= 0xE0 and <= 0xEF)
        {
            (size, least, rune) = (3, 0x800, lead & 0x0F);
        }
        else if (lead is >= 0xF0 and <= 0xF4)
        {
            (size, least, rune) = (4, 0x10000, lead & 0x07);
        }
        else
        {
            return 0;
        }

        if (i + size > bytes.Length)
        {
            return 0;
        }

        for (var k = 1; k < size; k++)
        {
            if ((bytes[i + k] & 0xC0) != 0x80)
            {
                return 0;
            }

            rune = (rune << 6) | (bytes[i + k] & 0x3F);
        }

        return rune < least || rune > 0x10FFFF || rune is >= 0xD800 and <= 0xDFFF ? 0 : size;
    }
}
