using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GoAbi.Workspace;

/// <summary>Sizes as options and variables give them.</summary>
public static class ByteSize
{
    /// <summary>Reads "16M", "512K", "1G" or a number of bytes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bytes">How many bytes it says.</param>
    /// <param name="error">What is wrong with it, for people.</param>
    public static bool TryParse(string? text, out long bytes, [NotNullWhen(false)] out string? error)
    {
        text ??= "";
        var digits = text.TrimEnd('K', 'M', 'G', 'k', 'm', 'g');
        var shift = (text.Length - digits.Length, text.Length == 0 ? ' ' : char.ToUpperInvariant(text[^1])) switch
        {
            (0, _) => 0,
            (1, 'K') => 10,
            (1, 'M') => 20,
            (1, 'G') => 30,
            _ => -1,
        };
        if (shift >= 0
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= long.MaxValue >> shift)
        {
            bytes = number << shift;
            error = null;
            return true;
        }

        bytes = 0;
        error = "'" + text + "' is no size: write for example 16M, 512K or a number of bytes.";
        return false;
    }
}
