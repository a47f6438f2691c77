using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Layout;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Testing;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.RunningCalls;

/// <summary>
/// A running Go program, stopped by a debugger at the first instruction of functions with random signatures and at their returns: what the registers and the stack hold there, where the layout says that an
/// argument or result is, has to be what the program says that it passes.
/// </summary>
public sealed partial class RunningCallTests(ITestOutputHelper output)
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
        using var directory = new TemporaryDirectory();
        var source = new SignatureGenerator(Seed).GenerateCalls(Signatures);
        var file = directory.Write("functions.go", source);
        using (var reader = new StreamReader(typeof(RunningCallTests).Assembly.GetManifestResourceStream("calls.go.txt")!))
        {
            directory.Write("main.go", await reader.ReadToEndAsync());
        }

        var environment = new Dictionary<string, string?> { ["GOARCH"] = goarch, ["GOOS"] = "linux", ["GO111MODULE"] = "off", ["CGO_ENABLED"] = "0" };
        var program = directory["program"];
        await toolchain.GoAsync(directory.Path, environment, "build", "-o", program, directory["main.go"], file);
        var (entries, returns) = await PlacesAsync(toolchain, directory, environment, program);
        Assert.Equal(Signatures, entries.Count);
        var target = new Target { Toolchain = toolchain.Version, Goos = "linux", Goarch = goarch };
        var layouts = Layouts(target, file);
        var (values, stops) = await RunAsync(emulator, directory, program, target, entries, returns, layouts);
        Assert.Equal(2 * Signatures, stops.Count);
        var differences = new List<string>();
        var (arguments, results) = (0, 0);
        foreach (var stop in stops)
        {
            var layout = layouts[stop.Function];
            var compared = Compare(stop, stop.IsReturn ? layout.Results : layout.Parameters, values, layout, differences);
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
                : place.Registers.Select(r => (r.Part, Actual: stop.Registers[DebuggerName(layout.Target.Goarch, r.Register)][..(int)r.Part.Size]));
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

    private static string DebuggerName(string goarch, GoRegister register)
    {
        var number = register.Name[1..];
        return goarch switch
        {
            "amd64" when register.IsFloat => "xmm" + number,
            "amd64" => char.IsDigit(register.Name[^1]) ? register.Name.ToLowerInvariant() : "r" + register.Name.ToLowerInvariant(),
            "arm64" => (register.IsFloat ? "v" : "x") + number,
            _ => RiscVName(register.IsFloat, int.Parse(number, CultureInfo.InvariantCulture)),
        };
    }

    private static string RiscVName(bool isFloat, int number) => (isFloat ? "f" : "") + number switch
    {
        8 when !isFloat => "fp",
        8 or 9 => "s" + (number - 8),
        >= 10 and <= 17 => "a" + (number - 10),
        >= 18 and <= 27 => "s" + (number - 16),
        >= 28 => "t" + (isFloat ? number - 20 : number - 25),
        _ => "t" + number,
    };

    private static Dictionary<int, AbiLayout> Layouts(Target target, string path)
    {
        var tree = GoSyntaxTree.Parse(new SourceFile(path, SourceText.FromBytes(File.ReadAllBytes(path))), new GoParseOptions());
        Assert.Empty(tree.Diagnostics);
        var scope = GoPackageScope.Collect(GoLoosePackage.Create("main", target, [tree]));
        var session = new GoTypeSession(target, static (_, _) => null);
        return scope.Declarations.Where(static d => d.Kind == GoObjectKind.Function && d.Name[0] == 'f').ToDictionary(
            static d => int.Parse(d.Name.AsSpan(1), CultureInfo.InvariantCulture),
            d => AbiLayout.Compute(AbiFunctionReader.Read(d, session), target, out _)!);
    }

    // Function number by address: where it begins, and where its returns are.
    private static async Task<(Dictionary<ulong, int> Entries, Dictionary<ulong, int> Returns)> PlacesAsync(
        GoToolchain toolchain, TemporaryDirectory directory, Dictionary<string, string?> environment, string program)
    {
        var listing = await toolchain.GoAsync(directory.Path, environment, "tool", "objdump", "-s", "^main\\.f[0-9]+$", program);
        var entries = new Dictionary<ulong, int>();
        var returns = new Dictionary<ulong, int>();
        var function = -1;
        var isFirst = false;
        foreach (var line in listing.Split('\n'))
        {
            if (FunctionLine().Match(line) is { Success: true } start)
            {
                function = int.Parse(start.Groups[1].Value, CultureInfo.InvariantCulture);
                isFirst = true;
            }
            else if (CodeLine().Match(line) is { Success: true } code)
            {
                var address = ulong.Parse(code.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                if (isFirst)
                {
                    entries[address] = function;
                    isFirst = false;
                }

                if (code.Groups[2].Value == "RET")
                {
                    returns[address] = function;
                }
            }
        }

        return (entries, returns);
    }

    private static async Task<(Dictionary<(bool IsResult, int Function, int Index), byte[]> Values, List<Stop> Stops)> RunAsync(
        string emulator, TemporaryDirectory directory, string program, Target target, Dictionary<ulong, int> entries, Dictionary<ulong, int> returns, Dictionary<int, AbiLayout> layouts)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var socket = directory["debugger"];
        var start = new ProcessStartInfo(EmulatorFactAttribute.Find(emulator.Split(' ')[0])!, [.. emulator.Split(' ')[1..], "-g", socket, program]) { WorkingDirectory = directory.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GODEBUG"] = "asyncpreemptoff=1,invalidptr=0";
        start.Environment["GOMAXPROCS"] = "1";
        using var process = Process.Start(start)!;
        await using var registration = timeout.Token.Register(() => process.Kill());
        var printed = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        var stops = new List<Stop>();
        try
        {
            using var debugger = await RemoteDebugger.ConnectAsync(socket, timeout.Token);
            foreach (var address in entries.Keys.Concat(returns.Keys))
            {
                debugger.SetBreakpoint(address, target.Goarch == "amd64" ? 1 : 4);
            }

            var signal = 0;
            while (debugger.Continue(signal) is { } stopped)
            {
                var registers = debugger.ReadRegisters();
                var counter = BitConverter.ToUInt64(registers[target.Goarch == "amd64" ? "rip" : "pc"]);
                var isReturn = returns.TryGetValue(counter, out var function);
                signal = stopped == 5 ? 0 : stopped;
                if (stopped != 5 || (!isReturn && !entries.TryGetValue(counter, out function)))
                {
                    continue;
                }

                var layout = layouts[function];
                var stack = BitConverter.ToUInt64(registers[target.Goarch == "amd64" ? "rsp" : "sp"]) + (ulong)layout.Registers.EntryArgumentOffset;
                stops.Add(new Stop(function, isReturn, registers, debugger.ReadMemory(stack, (int)layout.StackArgumentSize)));

                // Each place is passed once.
                debugger.ClearBreakpoint(counter, target.Goarch == "amd64" ? 1 : 4);
            }
        }
        catch (EndOfStreamException)
        {
            // The stub goes with the program.
        }

        await process.WaitForExitAsync(timeout.Token);
        var values = new Dictionary<(bool IsResult, int Function, int Index), byte[]>();
        var text = await printed;
        Assert.True(text.EndsWith("end\n", StringComparison.Ordinal), target + ": " + await error);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(1))
        {
            var words = line.Split(' ');
            values[(words[0] == "R", int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture))] = Convert.FromHexString(words[3].TrimEnd('.'));
        }

        return (values, stops);
    }

    [GeneratedRegex(@"^TEXT main\.f([0-9]+)\(SB\)")]
    private static partial Regex FunctionLine();

    [GeneratedRegex(@"^  \S+\s+0x([0-9a-f]+)\s+[0-9a-f]+\s+(\w+)")]
    private static partial Regex CodeLine();

    /// <summary>The program at one of the places.</summary>
    private sealed record Stop(int Function, bool IsReturn, Dictionary<string, byte[]> Registers, byte[] Stack);
}
