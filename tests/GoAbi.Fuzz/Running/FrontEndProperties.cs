using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Fuzz.Running;

/// <summary>
/// What holds for every input: the front end does not throw, its tree is the file byte for byte, every place that it names is in the file named, all that it
/// offers can be had, expansion has its bound, and the same input gives the same result.
/// </summary>
public sealed class FrontEndProperties : IInputCheck
{
    private const int NamesKept = 2000;

    private AsmNameTable kept = new();
    private int done;

    /// <inheritdoc/>
    public PropertyFailure? Check(FuzzInput input, CancellationToken ct)
    {
        kept = ++done % NamesKept == 0 ? new AsmNameTable() : kept;
        return Check(input, kept, ct);
    }

    /// <summary>Checks one input; null where all holds.</summary>
    /// <param name="input">The input.</param>
    /// <param name="names">A table of names that other inputs were read with before.</param>
    /// <param name="ct">Stops the work.</param>
    public static PropertyFailure? Check(FuzzInput input, AsmNameTable names, CancellationToken ct = default)
    {
        try
        {
            var first = new ProgramDigest();
            if (Read(input, names, first, ct) is { } failure)
            {
                return failure;
            }

            // With a table of its own, so that names have other numbers.
            var second = new ProgramDigest();
            return Read(input, null, second, ct) ?? (first.Value == second.Value ? null : new PropertyFailure("not deterministic", "at part " + first.FirstDifference(second)));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return ThrownException.ToFailure(e);
        }
    }

    private static PropertyFailure? Read(FuzzInput input, AsmNameTable? names, ProgramDigest digest, CancellationToken ct)
    {
        var file = input.ToFile();
        var tree = AsmSyntaxTree.Parse(file, names, ct);
        var text = tree.ToFullString();
        if (text != file.Text.Text)
        {
            return new PropertyFailure("the tree is not the file", "text of " + text.Length + " for " + file.Text.Length);
        }

        if (!SourceText.FromString(text).Bytes.Span.SequenceEqual(input.Main))
        {
            return new PropertyFailure("the tree's text is not the file's bytes", "");
        }

        var program = AsmProgram.Create(tree, input.Target, input.ToOptions(), ct);
        return CheckTokens(program, input) ?? CheckDiagnostics(program, digest) ?? digest.Add(program);
    }

    private static PropertyFailure? CheckTokens(AsmProgram program, FuzzInput input)
    {
        // Every token of a file can stand once for itself; headers that are included again count as expansion.
        var most = FuzzInput.MaxExpandedTokens + program.Tree.Tokens.Length + input.Main.Length + 1;
        if (program.Tokens.Length > most)
        {
            return new PropertyFailure("expansion has no bound", program.Tokens.Length + " tokens");
        }

        foreach (var token in program.Tokens)
        {
            if (token.Source < 0 || token.Source >= program.Files.Length || token.Token.Start < 0 || token.Token.End > program.Files[token.Source].Text.Length)
            {
                return new PropertyFailure("a token lies outside of its file", token.ToString());
            }
        }

        return null;
    }

    private static PropertyFailure? CheckDiagnostics(AsmProgram program, ProgramDigest digest)
    {
        foreach (var diagnostic in program.Diagnostics)
        {
            if (diagnostic.Location is not { } location)
            {
                return new PropertyFailure("a diagnostic has no place", diagnostic.ToString());
            }

            if (CheckPlace(program, location) is { } problem)
            {
                return new PropertyFailure("a diagnostic's place " + problem, diagnostic.Id + " " + diagnostic.Message + " at " + location.Span);
            }

            if (!diagnostic.Id.StartsWith("GOABI", StringComparison.Ordinal) || diagnostic.Message.Length == 0 || diagnostic.Message.Length > 100_000)
            {
                return new PropertyFailure("a diagnostic says nothing", diagnostic.Id);
            }

            foreach (var frame in diagnostic.Expansion)
            {
                if (CheckPlace(program, frame.Location) is { } wrong)
                {
                    return new PropertyFailure("the place of an expansion " + wrong, diagnostic + " via " + frame.Name);
                }
            }

            digest.Add(diagnostic.ToString());
        }

        return null;
    }

    private static string? CheckPlace(AsmProgram program, SourceLocation location) =>
        location.Span.Start < 0 || location.Span.Length < 0 || location.Span.End > location.File.Text.Length ? "is outside of its file"
        : !Contains(program.Files, location.File) ? "is in a file that was not read"
        : null;

    private static bool Contains(ImmutableArray<SourceFile> files, SourceFile file)
    {
        foreach (var known in files)
        {
            if (ReferenceEquals(known, file))
            {
                return true;
            }
        }

        return false;
    }
}
