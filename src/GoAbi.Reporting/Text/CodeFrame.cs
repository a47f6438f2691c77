using System;
using System.Globalization;
using System.IO;
using System.Text;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>A line of source with carets under a span.</summary>
internal readonly struct CodeFrame
{
    private const int MaxLength = 200;
    private const int Before = 60;

    private CodeFrame(int number, string code, string carets)
    {
        Number = number;
        Code = code;
        Carets = carets;
    }

    /// <summary>The line, from 1.</summary>
    public int Number { get; }

    /// <summary>The line's text, fit for a terminal.</summary>
    public string Code { get; }

    /// <summary>What goes under it: tabs where the line has tabs, so that both are as wide whatever the tab stops.</summary>
    public string Carets { get; }

    /// <summary>The frame of the first line of a location; of a span over several lines, the carets end with the first.</summary>
    public static CodeFrame Of(SourceLocation location)
    {
        var text = location.File.Text;
        var line = text.Lines.LineOf(location.Span.Start);
        var span = text.LineSpan(line);
        var start = Math.Min(location.Span.Start, span.End);
        var end = Math.Clamp(location.Span.End, start, span.End);
        var from = span.Length <= MaxLength ? span.Start : Math.Max(span.Start, start - Before);
        var to = Math.Min(span.End, from + MaxLength);
        if (from == 0 && text.HasByteOrderMark && to > 0)
        {
            from = 1;
        }

        var prefix = from > span.Start && text.Text[from - 1] != '\uFEFF' ? "…" : "";
        var code = prefix + TerminalText.Clean(text.ToString(TextSpan.FromBounds(from, to))) + (to < span.End ? "…" : "");
        var carets = new StringBuilder();
        carets.Append(' ', prefix.Length);
        AppendBlank(carets, TerminalText.Clean(text.ToString(TextSpan.FromBounds(from, Math.Max(from, start)))));
        carets.Append('^', Math.Max(1, Width(TerminalText.Clean(text.ToString(TextSpan.FromBounds(Math.Min(start, to), Math.Min(end, to)))))));
        return new CodeFrame(line + 1, code, carets.ToString());
    }

    /// <summary>Writes the frame, its margin as wide as the line's number.</summary>
    public void Write(TextWriter writer, TextStyle style, Severity severity)
    {
        var number = Number.ToString(CultureInfo.InvariantCulture);
        var margin = new string(' ', number.Length);
        writer.Write(style.Margin(margin + " |") + "\n");
        writer.Write(style.Margin(number + " |") + " " + Code + "\n");
        writer.Write(style.Margin(margin + " |") + " " + style.Rule(Carets, severity) + "\n");
    }

    private static void AppendBlank(StringBuilder target, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\t')
            {
                target.Append('\t');
            }
            else
            {
                target.Append(' ', TerminalText.WidthOf(rune));
            }
        }
    }

    private static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += TerminalText.WidthOf(rune);
        }

        return width;
    }
}
