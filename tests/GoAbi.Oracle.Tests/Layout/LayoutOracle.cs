using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Testing;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Layout;

/// <summary>Random signatures, compiled: sizes of arguments under both ABIs, registers and their places in the spill area, and what ABI wrappers move between the two.</summary>
public sealed class LayoutOracle(ITestOutputHelper output)
{
    private const int Seed = 5;

    private static readonly string[] Sample = ["amd64", "arm64", "ppc64le", "riscv64", "386", "wasm"];

    private static int Signatures => GoToolchain.WantsEverything ? 2000 : 250;

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task The_compiler_puts_every_value_where_the_layout_says(string go)
    {
        var toolchain = GoToolchain.Named(go);
        using var directory = new TemporaryDirectory();
        var file = directory.Write("p.go", new SignatureGenerator(Seed).Generate(Signatures));
        var differences = new List<string>();
        var counts = new Counts();
        var architectures = GoToolchain.WantsEverything ? GoPlatforms.AssemblerArchitectures : [.. Sample];
        foreach (var goarch in architectures)
        {
            var target = new Target { Toolchain = toolchain.Version, Goos = goarch == "wasm" ? "js" : "linux", Goarch = goarch };
            var listing = await CompileAsync(toolchain, target, directory, file);
            var functions = Read(target, file);
            foreach (var compiled in CompiledFunction.Read(listing))
            {
                if (functions.TryGetValue(compiled.Name, out var function))
                {
                    var layout = AbiLayout.Compute(function, target, out var unknown);
                    Assert.True(layout is not null, compiled.Name + ": " + unknown);
                    Compare(compiled, layout, counts, message => differences.Add(goarch + " " + compiled.Name + ": " + message));
                }
            }
        }

        output.WriteLine(FormattableString.Invariant(
            $"TRUTH layout go={toolchain.Version} goarches={architectures.Length} signatures={Signatures} functions={counts.Functions} argument-sizes={counts.Sizes} spills={counts.Spills} moved-arguments={counts.Given} moved-results={counts.Taken} differences={differences.Count}"));
        Assert.True(differences.Count == 0, string.Join("\n", differences.Take(20)));
        Assert.True(counts.Sizes > Signatures * architectures.Length && counts.Spills > Signatures && counts.Given > Signatures && counts.Taken > Signatures / 2, counts.ToString());
    }

    private static void Compare(CompiledFunction compiled, AbiLayout layout, Counts counts, Action<string> report)
    {
        counts.Functions++;
        var expected = compiled.IsAbiInternal ? layout.ArgumentWidth : layout.Abi0ArgumentSize;
        counts.Sizes++;
        if (compiled.ArgumentSize != expected)
        {
            report(FormattableString.Invariant($"args={compiled.ArgumentSize}, not {expected}"));
        }

        if (!layout.Registers.HasRegisterArguments || !compiled.IsAbiInternal)
        {
            return;
        }

        // riscv64 prints SP for X2.
        var stackPointer = layout.Target.Goarch == "riscv64" ? "SP" : layout.Registers.StackPointer.Name;
        if (!compiled.IsWrapper)
        {
            var spills = compiled.Spills(stackPointer);
            foreach (var (value, part) in Parts(layout.Parameters))
            {
                var place = layout.Registers.EntryArgumentOffset + value.SpillOffset!.Value + part.Part.Offset;
                counts.Spills++;
                if (!spills.Remove(part.Register.Name, out var actual) || actual != place)
                {
                    report(FormattableString.Invariant($"{value} {part.Register} is kept at {actual}, not {place}"));
                }
            }

            foreach (var (register, place) in spills)
            {
                report(FormattableString.Invariant($"{register} holds an argument that is kept at {place}"));
            }

            return;
        }

        var (given, taken) = compiled.Moves(stackPointer);
        counts.Given += CompareMoves(given, layout, layout.Parameters, report);
        counts.Taken += CompareMoves(taken, layout, layout.Results, report);
    }

    // What is copied in pieces by way of memory doesn't appear among the moves.
    private static int CompareMoves(Dictionary<string, long> moves, AbiLayout layout, ImmutableArray<AbiValue> values, Action<string> report)
    {
        var compared = 0;
        foreach (var (value, part) in Parts(values))
        {
            if (moves.TryGetValue(part.Register.Name, out var actual))
            {
                var place = layout.Registers.FixedFrameSize + value.Abi0Offset + part.Part.Offset;
                compared++;
                if (actual != place)
                {
                    report(FormattableString.Invariant($"{value} {part.Register} is at {actual} of the frame, not {place}"));
                }
            }
        }

        return compared;
    }

    private static IEnumerable<(AbiValue Value, AbiRegisterPart Part)> Parts(ImmutableArray<AbiValue> values) =>
        values.SelectMany(static v => v.Registers.Select(r => (v, r)));

    private static async Task<string> CompileAsync(GoToolchain toolchain, Target target, TemporaryDirectory directory, string file)
    {
        var prefix = toolchain.Version.Minor >= 20 ? "p." : "\"\".";
        var lines = Enumerable.Range(0, Signatures).SelectMany(i => new[] { "def " + prefix + "a" + Number(i) + " ABI0", "ref " + prefix + "f" + Number(i) + " ABI0" });
        var symabis = directory.Write("symabis", string.Join('\n', lines) + "\n");
        var environment = new Dictionary<string, string?> { ["GOOS"] = target.Goos, ["GOARCH"] = target.Goarch };

        // The object file is a file of its own: a compiler that fails unlinks what -o names, be it a device.
        var (exitCode, listing, error) = await toolchain.RunAsync(
            toolchain.Tool("compile"), directory.Path, environment, "-p", "p", "-S", "-symabis", symabis, "-o", directory["p.o"], file);
        return exitCode == 0 ? listing : throw new InvalidOperationException(target + ": " + listing[..Math.Min(2000, listing.Length)] + error);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static Dictionary<string, AbiFunction> Read(Target target, string path)
    {
        var tree = GoSyntaxTree.Parse(new SourceFile(path, SourceText.FromBytes(System.IO.File.ReadAllBytes(path))), new GoParseOptions());
        Assert.Empty(tree.Diagnostics);
        var scope = GoPackageScope.Collect(GoLoosePackage.Create("p", target, [tree]));
        var session = new GoTypeSession(target, static (_, _) => null);
        return scope.Declarations.Where(static d => d.Kind == GoObjectKind.Function).ToDictionary(
            static d => "p." + (d.ReceiverTypeName is { } receiver ? (d.IsPointerReceiver ? "(*" + receiver + ")." : receiver + ".") : "") + d.Name,
            d => AbiFunctionReader.Read(d, session));
    }

    private sealed record Counts
    {
        public int Functions { get; set; }

        public int Sizes { get; set; }

        public int Spills { get; set; }

        public int Given { get; set; }

        public int Taken { get; set; }
    }
}
