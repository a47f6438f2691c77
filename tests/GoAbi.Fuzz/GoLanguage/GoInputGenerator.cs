using System.Collections.Generic;
using GoAbi.Fuzz.Corpus;
using GoAbi.Fuzz.Mutation;
using GoAbi.Fuzz.Running;
using GoAbi.Source;

namespace GoAbi.Fuzz.GoLanguage;

/// <summary>Makes the inputs of a run over Go: the same for the same seed, number and corpus.</summary>
/// <param name="corpus">What they are made from.</param>
/// <param name="seed">The run's seed.</param>
/// <param name="versions">The Go versions of their targets.</param>
public sealed class GoInputGenerator(GoFileCorpus corpus, ulong seed, IReadOnlyList<GoVersion> versions) : IInputSource
{
    private static readonly string[] Architectures = ["amd64", "arm64", "386", "arm", "riscv64", "s390x", "wasm", "mips"];

    /// <summary>Room for an input.</summary>
    public int MaxLength { get; init; } = 96 * 1024;

    /// <summary>One input in so many is a whole file.</summary>
    public int WholeFiles { get; init; } = 16;

    /// <inheritdoc/>
    public FuzzInput Make(long index)
    {
        var random = new FuzzRandom(seed, (ulong)index);
        var source = random.OneIn(WholeFiles) ? corpus.File(random) : corpus.Declarations(random, 40);
        var mutator = new Mutator(random, GoFragments.All, () => corpus.Piece(random, 6)) { MaxLength = MaxLength };
        var main = mutator.Mutate(source, random.Small(6));
        var goarch = random.Of(Architectures);
        return new FuzzInput(index, main, [], new Target { Goarch = goarch, Goos = goarch == "wasm" ? "js" : "linux", Toolchain = random.Of(versions) });
    }
}
