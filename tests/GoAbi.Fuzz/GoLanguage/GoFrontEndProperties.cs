using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Fuzz.Running;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Fuzz.GoLanguage;

/// <summary>
/// What holds for every Go file: nothing throws (scanner, parser, declarations, names, types of all that is in it), every place is in the file, the same input gives the
/// same result, and reading takes no more memory than its size says.
/// </summary>
public sealed class GoFrontEndProperties : IInputCheck
{
    // Bytes that one reading may allocate for each byte of an input, and for any input at all: to a tree, and then to names and all types. A tree takes 4 a byte of
    // ordinary source; a file of brackets alone has a token and some nodes for each byte. Of types that nest, each level is asked for by itself, and
    // written out: some hundred bytes for each of the 200 levels that are read.
    private const int TreeBytes = 100, TypeBytes = 20_000, TreeBase = 8_000_000, TypeBase = 32_000_000;

    private const int NamesKept = 2000;

    private GoNameTable names = new();
    private int done;

    /// <inheritdoc/>
    public PropertyFailure? Check(FuzzInput input, CancellationToken ct)
    {
        names = ++done % NamesKept == 0 ? new GoNameTable() : names;
        try
        {
            var start = GC.GetAllocatedBytesForCurrentThread();
            var tree = GoSyntaxTree.Parse(ToFile(input), new GoParseOptions { Names = names }, ct);
            var parsed = GC.GetAllocatedBytesForCurrentThread() - start;
            if (parsed > TreeBase + ((long)TreeBytes * input.Main.Length))
            {
                return new PropertyFailure("a tree takes much memory", parsed + " bytes for " + input.Main.Length);
            }

            var first = GoTreeDigest.Of(tree, out var failure);
            if (failure is not null)
            {
                return failure;
            }

            // With names of its own, so that they have other numbers.
            var second = GoTreeDigest.Of(GoSyntaxTree.Parse(ToFile(input), options: null, ct), out failure);
            if (failure is not null || first != second)
            {
                return failure ?? new PropertyFailure("not deterministic", "");
            }

            _ = GoTreeDigest.Of(GoSyntaxTree.Parse(ToFile(input), new GoParseOptions { Names = names, SkipFunctionBodies = true }, ct), out failure);
            if (failure is not null)
            {
                return failure;
            }

            start = GC.GetAllocatedBytesForCurrentThread();
            failure = GoTypeReading.Read(tree, input.Target, ct);
            var typed = GC.GetAllocatedBytesForCurrentThread() - start;
            return failure ?? (typed > TypeBase + ((long)TypeBytes * input.Main.Length)
                ? new PropertyFailure("types take much memory", typed + " bytes for " + input.Main.Length)
                : null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return ThrownException.ToFailure(e);
        }
    }

    private static SourceFile ToFile(FuzzInput input) => new("/d/x.go", SourceText.FromBytes(input.Main.AsSpan().ToArray()));
}
