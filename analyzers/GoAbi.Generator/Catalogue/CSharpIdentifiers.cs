using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace GoAbi.Generator;

/// <summary>Names of Go, the linker and people as C# identifiers.</summary>
internal static class CSharpIdentifiers
{
    /// <summary>The name as an identifier, without '@': what C# doesn't allow in one becomes '_' in ASCII and the code point in hexadecimal elsewhere.</summary>
    /// <param name="name">Any text.</param>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 1);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (char.IsHighSurrogate(c) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
            {
                // Letters beyond U+FFFF are letters in Go, not in C#.
                text.Append("_u").Append(char.ConvertToUtf32(c, name[i + 1]).ToString("X", CultureInfo.InvariantCulture));
                i++;
            }
            else if (IsLetter(c) || c == '_')
            {
                text.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber)
            {
                text.Append(text.Length == 0 ? "_" : "").Append(c);
            }
            else if (c is < '\u0080' or '\u00B7' or '\u2215')
            {
                text.Append('_');
            }
            else
            {
                text.Append("_u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return text.Length == 0 ? "_" : text.ToString();
    }

    /// <summary>The identifier as it is written: with '@' where it is a keyword, or might become one.</summary>
    public static string Escape(string identifier)
    {
        // All keywords, contextual ones too, are lower-case ASCII, but for four that no standard has; the compiler warns of types named so (CS8981).
        if (identifier is "__arglist" or "__makeref" or "__reftype" or "__refvalue")
        {
            return "@" + identifier;
        }

        foreach (var c in identifier)
        {
            if (c is < 'a' or > 'z')
            {
                return identifier;
            }
        }

        return "@" + identifier;
    }

    /// <summary>A namespace whose parts are identifiers.</summary>
    public static string Namespace(string name)
    {
        var parts = new List<string>();
        foreach (var part in name.Split('.'))
        {
            if (part.Trim().Length > 0)
            {
                parts.Add("@" + Of(part.Trim()));
            }
        }

        return parts.Count == 0 ? "Go" : string.Join(".", parts);
    }

    private static bool IsLetter(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter;
}

/// <summary>The members of one type: no two have one name, and none that of the type. Names are compared as the compiler compares them, code unit by code unit: in whatever normal form, as in Go.</summary>
internal sealed class MemberNames
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <param name="enclosing">Name of the type, without '@'.</param>
    /// <param name="reserved">Names that are taken already.</param>
    public MemberNames(string enclosing, params string[] reserved)
    {
        taken.Add(enclosing);
        foreach (var name in reserved)
        {
            taken.Add(name);
        }
    }

    /// <summary>An identifier for a name, without '@': the nearest one that is free, with '_' behind it as often as it needs.</summary>
    public string Take(string name)
    {
        var identifier = CSharpIdentifiers.Of(name);
        while (!taken.Add(identifier))
        {
            identifier += "_";
        }

        return identifier;
    }
}
