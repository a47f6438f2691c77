using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace GoAbi.Reporting;

/// <summary>Names for what is generated in other languages: ASCII identifiers, each given once.</summary>
internal sealed class CNames
{
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    /// <summary>An identifier for a text that isn't one yet; "" where nothing of it is left.</summary>
    public static string Identifier(string text)
    {
        var name = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '_')
            {
                name.Append(name.Length == 0 && char.IsAsciiDigit(c) ? "_" : "").Append(c);
            }
            else if (c > '\u007f')
            {
                name.Append('u').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else if (c == '.' && name.Length > 0)
            {
                name.Append('_');
            }
        }

        return name.ToString();
    }

    /// <summary>The name, or with a number behind it where it is taken: blank fields have all the same name.</summary>
    public string Unique(string name)
    {
        var unique = name;
        for (var i = 2; !given.Add(unique); i++)
        {
            unique = name + "_" + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    /// <summary>Text that stays inside a comment.</summary>
    public static string Comment(string text) => text.Replace("*/", "* /", StringComparison.Ordinal).Replace("/*", "/ *", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
