using System;
using System.Linq;
using System.Reflection;
using System.Text;
using GoAbi.Fuzz.Corpus;
using GoAbi.Fuzz.GoLanguage;
using GoAbi.Fuzz.Running;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Fuzz.Tests;

/// <summary>A short run of the fuzzer over the repository's own Go; <c>dotnet run --project tests/GoAbi.Fuzz -- --language go</c> is the long one.</summary>
public sealed class MutatedGoTests
{
    private static readonly string Repository = typeof(MutatedGoTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(static a => a.Key == "RepositoryRoot").Value!;

    private static readonly Lazy<GoFileCorpus> Corpus = new(static () => GoFileCorpus.OfDirectory(Repository + "samples"));

    [Fact]
    public void What_holds_for_every_Go_file_holds_for_mutated_ones()
    {
        var summary = new FuzzRun(Generator(), static () => new GoFrontEndProperties(), threads: 2).Run(first: 0, count: 800);

        Assert.Equal(800, summary.Inputs);
        Assert.True(summary.Failures.Count == 0, string.Join("\n", summary.Failures.Select(static f =>
            f.Count + " x " + f.Key + "\n" + f.Detail + "\n" + Encoding.Latin1.GetString(f.Example.Main))));
    }

    [Fact]
    public void A_Go_input_is_the_same_for_the_same_seed_and_number()
    {
        Assert.Equal(Generator().Make(17).Main, Generator().Make(17).Main);
        Assert.NotEqual(Generator().Make(17).Main, Generator().Make(18).Main);
    }

    [Fact]
    public void Go_inputs_have_bad_bytes_directives_generics_and_depth()
    {
        var inputs = Enumerable.Range(0, 3000).Select(static i => Generator().Make(i)).ToList();

        Assert.Contains(inputs, static i => i.Main.Contains((byte)0xFF));
        Assert.Contains(inputs, static i => i.Main.Contains((byte)0));
        Assert.Contains(inputs, static i => i.Main.AsSpan().IndexOf("\n//line "u8) >= 0);
        Assert.Contains(inputs, static i => i.Main.AsSpan().IndexOf("[P any]"u8) >= 0);
        Assert.Contains(inputs, static i => i.Main.AsSpan().IndexOf("(((((((((((((((((((((((((((((((("u8) >= 0);
        Assert.Contains(inputs, static i => i.Target.Goarch == "386");
    }

    [Theory]
    [InlineData("package p\ntype S struct{ a, b, c S }\ntype T struct{ a, b [3]U }\ntype U struct{ a, b T }\nvar x S; var y T\n")]
    [InlineData("package p\nfunc (,(R[P]) (R[*P]) {}\nfunc (R[P]) m3([unsafe.Sizeof(new(R[P]))]int {}\nfunc (R[P]) m4([unsafe.Sizeof(new(R[R[P]]))]int) {}\n"
        + "type [P any] int\nfunc (R[P]) m5(M[M[P]]) {}\nfunc (M,M[P]) m(R[R[P]])  {}\nfunc (R[P]) m5(M[M[P]]) {}\nfunc (M[P]) m(R[R[P]])  {}\n")]
    public void Types_that_hold_themselves_end(string text) => Assert.Null(Check(text));

    [Theory]
    [InlineData("var x ", "[", "1", "]int")]
    [InlineData("var x = ", "[len(", "1", ")]int{}")]
    [InlineData("var x = ", "func() { ", "x()", "}()")]
    [InlineData("var x = 1", " << 1", "", "")]
    [InlineData("var x ", "map[int]", "int", "")]
    [InlineData("func (tv *timap[int]", "map[int]", "1meval", ") f(x int32) {}")]
    [InlineData("var x = ", "[...]T{1: ", "x", "}")]
    [InlineData("type T ", "struct{ a ", "[1]T", "}")]
    [InlineData("type T ", "struct{ a [unsafe.Sizeof(", "T", ")]int }")]
    public void What_nests_deep_takes_neither_much_stack_nor_much_memory(string start, string open, string middle, string close) => Assert.Null(Check(
        "package p\n" + start + string.Concat(Enumerable.Repeat(open, 900)) + middle + string.Concat(Enumerable.Repeat(close, 900)) + "\n"));

    [Fact]
    public void A_failing_check_says_so() =>
        Assert.StartsWith("ArgumentNullException", new GoFrontEndProperties().Check(new FuzzInput(0, "package p\n"u8.ToArray(), [], null!), default)?.Key);

    private static PropertyFailure? Check(string text)
    {
        // With the stack of a run.
        var run = new FuzzRun(new OneInput(Encoding.UTF8.GetBytes(text)), static () => new GoFrontEndProperties(), threads: 1).Run(first: 0, count: 1);
        return run.Failures.Count == 0 ? null : new PropertyFailure(run.Failures[0].Key, run.Failures[0].Detail);
    }

    private static GoInputGenerator Generator() => new(Corpus.Value, seed: 1, [new GoVersion(19), new GoVersion(24), GoVersion.NewestKnown]);

    private sealed class OneInput(byte[] content) : IInputSource
    {
        public FuzzInput Make(long index) => new(index, content, [], new Target { Goarch = "amd64", Goos = "linux" });
    }
}
