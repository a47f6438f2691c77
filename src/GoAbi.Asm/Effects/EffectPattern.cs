using System;
using System.Collections.Generic;
using System.Globalization;

namespace GoAbi.Asm;

/// <summary>What a mnemonic says about its operands and about what it does besides; made from the words of the tables, whose form eng/EffectTables explains.</summary>
internal sealed class EffectPattern
{
    private EffectPattern(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] is >= 'a' and <= 'z')
        {
            at++;
        }

        Roles = text.Substring(0, at);
        while (at < text.Length)
        {
            var sign = text[at++];
            switch (sign)
            {
                case '=' or '&':
                    Transfer = sign == '=' ? AsmTransfer.Value : AsmTransfer.Address;
                    TransferWidth = text[at++] - '0';
                    break;
                case '^':
                    UpdatesBase = true;
                    break;
                case '<' or '>':
                    PopSize = int.Parse(Take(text, ref at), CultureInfo.InvariantCulture) * (sign == '<' ? 1 : -1);
                    break;
                case '#':
                    ImmediateSign = text[at++] == '+' ? 1 : -1;
                    break;
                case '.':
                    IsRange = true;
                    break;
                case '+':
                    Writes = Take(text, ref at).Split(',');
                    break;
                case '-':
                    Reads = Take(text, ref at).Split(',');
                    break;
                case '!':
                    Flags = ReadFlags(text.Substring(at));
                    at = text.Length;
                    break;
                case '?':
                    Flags = AsmEffectFlags.Unknown;
                    break;
            }
        }
    }

    /// <summary>A letter an operand, for the last ones; "" for unknown effects.</summary>
    public string Roles { get; }

    public AsmTransfer Transfer { get; }

    /// <summary>The width of pointers for which <see cref="Transfer"/> holds.</summary>
    public int TransferWidth { get; }

    public bool UpdatesBase { get; }

    /// <summary>Bytes popped; below 0 for a push.</summary>
    public int PopSize { get; }

    /// <summary>1 where an immediate is added to what the last operand names, -1 where it is taken from it, else 0.</summary>
    public int ImmediateSign { get; }

    public bool IsRange { get; }

    public string[] Writes { get; } = [];

    public string[] Reads { get; } = [];

    public AsmEffectFlags Flags { get; }

    /// <summary>The letter of an operand.</summary>
    public char RoleOf(int operand, int count)
    {
        var at = Roles.Length - (count - operand);
        return Roles.Length == 0 ? 'r' : Roles[at < 0 ? 0 : at];
    }

    /// <summary>The patterns of a table, by mnemonic.</summary>
    public static Dictionary<string, EffectPattern> ReadAll(string table)
    {
        var patterns = new Dictionary<string, EffectPattern>(StringComparer.Ordinal);
        EffectPattern? current = null;
        foreach (var word in table.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == ':')
            {
                current = new EffectPattern(word.Substring(1));
            }
            else
            {
                patterns.Add(word, current!);
            }
        }

        return patterns;
    }

    // Up to the next sign of a pattern.
    private static string Take(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or ',')
        {
            at++;
        }

        return text.Substring(start, at - start);
    }

    private static AsmEffectFlags ReadFlags(string letters)
    {
        var flags = AsmEffectFlags.None;
        foreach (var letter in letters)
        {
            flags |= letter switch
            {
                'x' => AsmEffectFlags.Traps,
                'c' => AsmEffectFlags.Calls,
                'm' => AsmEffectFlags.ReadsMemory,
                'M' => AsmEffectFlags.WritesMemory,
                's' => AsmEffectFlags.ReadsSegmentBase,
                'S' => AsmEffectFlags.WritesSegmentBase,
                _ => AsmEffectFlags.Unknown,
            };
        }

        return flags;
    }
}
