using System;
using System.Collections.Immutable;
using System.Globalization;

namespace GoAbi.Asm;

/// <summary>Where the parts of an instruction's line are.</summary>
internal readonly record struct ListingLine(
    long Offset, int Start, int PositionStart, int PositionEnd, int MnemonicStart, int MnemonicEnd, int OperandsStart, int OperandsEnd)
{
    public ListingLine MovedBy(int distance) => new(
        Offset, Start + distance, PositionStart + distance, PositionEnd + distance, MnemonicStart + distance, MnemonicEnd + distance, OperandsStart + distance, OperandsEnd + distance);
}

/// <summary>A symbol's first line.</summary>
internal sealed record ListingHeader(
    string Name, int? AbiVersion, string Kind, ImmutableArray<string> Flags, long Size, int Arguments, int Locals, int FunctionId, int Alignment)
{
    public bool IsFunction => Kind.StartsWith("STEXT", StringComparison.Ordinal);
}

/// <summary>The forms that lines of a listing have (cmd/internal/obj: writeSymDebugNamed, Prog.String).</summary>
internal static class ListingLines
{
    /// <summary>TAB 0xOFFSET PC (position) TAB mnemonic [TAB operands].</summary>
    public static bool TryReadInstruction(ReadOnlySpan<char> line, out ListingLine result)
    {
        result = default;
        if (!TryReadOffset(line, out var offset, out var at) || at >= line.Length || line[at] != ' ')
        {
            return false;
        }

        var digits = ++at;
        while (at < line.Length && IsDigit(line[at]))
        {
            at++;
        }

        // At least five digits: two are a byte of a hex dump.
        if (at - digits < 5 || at + 1 >= line.Length || line[at] != ' ' || line[at + 1] != '(')
        {
            return false;
        }

        var position = at + 2;
        var close = line.Slice(position).IndexOf(")\t".AsSpan(), StringComparison.Ordinal);
        if (close < 0 || position + close + 2 >= line.Length)
        {
            return false;
        }

        var mnemonic = position + close + 2;
        var tab = line.Slice(mnemonic).IndexOf('\t');
        var mnemonicEnd = tab < 0 ? line.Length : mnemonic + tab;
        if (mnemonicEnd == mnemonic)
        {
            return false;
        }

        result = new ListingLine(offset, 1, position, position + close, mnemonic, mnemonicEnd, tab < 0 ? line.Length : mnemonicEnd + 1, line.Length);
        return true;
    }

    /// <summary>name[&lt;ABI&gt;[&lt;idx m n&gt;]] [kind] [flag ...] size=N [args=0x.. locals=0x.. funcid=0x.. align=0x.. [leaf]].</summary>
    public static bool TryReadHeader(ReadOnlySpan<char> line, out ListingHeader? header)
    {
        const string SizeWord = " size=";
        header = null;
        if (line.Length == 0 || line[0] is '\t' or '#')
        {
            return false;
        }

        var sizeAt = line.LastIndexOf(SizeWord.AsSpan());
        if (sizeAt <= 0)
        {
            return false;
        }

        // Each flag stands there once.
        const int MostFlags = 6;
        var flags = ImmutableArray.CreateBuilder<string>();
        var rest = line.Slice(0, sizeAt);
        while (flags.Count < MostFlags && TakeLastWord(rest, out var word, out var before) && IsFlag(word))
        {
            flags.Insert(0, word);
            rest = before;
        }

        if (!TakeLastWord(rest, out var kind, out var name) || !IsKind(kind))
        {
            return false;
        }

        var sizes = line.Slice(sizeAt + SizeWord.Length).ToString().Split(' ');
        if (!TryReadDecimal(sizes[0], out var size))
        {
            return false;
        }

        Span<int> numbers = stackalloc int[4];
        for (var i = 1; i < sizes.Length; i++)
        {
            if (sizes[i] == "leaf")
            {
                flags.Add("leaf");
            }
            else if (!TryReadNumber(sizes[i], numbers))
            {
                return false;
            }
        }

        var plain = StripIndex(name.ToString());
        var abi = TakeAbi(ref plain);
        header = new ListingHeader(plain, abi, kind, flags.ToImmutable(), size, numbers[0], numbers[1], numbers[2], numbers[3]);
        return true;
    }

    /// <summary>TAB 0xOFFSET, up to 16 bytes, their characters.</summary>
    public static bool TryReadBytes(ReadOnlySpan<char> line, ImmutableArray<byte>.Builder bytes)
    {
        if (!TryReadOffset(line, out _, out var at))
        {
            return false;
        }

        var count = 0;
        while (count < 16 && at + 2 < line.Length && line[at] == ' ' && HexValue(line[at + 1]) is var high and >= 0 && HexValue(line[at + 2]) is var low and >= 0)
        {
            bytes.Add((byte)((high << 4) | low));
            count++;
            at += 3;
        }

        return count > 0 && at + 1 < line.Length && line[at] == ' ' && line[at + 1] == ' ';
    }

