using System;
using System.Text;

namespace GoAbi.Analysis;

/// <summary>The message of a finding without the lines of assembly that it names: in a catalogue an edit that only moves statements changes nothing.</summary>
internal static class CatalogueMessage
{
    private const string InLine = " in line ";

    public static string Of(Finding finding)
    {
        var message = finding.Message;
        var isInAssembly = IsAssembly(finding.Location.File.Path, finding.Location.File.Path.Length);
        var text = new StringBuilder(message.Length);
        for (var i = 0; i < message.Length; i++)
        {
            if (message[i] == ':' && IsAssembly(message, i) && AfterDigits(message, i + 1) is var end && end > i + 1)
            {
                i = end - 1;
            }
            else if (isInAssembly && message[i] == ' ' && string.CompareOrdinal(message, i, InLine, 0, InLine.Length) == 0 && AfterDigits(message, i + InLine.Length) is var behind && behind > i + InLine.Length)
            {
                i = behind - 1;
            }
            else
            {
                text.Append(message[i]);
            }
        }

        return text.ToString();
    }

    // "x.s" or "x.h" ends here.
    private static bool IsAssembly(string text, int end) => end > 2 && text[end - 2] == '.' && (text[end - 1] is 's' or 'h');

    private static int AfterDigits(string text, int at)
    {
        while (at < text.Length && text[at] is >= '0' and <= '9')
        {
            at++;
        }

        return at;
    }
}
