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

namespace GoAbi.Oracle.Tests.RunningCalls;

/// <summary>
/// A Go program with functions f0, f1 and so on, run under an emulator's debugger and stopped once at the first instruction of each function and once at its return: what was in the registers and on the stack there, and the
/// values that the program says that it passes.
/// </summary>
internal sealed partial class StoppedProgram
{
    private StoppedProgram(Target target, Dictionary<int, AbiLayout> layouts, Dictionary<(bool IsResult, int Function, int Index), byte[]> values, List<Stop> stops)
    {
        Target = target;
        Layouts = layouts;
        Values = values;
        Stops = stops;
    }

    /// <summary>What the program was built for.</summary>
    public Target Target { get; }

    /// <summary>Where the functions' values are, by function number.</summary>
    public Dictionary<int, AbiLayout> Layouts { get; }

    /// <summary>The bytes of each argument and result.</summary>
    public Dictionary<(bool IsResult, int Function, int Index), byte[]> Values { get; }

    /// <summary>The stops in the order in which they came.</summary>
    public List<Stop> Stops { get; }

    /// <summary>Builds and runs a program.</summary>
    /// <param name="toolchain">The toolchain.</param>
    /// <param name="goarch">GOARCH.</param>
    /// <param name="emulator">The emulator's command line.</param>
    /// <param name="source">The functions, with prepareAll and callAll.</param>
    public static async Task<StoppedProgram> RunAsync(GoToolchain toolchain, string goarch, string emulator, string source)
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("functions.go", source);
        using (var reader = new StreamReader(typeof(StoppedProgram).Assembly.GetManifestResourceStream("calls.go.txt")!))
        {
            directory.Write("main.go", await reader.ReadToEndAsync());
        }

        var environment = new Dictionary<string, string?> { ["GOARCH"] = goarch, ["GOOS"] = "linux", ["GO111MODULE"] = "off", ["CGO_ENABLED"] = "0" };
        var program = directory["program"];
        await toolchain.GoAsync(directory.Path, environment, "build", "-o", program, directory["main.go"], file);
        var (entries, returns) = await PlacesAsync(toolchain, directory, environment, program);
        var target = new Target { Toolchain = toolchain.Version, Goos = "linux", Goarch = goarch };
        var layouts = ReadLayouts(target, file);
        Assert.Equal(layouts.Count, entries.Count);
        var (values, stops) = await RunAsync(emulator, directory, program, target, entries, returns, layouts);
        Assert.Equal(2 * layouts.Count, stops.Count);
        return new StoppedProgram(target, layouts, values, stops);
    }

    /// <summary>A register's name in the debugger's descriptions.</summary>
    public static string DebuggerName(string goarch, GoRegister register)
    {
        var number = register.Name[1..];
        return goarch switch
        {
            "amd64" when register.IsFloat => "xmm" + number,
            "amd64" => char.IsDigit(register.Name[^1]) ? register.Name.ToLowerInvariant() : "r" + register.Name.ToLowerInvariant(),
            "arm64" => (register.IsFloat ? "v" : "x") + number,
            "ppc64le" => (register.IsFloat ? "f" : "r") + number,
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

    private static Dictionary<int, AbiLayout> ReadLayouts(Target target, string path)
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
                var pointer = BitConverter.ToUInt64(registers[target.Goarch switch { "amd64" => "rsp", "ppc64le" => "r1", _ => "sp" }]);
                var stack = pointer + (ulong)layout.Registers.EntryArgumentOffset;
                stops.Add(new Stop(function, isReturn, registers, pointer, debugger.ReadMemory(stack, (int)layout.StackArgumentSize)));

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
}

/// <summary>The program at one of the places.</summary>
/// <param name="Function">The function's number.</param>
/// <param name="IsReturn">True at a RET.</param>
/// <param name="Registers">The registers by the debugger's names.</param>
/// <param name="StackPointer">The stack pointer.</param>
/// <param name="Stack">The stack from the argument base on, as much as the layout has.</param>
internal sealed record Stop(int Function, bool IsReturn, Dictionary<string, byte[]> Registers, ulong StackPointer, byte[] Stack);
