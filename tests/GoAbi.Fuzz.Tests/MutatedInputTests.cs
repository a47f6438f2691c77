using System;
using System.Linq;
using System.Reflection;
using System.Text;
using GoAbi.Asm;
using GoAbi.Fuzz.Corpus;
using GoAbi.Fuzz.Running;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Fuzz.Tests;

/// <summary>A short run of the fuzzer over the repository's own assembly; <c>dotnet run --project tests/GoAbi.Fuzz</c> is the long one.</summary>
public sealed class MutatedInputTests
{
    private const ulong Seed = 1;

    private static readonly string Repository = typeof(MutatedInputTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(static a => a.Key == "RepositoryRoot").Value!;

    private static readonly Lazy<FuzzCorpus> Corpus = new(static () => FuzzCorpus.OfDirectory(Repository + "samples"));

    [Fact]
    public void What_holds_for_every_input_holds_for_mutated_ones()
    {
        var summary = new FuzzRun(Generator(), static () => new FrontEndProperties(), threads: 2).Run(first: 0, count: 3000);

        Assert.Equal(3000, summary.Inputs);
        Assert.True(summary.Failures.Count == 0, string.Join("\n", summary.Failures.Select(static f =>
            f.Count + " x " + f.Key + "\n" + f.Detail + "\n" + Encoding.Latin1.GetString(f.Example.Main))));
    }

    [Fact]
    public void An_input_is_the_same_for_the_same_seed_and_number()
    {
        var first = Generator().Make(17);
        var second = Generator().Make(17);
        var other = Generator().Make(18);

        Assert.Equal(first.Main, second.Main);
        Assert.Equal(first.Target, second.Target);
        Assert.NotEqual(first.Main, other.Main);
    }

    [Fact]
    public void Inputs_have_bad_bytes_directives_and_every_architecture()
    {
        var inputs = Enumerable.Range(0, 3000).Select(static i => Generator().Make(i)).ToList();

        Assert.Contains(inputs, static i => i.Main.Contains((byte)0xFF));
        Assert.Contains(inputs, static i => i.Main.Contains((byte)0));
        Assert.Contains(inputs, static i => i.Main.AsSpan().IndexOf("#include \"a.h\""u8) >= 0 && i.Header.Length > 0);
        Assert.Contains(inputs, static i => i.Main.Length > 4000);
        Assert.Equal(GoPlatforms.AssemblerArchitectures, inputs.Select(static i => i.Target.Goarch).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_failing_input_is_made_small()
    {
        var input = Generator().Make(3) with { Main = Encoding.ASCII.GetBytes("TEXT f(SB), 4, $0\n\tMOVQ AX, BX\n\tRET\nbad line\n") };

        var small = Minimizer.Minimize(input, static i => i.Main.AsSpan().IndexOf("bad"u8) >= 0);

        Assert.Equal("bad", Encoding.ASCII.GetString(small.Main));
        Assert.Empty(small.Header);
    }

    [Fact]
    public void A_program_that_differs_has_another_digest()
    {
        var names = new AsmNameTable();
        var input = Generator().Make(3) with { Main = "TEXT f(SB), 4, $0\nRET\n"u8.ToArray(), Target = new Target() };

        Assert.Null(FrontEndProperties.Check(input, names));
        Assert.NotEqual(Digest(input), Digest(input with { Main = "TEXT g(SB), 4, $0\nRET\n"u8.ToArray() }));
        Assert.Equal(Digest(input), Digest(input));
    }

    private static ulong Digest(FuzzInput input)
    {
        var digest = new ProgramDigest();
        digest.Add(AsmProgram.Create(AsmSyntaxTree.Parse(input.ToFile()), input.Target, input.ToOptions()));
        return digest.Value;
    }

    private static InputGenerator Generator() => new(Corpus.Value, Seed, [new GoVersion(19), new GoVersion(24), GoVersion.NewestKnown]);
}
