using System;
using System.Collections.Immutable;

namespace GoAbi.Source;

/// <summary>How bad a finding or diagnostic is.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably wrong.</summary>
    Warning,

    /// <summary>Wrong.</summary>
    Error,
}

/// <summary>A place in a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Span">The code units meant.</param>
public readonly record struct SourceLocation(SourceFile File, TextSpan Span)
{
    /// <summary>Where the span starts, as Go prints it.</summary>
    public GoPosition Start => File.Text.GetGoPosition(Span.Start);

    /// <summary>Where the span ends, as Go prints it.</summary>
    public GoPosition End => File.Text.GetGoPosition(Span.End);

    /// <inheritdoc/>
    public override string ToString() => File is null ? "" : File.Path + ":" + Start;
}

/// <summary>One step of a macro expansion or an include: the place of the invocation, and what was invoked.</summary>
/// <param name="Location">The invocation, or the #include directive.</param>
/// <param name="Name">The macro's name, or the included file as written.</param>
/// <param name="IsInclude">True for an include.</param>
public readonly record struct ExpansionFrame(SourceLocation Location, string Name, bool IsInclude = false);

/// <summary>Something to say about input: expected errors are values of this type, never exceptions.</summary>
/// <param name="Id">Rule id, GOABI4nnn for syntax and preprocessor, GOABI9nnn for the tool's own.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">One sentence, without the place.</param>
/// <param name="Location">Where; null where no file is to blame.</param>
public sealed record SourceDiagnostic(string Id, Severity Severity, string Message, SourceLocation? Location)
{
    /// <summary>How the place came to be, outermost invocation first; empty outside macros and includes.</summary>
    public ImmutableArray<ExpansionFrame> Expansion { get; init; } = ImmutableArray<ExpansionFrame>.Empty;

    /// <summary>What may have been meant, as a hint below the message; null where nothing is near.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The path that is to blame where no file could be read; null otherwise.</summary>
    public string? Path { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var place = Location is { } location ? location.ToString() + ": " : Path is null ? "" : Path + ": ";
        return FormattableString.Invariant($"{place}{Severity} {Id}: {Message}");
    }
}
