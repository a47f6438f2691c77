using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace GoAbi.Conventions;

/// <summary>Names of one C# type's members, made of Go's, each given once.</summary>
internal sealed class CSharpNames
{
    // What a record struct has already, and Clone, which no record may have.
    private static readonly string[] OfRecords =
        ["Equals", "GetHashCode", "GetType", "ToString", "PrintMembers", "Deconstruct", "EqualityContract", "MemberwiseClone", "ReferenceEquals", "Finalize", "Clone"];

    private readonly HashSet<string> given = new(OfRecords, StringComparer.Ordinal);

    /// <param name="taken">Names that are not to be had, the type's own first of all.</param>
    public CSharpNames(IEnumerable<string> taken) => given.UnionWith(taken);

    /// <summary>A name as C# writes those of properties: x_base is XBase. What has no capital form stays. "" where nothing of it is left.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder();
        var isStart = true;
        foreach (var c in text)
        {
            if (char.IsSurrogate(c))
            {
                // Letters beyond the first plane are letters to Go and none to C#.
                name.Append('u').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else if (char.IsLetter(c) || char.IsDigit(c))
            {
                name.Append(isStart ? char.ToUpperInvariant(c) : c);
            }

            isStart = !char.IsLetterOrDigit(c) && !char.IsSurrogate(c);
        }

        return name.Length > 0 && char.IsDigit(name[0]) ? "_" + name : name.ToString();
    }

    /// <summary>The name, or with a number behind it where it is taken.</summary>
    public string Unique(string name)
    {
        var unique = name;
        for (var i = 2; !given.Add(unique); i++)
        {
            unique = name + "_" + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    /// <summary>A C# string literal.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            literal.Append(c is '"' or '\\' || c < ' ' || c > '~' ? "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture) : c.ToString());
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Text of a documentation comment, on one line.</summary>
    public static string Xml(string text)
    {
        var xml = new StringBuilder();
        foreach (var c in text)
        {
            xml.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                < ' ' or '\u0085' or '\u2028' or '\u2029' or '\ufffe' or '\uffff' => " ",
                _ => c.ToString(),
            });
        }

        return xml.ToString();
    }
}
