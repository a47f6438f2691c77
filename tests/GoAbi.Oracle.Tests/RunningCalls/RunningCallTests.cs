using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Conventions;
using GoAbi.Oracle.Tests.Layout;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.RunningCalls;

/// <summary>
/// A running Go program, stopped by a debugger at the first instruction of functions with random signatures and at their returns: what the registers and the stack hold there, where the layout says that an
/// argument or result is, has to be what the program says that it passes.
/// </summary>
public sealed class RunningCallTests(ITestOutputHelper output)
{
    private const int Signatures = 100;
    private const int Seed = 41;

    // A processor without scalable vectors has its vector registers under their plain names.
    private static readonly (string Goarch, string Emulator)[] Machines = [("amd64", "qemu-x86_64"), ("arm64", "qemu-aarch64 -cpu cortex-a72"), ("riscv64", "qemu-riscv64")];

    [EmulatorFact]
    public async Task Every_value_is_where_the_layout_says()
    {
        foreach (var toolchain in GoToolchain.Sample)
        {
            foreach (var (goarch, emulator) in GoToolchain.WantsEverything ? Machines : Machines[..2])
            {
                // Go 1.19 has no disassembler of riscv64.
                if (goarch != "riscv64" || toolchain.Version.Minor >= 24)
                {
                    await CompareAsync(toolchain, goarch, emulator);
                }
            }
        }
    }

    private async Task CompareAsync(GoToolchain toolchain, string goarch, string emulator)
    {
        var program = await StoppedProgram.RunAsync(toolchain, goarch, emulator, new SignatureGenerator(Seed).GenerateCalls(Signatures));
        Assert.Equal(Signatures, program.Layouts.Count);
        var differences = new List<string>();
        var (arguments, results) = (0, 0);
        foreach (var stop in program.Stops)
        {
            var layout = program.Layouts[stop.Function];
            var compared = Compare(stop, stop.IsReturn ? layout.Results : layout.Parameters, program.Values, layout, differences);
            arguments += stop.IsReturn ? 0 : compared;
            results += stop.IsReturn ? compared : 0;
        }

        output.WriteLine(FormattableString.Invariant(
            $"TRUTH running-calls go={toolchain.Version} goarch={goarch} signatures={Signatures} arguments={arguments} results={results} differences={differences.Count}"));
        Assert.True(differences.Count == 0, goarch + "\n" + string.Join("\n", differences.Take(20)));
        Assert.True(arguments > 3 * Signatures && results > 2 * Signatures);
    }

    // Pieces of a value with an unnamed field are compared but for that field, which the compiler need not copy.
    private static int Compare(Stop stop, ImmutableArray<AbiValue> places, Dictionary<(bool IsResult, int Function, int Index), byte[]> values, AbiLayout layout, List<string> differences)
    {
        var count = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var place = places[i];
            var expected = values[(stop.IsReturn, stop.Function, i)];
            var name = FormattableString.Invariant($"f{stop.Function} {(stop.IsReturn ? "result" : "argument")} {i} {place.TypeName}");
            if (expected.Length != place.Size)
            {
                differences.Add(FormattableString.Invariant($"{name} has {expected.Length} bytes, not {place.Size}"));
                continue;
            }

            var pieces = place.StackOffset is { } stack
                ? place.Parts.Select(p => (Part: p, Actual: stop.Stack.AsSpan((int)(stack + p.Offset), (int)p.Size).ToArray()))
                : place.Registers.Select(r => (r.Part, Actual: stop.Registers[StoppedProgram.DebuggerName(layout.Target.Goarch, r.Register)][..(int)r.Part.Size]));
            foreach (var (part, actual) in pieces)
            {
                if (part.Path.Contains("._", StringComparison.Ordinal))
                {
                    continue;
                }

                count++;
                if (!actual.AsSpan().SequenceEqual(expected.AsSpan((int)part.Offset, (int)part.Size)))
                {
                    differences.Add(name + part.Path + ": " + Convert.ToHexString(actual) + ", not " + Convert.ToHexString(expected.AsSpan((int)part.Offset, (int)part.Size)));
                }
            }
        }

        return count;
    }
}
