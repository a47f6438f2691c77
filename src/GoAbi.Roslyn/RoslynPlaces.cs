using System;
using GoAbi.Source;
using Microsoft.CodeAnalysis;

namespace GoAbi.Roslyn;

/// <summary>Places of GoAbi as Roslyn's: both are 0-based, half-open, in UTF-16 code units.</summary>
public static class RoslynPlaces
{
    /// <summary>The span in Roslyn's type.</summary>
    public static Microsoft.CodeAnalysis.Text.TextSpan ToTextSpan(this TextSpan span) => new(span.Start, span.Length);

    /// <summary>Lines and columns of a span, from 0.</summary>
    /// <param name="text">The text that the span lies in.</param>
    /// <param name="span">The span; what lies behind the text counts as its end.</param>
    public static Microsoft.CodeAnalysis.Text.LinePositionSpan ToLinePositionSpan(this SourceText text, TextSpan span)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        var start = text.GetLinePosition(span.Start);
        var end = text.GetLinePosition(span.End);
        return new(new(start.Line, start.Character), new(end.Line, end.Character));
    }

    /// <summary>The place as that of an additional file.</summary>
    /// <param name="location">The place; its path is the one that the compiler shows.</param>
    public static Location ToLocation(this SourceLocation location) => location.ToLocation(static path => path);

    /// <summary>The place as that of an additional file whose path the compiler spells in its own way.</summary>
    /// <param name="location">The place.</param>
    /// <param name="pathOf">The compiler's path for one of <see cref="SourceFile.Path"/>: see <see cref="AdditionalSourceFiles.CompilerPath"/>.</param>
    public static Location ToLocation(this SourceLocation location, Func<string, string> pathOf)
    {
        if (pathOf is null)
        {
            throw new ArgumentNullException(nameof(pathOf));
        }

        return location.File is { } file
            ? Location.Create(pathOf(file.Path), location.Span.ToTextSpan(), file.Text.ToLinePositionSpan(location.Span))
            : Location.None;
    }

    /// <summary>The edit in Roslyn's type.</summary>
    public static Microsoft.CodeAnalysis.Text.TextChange ToTextChange(this TextEdit edit) => new(edit.Span.ToTextSpan(), edit.NewText);
}
