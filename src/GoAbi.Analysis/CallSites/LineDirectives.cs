using System.Collections.Generic;
using System.Globalization;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>The //line and /*line*/ directives of a Go file, for the places that line tables name (go.dev/cmd/compile, "Compiler Directives").</summary>
internal sealed class LineDirectives
{
    private static readonly LineDirectives None = new([]);

    private readonly List<(int Position, int PhysicalLine, string File, int Line)> directives;
    private GoSyntaxTree? tree;

    private LineDirectives(List<(int Position, int PhysicalLine, string File, int Line)> directives)
    {
        this.directives = directives;
    }

    public static LineDirectives Of(GoSyntaxTree tree)
    {
        List<(int Position, int PhysicalLine, string File, int Line)>? found = null;
        var file = tree.File.Name;
        foreach (var directive in tree.Directives)
        {
            if (directive.Name == "line" && TryParse(directive.Arguments, ref file, out var line))
            {
                // A line comment speaks of the next line, a general comment of what follows it.
                var text = tree.File.Text;
                var physical = text.GetGoPosition(directive.Location.Span.Start).Line;
                var isLineComment = text.Text[directive.Location.Span.Start + 1] == '/';
                (found ??= []).Add((directive.Location.Span.End, isLineComment ? physical + 1 : physical, file, line));
            }
        }

        return found is null ? None : new LineDirectives(found) { tree = tree };
    }

    public LineDirectivePosition? At(int position)
    {
        for (var i = directives.Count - 1; i >= 0; i--)
        {
            if (directives[i].Position <= position)
            {
                var physical = tree!.File.Text.GetGoPosition(position).Line;
                return new LineDirectivePosition(directives[i].File, directives[i].Line + physical - directives[i].PhysicalLine);
            }
        }

        return null;
    }

    // file:line, file:line:column, :line, :line:column
    private static bool TryParse(string arguments, ref string file, out int line)
    {
        var text = arguments.Trim();
        line = 0;
        var last = text.LastIndexOf(':');
        if (last < 0 || !TryNumber(text.Substring(last + 1), out var number))
        {
            return false;
        }

        var rest = text.Substring(0, last);
        var before = rest.LastIndexOf(':');
        if (before >= 0 && TryNumber(rest.Substring(before + 1), out var inner))
        {
            number = inner;
            rest = rest.Substring(0, before);
        }

        if (rest.Length > 0)
        {
            file = rest;
        }

        line = number;
        return number > 0;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
