using System.Globalization;
using System.Text;

namespace GoAbi.Generator;

/// <summary>Generated C#, line by line; text of others gets in escaped only.</summary>
internal sealed class CSharpText
{
    private readonly StringBuilder text = new();
    private string indent = "";

    /// <summary>A line of our own.</summary>
    public CSharpText Line(string line = "")
    {
        text.Append(line.Length == 0 ? "" : indent).Append(line).Append('\n');
        return this;
    }

    /// <summary>Opens a block behind a line.</summary>
    public CSharpText Open(string line)
    {
        Line(line).Line("{");
        indent += "    ";
        return this;
    }

    /// <summary>Closes the last block.</summary>
    public CSharpText Close()
    {
        indent = indent.Substring(4);
        return Line("}");
    }

    /// <summary>A summary; what stands in it is XML.</summary>
    public CSharpText Summary(string xml) => Line("/// <summary>" + xml + "</summary>");

    /// <summary>Text of others as the text of XML that stands in a comment of one line.</summary>
    public static string Xml(string value)
    {
        var xml = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            switch (c)
            {
                case '&':
                    xml.Append("&amp;");
                    break;
                case '<':
                    xml.Append("&lt;");
                    break;
                case '>':
                    xml.Append("&gt;");
                    break;
                case '\t':
                    xml.Append(' ');
                    break;
                default:
                    if (IsPlain(c))
                    {
                        xml.Append(c);
                    }
                    else
                    {
                        AppendEscape(xml, c);
                    }

                    break;
            }
        }

        return xml.ToString();
    }

    /// <summary>Code in a summary.</summary>
    public static string Code(string value) => "<c>" + Xml(value) + "</c>";

    /// <summary>Text of others as a string literal.</summary>
    public static string Literal(string value)
    {
        var literal = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
            {
                literal.Append('\\').Append(c);
            }
            else if (IsPlain(c))
            {
                literal.Append(c);
            }
            else
            {
                AppendEscape(literal, c);
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A number.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The keyword.</summary>
    public static string Boolean(bool value) => value ? "true" : "false";

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    // What ends a line, isn't allowed in XML or turns the direction of writing is never written as it is.
    private static bool IsPlain(char c) => c >= ' ' && !char.IsSurrogate(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static void AppendEscape(StringBuilder to, char c) => to.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
}
