using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace GoAbi.Fuzz.Assembler;

/// <summary>How a run of the assembler ended.</summary>
public enum AssemblerOutcome
{
    /// <summary>It wrote an object file.</summary>
    Accepted,

    /// <summary>It refused the input.</summary>
    Refused,

    /// <summary>It panicked.</summary>
    Crashed,

    /// <summary>It was stopped because it took too long.</summary>
    TimedOut,
}

/// <summary>What the assembler made of one file.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Messages">What it said, in order.</param>
/// <param name="Output">The same as it was written.</param>
public sealed partial record AssemblerVerdict(AssemblerOutcome Outcome, ImmutableArray<AssemblerMessage> Messages, string Output)
{
    private const string Prefix = "asm: ";

    /// <summary>Reads what a run wrote.</summary>
    public static AssemblerVerdict Read(int exitCode, string output)
    {
        var messages = new List<AssemblerMessage>();
        var ended = false;
        var crashed = false;
        foreach (var line in output.Split('\n'))
        {
            if (line.StartsWith("panic:", StringComparison.Ordinal) || line.StartsWith("fatal error:", StringComparison.Ordinal)
                || line.StartsWith("runtime:", StringComparison.Ordinal))
            {
                crashed = true;
                break;
            }

            if (line.Length == 0 || line[0] == '\t')
            {
                continue;
            }

            if (IsTrailer(line))
            {
                ended = true;
            }
            else if (ReadLine(line) is { } message)
            {
                messages.Add(message);
            }
        }

        var outcome = exitCode == 0 ? AssemblerOutcome.Accepted : crashed || exitCode > 2 ? AssemblerOutcome.Crashed : AssemblerOutcome.Refused;

        // The preprocessor leaves without a last word; its message has the form of the parser's.
        if (outcome == AssemblerOutcome.Refused && !ended && messages.FindLastIndex(static m => m.Stage == AssemblerStage.Parser) is >= 0 and var last)
        {
            messages[last] = messages[last] with { Stage = AssemblerStage.Preprocessor };
        }

        return new AssemblerVerdict(outcome, [.. messages], output);
    }

    /// <summary>True where lexer, preprocessor or parser refused something.</summary>
    public bool RefusedBeforeEncoding => Messages.Any(static m => m.Stage is AssemblerStage.Preprocessor or AssemblerStage.Parser);

    private static bool IsTrailer(string line) =>
        line == "asm: assembly failed" || line == "asm: too many errors"
        || (line.StartsWith("asm: assembly of ", StringComparison.Ordinal) && line.EndsWith(" failed", StringComparison.Ordinal));

    private static AssemblerMessage? ReadLine(string line)
    {
        if (line.StartsWith(Prefix, StringComparison.Ordinal))
        {
            var place = PlaceInside().Match(line, Prefix.Length - 1);
            return new AssemblerMessage(
                AssemblerStage.Encoder, place.Success ? FileName(place.Groups[1].Value) : "", place.Success ? Number(place.Groups[2].Value) : 0, line[Prefix.Length..]);
        }

        var match = PlaceBefore().Match(line);
        return !match.Success ? null : new AssemblerMessage(
            match.Groups[3].Success ? AssemblerStage.Scanner : AssemblerStage.Parser, FileName(match.Groups[1].Value), Number(match.Groups[2].Value), match.Groups[4].Value);
    }

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^([^:]*):(\d+):(?:(\d+):)? ?(.*)$")]
    private static partial Regex PlaceBefore();

    [GeneratedRegex(@"(?:^|[( ])([^\s(:]+):(\d+)(?=[):])")]
    private static partial Regex PlaceInside();
}
