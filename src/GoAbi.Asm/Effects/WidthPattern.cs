using System;
using System.Collections.Generic;
using System.Globalization;

namespace GoAbi.Asm;

/// <summary>How much memory a mnemonic touches; made from the words of the tables, whose form eng/WidthTables explains.</summary>
internal readonly struct WidthPattern
{
    private WidthPattern(string text)
    {
        // The letters of registers with a number each, or a word.
        if (text[0] is '=' or '-' or 'i' or 'x' or 'y' or 'z')
        {
            Word = "";
            Registers = text;
            return;
        }

        var at = 0;
        while (at < text.Length && text[at] is >= 'a' and <= 'z')
        {
            at++;
        }

        Word = text.Substring(0, at);
        Number = at < text.Length ? int.Parse(text.Substring(at), CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>list, simd, element, range or length; "" where registers decide.</summary>
    public string Word { get; }

    /// <summary>What stands behind the word; 0 for nothing.</summary>
    public int Number { get; }

    private string? Registers { get; }

    /// <summary>The width that stands behind a letter; null where there is none.</summary>
    /// <param name="letter">x, y, z, -, = or b.</param>
    /// <param name="isImmediate">True for the widths of instructions with an immediate, where they have their own.</param>
    public int? Find(char letter, bool isImmediate)
    {
        var text = Registers ?? "";
        int? found = null;
        for (var i = 0; i < text.Length; i++)
        {
            var hasMark = text[i] == 'i';
            i += hasMark ? 1 : 0;
            var isIt = i < text.Length && text[i] == letter && (!hasMark || isImmediate);
            var number = 0;
            while (i + 1 < text.Length && text[i + 1] is >= '0' and <= '9')
            {
                number = (number * 10) + (text[++i] - '0');
            }

            if (isIt && (hasMark || found is null))
            {
                found = number;
            }
        }

        return found;
    }

    /// <summary>Adds the patterns of a table, by mnemonic; those of the one read last hold.</summary>
    public static void ReadAll(string table, Dictionary<string, WidthPattern> patterns)
    {
        var current = default(WidthPattern);
        foreach (var word in table.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == ':')
            {
                current = new WidthPattern(word.Substring(1));
            }
            else
            {
                patterns[word] = current;
            }
        }
    }
}
