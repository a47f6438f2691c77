using System;
using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace GoAbi.ApiReference;

/// <summary>Comments as Markdown, on one line.</summary>
internal static class CommentText
{
    public static string Summary(XElement member)
    {
        if (member.Element("summary") is not { } summary)
        {
            return "";
        }

        var text = new StringBuilder();
        Append(text, summary);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText words:
                    text.Append(words.Value);
                    break;
                case XElement { Name.LocalName: "c" or "code" } code:
                    text.Append('`').Append(code.Value).Append('`');
                    break;
                case XElement { IsEmpty: true } reference when reference.Attributes().FirstOrDefault() is { } name:
                    text.Append('`').Append(name.Value[(name.Value.LastIndexOf('.') + 1)..]).Append('`');
                    break;
                case XElement inner:
                    Append(text, inner);
                    break;
            }
        }
    }
}
