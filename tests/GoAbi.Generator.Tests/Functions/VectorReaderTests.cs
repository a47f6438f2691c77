using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using GoAbi.Conventions;
using GoAbi.Generator.Tests.Driving;
using GoAbi.Runtime;
using GoAbi.Source;
using GoAbi.Testing.Readers;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Generator.Tests.Functions;

/// <summary>
/// Readers of the 147 signatures of vectors.txt, on amd64 all, on other architectures some, with GOABI_TRUTH=all everywhere all: each reads registers and a stack in which every byte is different, and what it reads has to be what is where the compiler's own abi package says.
/// </summary>
public sealed partial class VectorReaderTests(ITestOutputHelper output)
{
    private const ulong Stack = 0x7000;
    private const int Share = 7;
    private const string Architectures = "amd64,arm64,riscv64,ppc64le,loong64,s390x,386,arm,mips,mips64le";

    public static TheoryData<string> Goarches => [.. Architectures.Split(',')];

    [Theory]
    [MemberData(nameof(Goarches))]
    public void Every_value_is_read_where_the_compiler_says(string goarch)
    {
        var vectors = Read(goarch);
        Assert.Equal(147, vectors.Count);
        if (goarch != "amd64" && Environment.GetEnvironmentVariable("GOABI_TRUTH") != "all")
        {
            vectors = [.. vectors.Where((_, i) => i % Share == goarch.Length % Share)];
        }

        var source = new StringBuilder("using GoAbi.Runtime;\n");
        for (var i = 0; i < vectors.Count; i++)
        {
            source.Append(CultureInfo.InvariantCulture, $"/// <summary>R.</summary>\n[GoFunction(@\"{vectors[i].Signature}\", Declarations = @\"{vectors[i].Declarations}\", Arch = GoArch.{ArchOf(goarch)})]\npublic partial record struct R{i};\n");
        }

        var assembly = ReaderProject.Load(ReaderProject.Of(source.ToString()));
        var registers = AbiRegisters.For(new Target { Goarch = goarch });
        var isBigEndian = goarch is "s390x" or "mips";
        var file = new NumberedRegisters { [registers.StackPointer.DwarfNumber!.Value] = Stack };
        foreach (var register in registers.Integers.Concat(registers.Floats))
        {
            file[register.DwarfNumber!.Value] = Unique(register.DwarfNumber.Value);
        }

        var stack = new byte[2048];
        for (var i = 0; i < stack.Length; i++)
        {
            stack[i] = (byte)((i * 37) + (i >> 8) + 1);
        }

        var memory = new RunOfMemory(Stack + (ulong)registers.EntryArgumentOffset, stack);
        var (compared, blocks) = (0, 0);
        for (var i = 0; i < vectors.Count; i++)
        {
            var layout = LayoutOf(vectors[i], goarch);
            var type = assembly.GetType("R" + i.ToString(CultureInfo.InvariantCulture))!;
            Compare(type, layout.Parameters, vectors[i].Parameters);
            Compare(type.GetNestedType("Results")!, layout.Results, vectors[i].Results);

            void Compare(Type type, ImmutableArray<AbiValue> values, string[] places)
            {
                Assert.Equal(values.Length, places.Length);
                var read = ReaderValues.Read(type, file, memory)!;
                var properties = new Queue<PropertyInfo>(type.GetProperties().Where(static p => p.GetCustomAttribute<GoPlaceAttribute>() is not null));
                for (var v = 0; v < values.Length; v++)
                {
                    if (values[v].Size == 0)
                    {
                        continue;
                    }

                    var property = properties.Dequeue();
                    Assert.Equal(values[v].AssemblyName, property.GetCustomAttribute<GoPlaceAttribute>()!.Value);
                    var value = property.GetValue(read)!;
                    if (value is GoBlock block)
                    {
                        blocks++;
                        Assert.Equal(places[v], FormattableString.Invariant($"s{block.Address - Stack - (ulong)registers.EntryArgumentOffset}"));
                        Assert.Equal(values[v].Size, block.Size);
                        continue;
                    }

                    var found = Register().Matches(places[v]).ToDictionary(static m => long.Parse(m.Groups[3].Value, CultureInfo.InvariantCulture));
                    foreach (var part in values[v].Parts.Where(static p => !p.Path.Contains("._", StringComparison.Ordinal)))
                    {
                        ulong expected;
                        if (places[v][0] == 's')
                        {
                            expected = GoWord.Read(stack, int.Parse(places[v].AsSpan(1), CultureInfo.InvariantCulture) + (int)part.Offset, (int)part.Size, isBigEndian);
                        }
                        else
                        {
                            var m = found[part.Offset];
                            var bank = m.Groups[1].Value == "f" ? registers.Floats : registers.Integers;
                            expected = Piece(Unique(bank[int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)].DwarfNumber!.Value), part, goarch);
                        }

                        if (part.Kind == AbiPartKind.Boolean)
                        {
                            expected = (byte)expected == 0 ? 0UL : 1;
                        }

                        compared++;
                        Assert.True(expected == ReaderValues.Piece(value, part.Path, part.Size), goarch + " " + vectors[i].Signature + " " + values[v].AssemblyName + part.Path);
                    }
                }
            }
        }

