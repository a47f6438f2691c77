using System;

namespace GoAbi.Asm;

/// <summary>
/// [$|*]name[&lt;&gt;|&lt;ABI&gt;][±offset][@GOT](base)[(index*scale)], where the name is the linker's: with parentheses, brackets, quotes and blanks in it, as long as they are
/// balanced. Places count from the operand's start.
/// </summary>
internal readonly record struct ListingSymbolOperand(AsmOperandPrefix Prefix, int NameStart, int NameEnd, bool IsStatic, long Offset, int BaseStart, int BaseEnd)
{
    public static bool TryRead(string text, out ListingSymbolOperand operand)
    {
        operand = default;
        var prefix = text.Length == 0 ? AsmOperandPrefix.None : text[0] switch
        {
            '$' => AsmOperandPrefix.Address,
            '*' => AsmOperandPrefix.Indirect,
            _ => AsmOperandPrefix.None,
        };
        var start = prefix == AsmOperandPrefix.None ? 0 : 1;
        if (text.Length == 0 || text[text.Length - 1] != ')')
        {
            return false;
        }

        var open = text.LastIndexOf('(');
        if (open > start && text[open - 1] == ')' && !IsBase(text, open + 1, text.Length - 1))
        {
            // (base)(index*scale)
            open = text.LastIndexOf('(', open - 1);
        }

        if (open <= start)
        {
            return false;
        }

        var baseEnd = text.IndexOf(')', open);
        var nameEnd = open;
        const string Got = "@GOT";
        if (nameEnd - start > Got.Length && string.CompareOrdinal(text, nameEnd - Got.Length, Got, 0, Got.Length) == 0)
        {
            nameEnd -= Got.Length;
        }

        var offset = 0L;
        var digits = nameEnd;
        while (digits > start && text[digits - 1] is >= '0' and <= '9')
        {
            digits--;
        }

        if (digits > start && digits < nameEnd && text[digits - 1] is '+' or '-'
            && ListingLines.TryReadDecimal(text.Substring(digits, nameEnd - digits), out offset))
        {
            offset = text[digits - 1] == '-' ? -offset : offset;
            nameEnd = digits - 1;
        }
        else if (digits == start)
        {
            // 16(SP) has no name.
            return false;
        }

        var isStatic = EndsWith(text, start, nameEnd, "<>");
        nameEnd -= isStatic ? 2
            : EndsWith(text, start, nameEnd, "<ABI0>") ? 6
            : EndsWith(text, start, nameEnd, "<ABIInternal>") ? 13
            : 0;
        if (nameEnd <= start || text[start] is '(' or '-' || baseEnd <= open + 1)
        {
            return false;
        }

        operand = new ListingSymbolOperand(prefix, start, nameEnd, isStatic, offset, open + 1, baseEnd);
        return true;
    }

    private static bool EndsWith(string text, int start, int end, string suffix) =>
        end - start >= suffix.Length && string.CompareOrdinal(text, end - suffix.Length, suffix, 0, suffix.Length) == 0;

    private static bool IsBase(string text, int start, int end) =>
        end - start == 2 && (string.CompareOrdinal(text, start, "SB", 0, 2) == 0 || string.CompareOrdinal(text, start, "SP", 0, 2) == 0
            || string.CompareOrdinal(text, start, "FP", 0, 2) == 0);
}
