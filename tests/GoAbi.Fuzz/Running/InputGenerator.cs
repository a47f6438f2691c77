using System.Collections.Generic;
using System.Linq;
using GoAbi.Fuzz.Corpus;
using GoAbi.Fuzz.Mutation;
using GoAbi.Source;

namespace GoAbi.Fuzz.Running;

/// <summary>Makes the inputs of a run over assembly: the same for the same seed, number and corpus.</summary>
/// <param name="corpus">What they are made from.</param>
/// <param name="seed">The run's seed.</param>
/// <param name="versions">The Go versions of their targets.</param>
public sealed class InputGenerator(FuzzCorpus corpus, ulong seed, IReadOnlyList<GoVersion> versions) : IInputSource
{
    /// <summary>How many lines of the corpus an input begins with at most.</summary>
    public int MaxLines { get; init; } = 24;

    /// <summary>Room for an input.</summary>
    public int MaxLength { get; init; } = 16_384;

    /// <summary>True where an input's architecture is always that of its file; otherwise it is any other at times.</summary>
    public bool KeepsArchitecture { get; init; }

    /// <summary>Inputs for a comparison with the assembler of a version: small, and of the architecture that their lines are for.</summary>
    public static InputGenerator ForAssembler(FuzzCorpus corpus, ulong seed, GoVersion version) =>
        new(corpus, seed, [version]) { KeepsArchitecture = true, MaxLines = 12, MaxLength = 4096 };

    /// <inheritdoc/>
    public FuzzInput Make(long index)
    {
        var random = new FuzzRandom(seed, (ulong)index);
        var piece = corpus.Piece(random, MaxLines, out var goarch);
        if (!random.OneIn(8))
        {
            piece = [.. "#include \"textflag.h\"\n"u8, .. piece];
        }

        var mutator = new Mutator(random, AssemblyFragments.All, () => corpus.Piece(random, 3, out _)) { MaxLength = MaxLength };
        var main = mutator.Mutate(piece, random.Small(6));
        var header = random.OneIn(8) ? mutator.Mutate(corpus.Piece(random, 8, out _), random.Small(6)) : [];
        if (!KeepsArchitecture && random.OneIn(4))
        {
            goarch = random.Of(GoPlatforms.AssemblerArchitectures);
        }

        return new FuzzInput(index, main, header, new Target { Goarch = goarch, Goos = goarch == "wasm" ? "js" : "linux", Toolchain = random.Of(versions) });
    }
}