        output.WriteLine(FormattableString.Invariant($"{goarch}: {vectors.Count} signatures, {compared} pieces, {blocks} blocks"));
        Assert.True(compared > 5 * vectors.Count, FormattableString.Invariant($"{compared} pieces"));
    }

    private static ulong Unique(int number) => 0x4142434445464748UL + ((ulong)number * 0x0011223344556677UL);

    // The bits that a narrower value has in a register of the machine.
    private static ulong Piece(ulong bits, AbiPart part, string goarch) => (part.Kind, part.Size, goarch) switch
    {
        (AbiPartKind.Float, 4, "s390x") => bits >> 32,
        (AbiPartKind.Float, 4, "ppc64le") => BitConverter.SingleToUInt32Bits((float)BitConverter.UInt64BitsToDouble(bits)),
        (_, 8, _) => bits,
        _ => bits & ((1UL << (int)(8 * part.Size)) - 1),
    };

    private static AbiLayout LayoutOf(Vector vector, string goarch)
    {
        var target = new Target { Goarch = goarch };
        var text = AbiSignatureText.Read(new SourceFile("s", SourceText.FromString(vector.Signature)), new SourceFile("d", SourceText.FromString(vector.Declarations)), target);
        return AbiLayout.Compute(text.Function!, target, out _)!;
    }

    private static string ArchOf(string goarch) => goarch == "386" ? "X86" : char.ToUpperInvariant(goarch[0]) + goarch[1..];

    private static List<Vector> Read(string goarch)
    {
        var found = new List<Vector>();
        var (declarations, signature) = ("", "");
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Functions/vectors.txt")).Where(static l => !l.StartsWith('#')))
        {
            if (line.Length == 0)
            {
                declarations = "";
            }
            else if (line.StartsWith("decls ", StringComparison.Ordinal))
            {
                declarations = line["decls ".Length..];
            }
            else if (!line.StartsWith("= ", StringComparison.Ordinal))
            {
                signature = line;
            }
            else if (line.Split(' ') is var words && words[1].Split(',').Contains(goarch))
            {
                var places = words[5..].Select(static w => w == "->" ? w : w[(w.IndexOf('=', StringComparison.Ordinal) + 1)..].Split('^')[0]).ToList();
                var arrow = places.IndexOf("->");
                found.Add(new Vector(signature, declarations, [.. places[..arrow]], [.. places[(arrow + 1)..]]));
            }
        }

        return found;
    }

    [GeneratedRegex(@"([if])([0-9]+)\+([0-9]+)\.[0-9]+")]
    private static partial Regex Register();

    private sealed record Vector(string Signature, string Declarations, string[] Parameters, string[] Results);
}