    /// <summary>TAB rel OFFSET+WIDTH t=KIND name[&lt;ABI&gt;]+ADDEND; the addend is hexadecimal on arm and ppc64.</summary>
    public static bool TryReadRelocation(ReadOnlySpan<char> line, int number, bool isHex, out AsmListingRelocation relocation)
    {
        relocation = default;
        const string Word = "\trel ";
        if (!line.StartsWith(Word.AsSpan(), StringComparison.Ordinal))
        {
            return false;
        }

        var text = line.Slice(Word.Length).ToString();
        var plus = text.IndexOf('+');
        var blank = text.IndexOf(' ');
        var kindEnd = blank < 0 ? -1 : text.IndexOf(' ', blank + 1);
        var addend = text.LastIndexOf('+');
        if (plus < 0 || blank < plus || kindEnd < 0 || addend <= kindEnd || string.CompareOrdinal(text, blank + 1, "t=", 0, 2) != 0
            || !TryReadDecimal(text.Substring(0, plus), out var offset)
            || !TryReadDecimal(text.Substring(plus + 1, blank - plus - 1), out var width) || width > int.MaxValue
            || !TryReadAddend(text.Substring(addend + 1), isHex, out var added))
        {
            return false;
        }

        var name = text.Substring(kindEnd + 1, addend - kindEnd - 1);
        var abi = TakeAbi(ref name);
        relocation = new AsmListingRelocation(offset, (int)width, text.Substring(blank + 3, kindEnd - blank - 3), name, abi, added, number);
        return true;
    }

    /// <summary>"file:line", perhaps with "[other:line]" of a //line directive behind it, and with a column.</summary>
    public static (string File, int Line)? ReadPosition(string position)
    {
        var end = position.Length > 0 && position[position.Length - 1] == ']' ? position.IndexOf('[') : position.Length;
        var text = end <= 0 ? position : position.Substring(0, end);
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || !TryReadDecimal(text.Substring(colon + 1), out var number))
        {
            return null;
        }

        var before = text.LastIndexOf(':', colon - 1);
        return before > 0 && TryReadDecimal(text.Substring(before + 1, colon - before - 1), out var line)
            ? (text.Substring(0, before), (int)Math.Min(line, int.MaxValue))
            : (text.Substring(0, colon), (int)Math.Min(number, int.MaxValue));
    }

    public static bool TryReadDecimal(string text, out long value)
    {
        value = 0;
        return text.Length > 0 && IsDigit(text[0]) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryReadOffset(ReadOnlySpan<char> line, out long offset, out int end)
    {
        const int MostDigits = 15;
        offset = 0;
        end = 3;
        if (line.Length < 8 || line[0] != '\t' || line[1] != '0' || line[2] != 'x')
        {
            return false;
        }

        while (end < line.Length && end < 3 + MostDigits && HexValue(line[end]) is var digit and >= 0)
        {
            offset = (offset << 4) | (uint)digit;
            end++;
        }

        return end >= 7;
    }

    private static bool TryReadAddend(string text, bool isHex, out long value) => isHex
        ? long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    // args=0x18; what is unknown or below 0 is printed as 64 bits.
    private static bool TryReadNumber(string word, Span<int> numbers)
    {
        var equals = word.IndexOf('=');
        var slot = equals < 0 ? -1 : Array.IndexOf(["args", "locals", "funcid", "align"], word.Substring(0, equals));
        if (slot < 0 || string.CompareOrdinal(word, equals + 1, "0x", 0, 2) != 0
            || !ulong.TryParse(word.Substring(equals + 3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        numbers[slot] = unchecked((int)value);
        return true;
    }

    private static bool TakeLastWord(ReadOnlySpan<char> text, out string word, out ReadOnlySpan<char> before)
    {
        var blank = text.LastIndexOf(' ');
        word = blank < 0 ? "" : text.Slice(blank + 1).ToString();
        before = blank < 0 ? default : text.Slice(0, blank);

        // A symbol may have no name: " SDWARFVAR size=28".
        return blank >= 0;
    }

    private static bool IsFlag(string word) => word is "static" or "dupok" or "cfunc" or "nosplit" or "topframe" or "asm";

    private static bool IsKind(string word)
    {
        if (word.Length < 3 || word[0] != 'S')
        {
            return false;
        }

        foreach (var c in word)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
            {
                return false;
            }
        }

        return true;
    }

    private static string StripIndex(string name)
    {
        var at = name.Length > 0 && name[name.Length - 1] == '>' ? name.LastIndexOf("<idx ", StringComparison.Ordinal) : -1;
        return at > 0 ? name.Substring(0, at) : name;
    }

    private static int? TakeAbi(ref string name)
    {
        var open = name.LastIndexOf('<');
        if (open < 0 || name[name.Length - 1] != '>' || !TryReadDecimal(name.Substring(open + 1, name.Length - open - 2), out var abi) || abi > ushort.MaxValue)
        {
            return null;
        }

        name = name.Substring(0, open);
        return (int)abi;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static int HexValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };
}
