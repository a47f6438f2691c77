using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using GoAbi.Asm;
using GoAbi.Fuzz.Assembler;
using GoAbi.Source;

namespace GoAbi.Fuzz.Parity;

/// <summary>How a comparison ended.</summary>
public enum ParityOutcome
{
    /// <summary>With the lines that the assembler refuses emptied, it accepts the rest: every line was judged.</summary>
    Judged,

    /// <summary>The assembler crashed or hung: nothing behind is judged.</summary>
    Crashed,

    /// <summary>The assembler refuses something without naming a line of the file: what only we refuse is not judged.</summary>
    Unlocated,
}

/// <summary>The result of a comparison.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Differences">The lines that one side alone refuses.</param>
/// <param name="Refused">How many lines lexer, preprocessor and parser of the assembler refuse.</param>
/// <param name="RefusedByEncoder">How many lines only its encoder refuses.</param>
/// <param name="EncoderAgrees">How many of those we refuse too.</param>
public sealed record ParityResult(ParityOutcome Outcome, ImmutableArray<ParityDifference> Differences, int Refused, int RefusedByEncoder, int EncoderAgrees);

/// <summary>
/// Compares line by line what the assembler refuses and what we refuse. It stops at some errors and does not encode where it
/// has found one, so refused lines are emptied and both read the file again, until the assembler accepts it.
/// </summary>
/// <param name="assembler">The assembler.</param>
/// <param name="directory">A directory of the caller's to write in; one comparison at a time.</param>
/// <param name="files">The disk.</param>
public sealed class RefusalComparison(GoAssembler assembler, string directory, ISourceFiles files)
{
    /// <summary>The import path that inputs are assembled with.</summary>
    public const string Package = "test";

    /// <summary>How often a file is read again at most.</summary>
    public int MaxRounds { get; init; } = 60;

    /// <summary>Compares one file.</summary>
    public ParityResult Compare(ParityInput input)
    {
        var path = SourcePath.Combine(directory, SourcePath.FileName(input.Path));
        var includes = input.Includes.Insert(0, SourcePath.Directory(input.Path));
        var state = new State(input.Content, SourcePath.FileName(path));
        for (var round = 0; round < MaxRounds; round++)
        {
            var content = state.Lines.ToBytes();
            File.WriteAllBytes(path, content);
            var theirs = assembler.Assemble(path, SourcePath.Combine(directory, "out.o"), input.Target, input.Package, includes);
            if (theirs.Outcome is AssemblerOutcome.Crashed or AssemblerOutcome.TimedOut)
            {
                return state.End(ParityOutcome.Crashed);
            }

            var ours = OurVerdict.Of(input with { Path = path, Content = content, Includes = includes }, assembler.Root, files);
            theirs = theirs with { Messages = [.. theirs.Messages.Select(m => m.File == state.Name ? m with { Line = ours.ActualLine(m.Line) } : m)] };

            if (theirs.Outcome == AssemblerOutcome.Accepted)
            {
                state.AddOnlyOurs(theirs, ours);
                return state.End(ParityOutcome.Judged);
            }

            if (!(theirs.RefusedBeforeEncoding ? state.TakeRefused(theirs, ours) : state.TakeEncoder(theirs, ours)))
            {
                return state.End(ParityOutcome.Unlocated);
            }
        }

        return state.End(ParityOutcome.Unlocated);
    }

    private sealed class State(byte[] content, string name)
    {
        private readonly List<ParityDifference> differences = [];
        private readonly SourceLines original = new(content);
        private readonly HashSet<int> refused = [];
        private readonly HashSet<int> refusedByEncoder = [];
        private readonly HashSet<int> encoderAgrees = [];

        public string Name => name;

        public SourceLines Lines { get; } = new(content);

        public ParityResult End(ParityOutcome outcome) => new(
            outcome, [.. differences.Distinct().OrderBy(static d => d.Line)], refused.Count, refusedByEncoder.Count, encoderAgrees.Count);

        // A label that is missing behind the last TEXT, or where there is none, is an error that alone does not fail the run: neither side is wrong.
        public void AddOnlyOurs(AssemblerVerdict theirs, OurVerdict ours)
        {
            var said = theirs.Messages.Where(static m => m.Stage == AssemblerStage.Parser).SelectMany(m => RefusalMatch.For(m, ours)).ToHashSet();
            foreach (var refusal in ours.Refusals.Where(r => !said.Contains(r)))
            {
                differences.Add(new ParityDifference(IsMissed: false, refusal.Line, refusal.Id, refusal.Text, original[refusal.Line]));
            }
        }

        // False where nothing could be emptied.
        public bool TakeRefused(AssemblerVerdict theirs, OurVerdict ours)
        {
            var changed = false;
            foreach (var message in theirs.Messages.Where(static m => m.Stage is AssemblerStage.Preprocessor or AssemblerStage.Parser))
            {
                var matches = RefusalMatch.For(message, ours).ToList();
                refused.Add(message.Line);
                if (matches.Count == 0)
                {
                    differences.Add(new ParityDifference(IsMissed: true, message.Line, "", message.Text, original[message.Line]));
                }

                changed |= Remove(message, matches);
            }

            return changed;
        }

        public bool TakeEncoder(AssemblerVerdict theirs, OurVerdict ours)
        {
            var changed = false;
            foreach (var line in theirs.Messages.Where(m => m.Stage == AssemblerStage.Encoder && m.File == name).Select(static m => m.Line).Distinct())
            {
                refusedByEncoder.Add(line);
                if (ours.Refusals.Any(r => r.File == name && r.Line == line))
                {
                    encoderAgrees.Add(line);
                }

                changed |= Lines.Empty(line);
            }

            return changed;
        }

        private bool Remove(AssemblerMessage message, List<OurRefusal> matches)
        {
            if (message.Text.StartsWith("unclosed #if", StringComparison.Ordinal))
            {
                Lines.Append("#endif");
                return true;
            }

            // What is wrong is on our line; the assembler's may be another, or the same in a directive of several lines.
            var changed = false;
            foreach (var match in matches.Where(m => m.File == name))
            {
                for (var line = match.Line; line <= Math.Max(match.Line, message.Stage == AssemblerStage.Preprocessor ? message.Line - 1 : 0); line++)
                {
                    changed |= Lines.Empty(line);
                }
            }

            if (message.File != name || changed)
            {
                return changed;
            }

            for (var line = message.Line; line > 0; line--)
            {
                if (Lines.Empty(line))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
