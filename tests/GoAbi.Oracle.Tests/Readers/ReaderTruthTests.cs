using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading.Tasks;
using GoAbi.Conventions;
using GoAbi.Generator;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Layout;
using GoAbi.Oracle.Tests.RunningCalls;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Runtime;
using GoAbi.Source;
using GoAbi.Testing.Readers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Readers;

/// <summary>
/// [GoFunction] readers, generated and compiled, over the registers and the stack of a running Go program at functions' first instructions and returns: they have to read what the program says that it passes. The signatures are
/// those of vectors.txt, written out in the attribute, and random ones, looked up in the program's own source.
/// </summary>
public sealed class ReaderTruthTests(ITestOutputHelper output)
{
    private const int All = 300;
    private const int Sample = 40;
    private const int FromVectors = 142;
    private const int Seed = 77;

    [EmulatorFact]
    public async Task Readers_read_what_the_program_passes()
    {
        foreach (var toolchain in GoToolchain.Sample)
        {
            await CompareAsync(toolchain, "amd64", "qemu-x86_64", GoToolchain.WantsEverything ? All : Sample);
            if (GoToolchain.WantsEverything)
            {
                await CompareAsync(toolchain, "arm64", "qemu-aarch64 -cpu cortex-a72", All);

                // A float32 in a register is there as a float64.
                await CompareAsync(toolchain, "ppc64le", "qemu-ppc64le", All);
            }
        }
    }

    private async Task CompareAsync(GoToolchain toolchain, string goarch, string emulator, int signatures)
    {
        var vectors = Math.Min(signatures / 2, FromVectors);
        var written = VectorProgram.Write(vectors);
        var random = new SignatureGenerator(Seed).GenerateCalls(signatures - vectors);
        var (arguments, results, differences) = (0, 0, new List<string>());
        foreach (var (source, isPackage) in new[] { (written, false), (random, true) })
        {
            var program = await StoppedProgram.RunAsync(toolchain, goarch, emulator, source);
            var assembly = Compile(source, isPackage, program);
            foreach (var stop in program.Stops)
            {
                var count = Compare(stop, program, assembly, differences);
                arguments += stop.IsReturn ? 0 : count;
                results += stop.IsReturn ? count : 0;
            }
        }

        output.WriteLine(FormattableString.Invariant(
            $"TRUTH readers go={toolchain.Version} goarch={goarch} signatures={signatures} arguments={arguments} results={results} differences={differences.Count}"));
        Assert.True(differences.Count == 0, goarch + "\n" + string.Join("\n", differences.Take(20)));
        Assert.True(arguments > 3 * signatures && results > 2 * signatures, FormattableString.Invariant($"{arguments} {results}"));
    }

    private static int Compare(Stop stop, StoppedProgram program, Assembly assembly, List<string> differences)
    {
        var layout = program.Layouts[stop.Function];
        var registers = new NumberedRegisters { [layout.Registers.StackPointer.DwarfNumber!.Value] = stop.StackPointer };
        foreach (var register in layout.Registers.Integers.Concat(layout.Registers.Floats))
        {
            registers[register.DwarfNumber!.Value] = BitConverter.ToUInt64(stop.Registers[StoppedProgram.DebuggerName(program.Target.Goarch, register)]);
        }

        var memory = new RunOfMemory(stop.StackPointer + (ulong)layout.Registers.EntryArgumentOffset, stop.Stack);
        var outer = assembly.GetType("F" + stop.Function.ToString(CultureInfo.InvariantCulture))!;
        var type = stop.IsReturn ? outer.GetNestedType("Results")! : outer;
        var read = ReaderValues.Read(type, registers, memory) ?? throw new InvalidOperationException(type + " could not be read.");
        var properties = new Queue<PropertyInfo>(type.GetProperties().Where(static p => p.GetCustomAttribute<GoPlaceAttribute>() is not null));
        var values = stop.IsReturn ? layout.Results : layout.Parameters;
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var expected = program.Values[(stop.IsReturn, stop.Function, i)];
            if (values[i].Size == 0)
            {
                continue;
            }

            var value = properties.Dequeue().GetValue(read)!;
            if (value is GoBlock block)
            {
                var bytes = new byte[block.Size];
                Check("", block.TryRead(memory, 0, bytes) && bytes.AsSpan().SequenceEqual(expected));
                continue;
            }

            // A field without name need not be copied.
            foreach (var part in values[i].Parts.Where(static p => !p.Path.Contains("._", StringComparison.Ordinal)))
            {
                Check(part.Path, ReaderValues.Piece(value, part.Path, part.Size) == GoWord.Read(expected, (int)part.Offset, (int)part.Size, isBigEndian: false));
            }

            void Check(string path, bool isEqual)
            {
                count++;
                if (!isEqual)
                {
                    differences.Add(FormattableString.Invariant($"f{stop.Function} {(stop.IsReturn ? "result" : "argument")} {i} {values[i].TypeName}{path}"));
                }
            }
        }

        return count;
    }

    private static Assembly Compile(string source, bool isPackage, StoppedProgram program)
    {
        var tree = GoSyntaxTree.Parse(new SourceFile("functions.go", SourceText.FromString(source)), null);
        var declarations = string.Join("\n", VectorProgram.Children(tree.Root).Where(static n => n.Kind == GoSyntaxKind.TypeDecl).Select(static n => n.Text));
        var code = new StringBuilder("using GoAbi.Runtime;\nstatic class Go { public const string Types = ").Append(SymbolDisplay.FormatLiteral(declarations, quote: true)).Append("; }\n");
        foreach (var function in VectorProgram.Children(tree.Root).Where(static n => n.Kind == GoSyntaxKind.FuncDecl && n[1].Text[0] == 'f'))
        {
            var name = function[1].Text;
            var end = function[3].Span.End;
            var signature = source[function.Span.Start..end];
            code.Append("[GoFunction(").Append(SymbolDisplay.FormatLiteral(isPackage ? name : signature, quote: true)).Append(isPackage ? ", Package = \"main\"" : ", Declarations = Go.Types")
                .Append(CultureInfo.InvariantCulture, $", Go = \"{program.Target.Toolchain}\", Arch = GoArch.{char.ToUpperInvariant(program.Target.Goarch[0])}{program.Target.Goarch[1..]})]\n")
                .Append("public readonly partial record struct F").Append(name.AsSpan(1)).Append(";\n");
        }

        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path));
        var parse = new CSharpParseOptions(LanguageVersion.CSharp10);
        var compilation = CSharpCompilation.Create(
            "readers", [CSharpSyntaxTree.ParseText(code.ToString(), parse)], platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        CSharpGeneratorDriver.Create([new GoFunctionGenerator().AsSourceGenerator()], [new GoFile("/main/functions.go", source)], parse, new GoFileOptions())
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
        using var image = new MemoryStream();
        var result = complete.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Take(10)));
        return Assembly.Load(image.ToArray());
    }
}
