using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using GoAbi.Asm;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Listings;

/// <summary>
/// What the compiler prints with -S, against our reading of it: every line has a form, every STEXT is a function, every relocation for a call has its call and every call its
/// relocation.
/// </summary>
public sealed class ListingOracle(ITestOutputHelper output)
{
    private static readonly string[] SampleArchitectures = ["amd64", "arm64", "386", "riscv64"];

    public static TheoryData<string, string, string> Targets()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var toolchain in GoToolchain.Exists ? GoToolchain.All : [])
        {
            foreach (var goarch in GoToolchain.WantsEverything ? [.. GoPlatforms.AssemblerArchitectures] : SampleArchitectures)
            {
                if (goarch != "loong64" || toolchain.Version >= new GoVersion(20))
                {
                    data.Add(toolchain.Version.ToString(), goarch, "1");
                }
            }

            data.Add(toolchain.Version.ToString(), "amd64", "2");
        }

        if (data.Count == 0)
        {
            data.Add("none", "amd64", "1");
        }

        return data;
    }

    [GoTheory]
    [MemberData(nameof(Targets))]
    public async Task A_listing_of_the_compiler_is_read_without_rest(string go, string goarch, string level)
    {
        var toolchain = GoToolchain.Named(go);
        string[] packages = GoToolchain.WantsEverything ? ["math", "strconv", "math/big", "reflect", "runtime"] : ["math", "strconv"];
        var environment = new Dictionary<string, string?> { ["GOOS"] = goarch == "wasm" ? "js" : "linux", ["GOARCH"] = goarch };
        var (exitCode, _, text) = await toolchain.RunAsync(
            Path.Combine(toolchain.Root, "bin/go"), toolchain.Root, environment, ["build", "-gcflags=-S=" + level, "-asmflags=-S", .. packages]);
        Assert.True(exitCode == 0, text.Length > 2000 ? text[^2000..] : text);

        var file = new SourceFile("listing.txt", SourceText.FromString(text));
        Assert.True(AsmListing.IsListing(file.Text));
        var listing = AsmListing.Read(file, new Target { Toolchain = toolchain.Version }, goarch: false);
        Assert.Equal(LittleEndian(goarch), listing.Architecture?.Name);
        Assert.True(listing.UnknownLineCount == 0, string.Join("\n", listing.Diagnostics));
        Assert.Equal(text.Split('\n').Count(static line => Regex.IsMatch(line, "^[^\t#].* STEXT(FIPS)? .*size=[0-9]+ args=")), listing.Functions.Length);

        var calls = new CallCount(RelocationNames(toolchain));
        foreach (var function in listing.Functions)
        {
            calls.Add(function);
        }

        Assert.True(calls.Failures.Length == 0, calls.Failures.ToString());
        Assert.True(calls.Direct > 100, "only " + calls.Direct + " calls");
        var operands = OperandCount.Of(listing);
        Assert.True(operands.Typed >= 0.99 * operands.All, operands.ToString());
        output.WriteLine(
            $"TRUTH listings go={toolchain.Version} goarch={goarch} S={level} bytes={text.Length} functions={listing.Functions.Length} calls={calls.Direct} indirect={calls.Indirect} operands={operands.All} typed={operands.Typed}");
    }

    private static string LittleEndian(string goarch) => goarch switch
    {
        "mips" => "mipsle",
        "mips64" => "mips64le",
        "ppc64" => "ppc64le",
        _ => goarch,
    };

    // Up to Go 1.19 relocations are printed as numbers; what they mean is in that toolchain's own sources.
    private static List<string> RelocationNames(GoToolchain toolchain)
    {
        List<string> names = [""];
        foreach (Match match in Regex.Matches(
            File.ReadAllText(toolchain.Root + "/src/cmd/internal/objabi/reloctype.go"), "^\t(R_[A-Z0-9_]+)( RelocType = 1 \\+ iota)?$", RegexOptions.Multiline))
        {
            names.Add(match.Groups[1].Value);
        }

        return names;
    }

    /// <summary>Calls and the relocations that they need, of one listing.</summary>
    private sealed class CallCount(List<string> names)
    {
        public StringBuilder Failures { get; } = new();

        public int Direct { get; private set; }

        public int Indirect { get; private set; }

        public void Add(AsmListingFunction function)
        {
            var calls = function.Calls().ToArray();
            var expected = function.Relocations.Select(Named).Where(static r => r.IsCall).Select(static r => r.Line).Order().ToArray();
            var found = calls.Where(static c => c.IsDirect).Select(static c => c.Relocation?.Line ?? -1).Order().ToArray();
            if (!expected.SequenceEqual(found))
            {
                Failures.Append(function.Name).Append(" line ").Append(function.Location.Start).Append(": relocations in lines ")
                    .AppendJoin(' ', expected.Except(found).Select(static line => line + 1)).Append(" have no call; calls without: ")
                    .AppendJoin(' ', calls.Where(static c => c.IsDirect).Where(c => c.Relocation is null || !expected.Contains(c.Relocation.Value.Line)).Select(static c => c.Instruction.Location.Start)).Append('\n');
            }

            // Only some architectures mark calls through registers.
            var marks = function.Relocations.Select(Named).Count(static r => r.Kind == "R_CALLIND");
            var indirect = calls.Count(static c => !c.IsDirect);
            if (marks > 0 && marks != indirect)
            {
                Failures.Append(function.Name).Append(": marks ").Append(marks).Append(", indirect calls ").Append(indirect).Append('\n');
            }

            Direct += expected.Length;
            Indirect += indirect;
        }

        private AsmListingRelocation Named(AsmListingRelocation relocation) =>
            int.TryParse(relocation.Kind, out var number) && number > 0 && number < names.Count ? relocation with { Kind = names[number] } : relocation;
    }

    /// <summary>How many operands without a symbol the assembler's parser can read.</summary>
    private sealed record OperandCount(int All, int Typed, string Example)
    {
        public static OperandCount Of(AsmListing listing)
        {
            var all = 0;
            var typed = 0;
            var examples = new HashSet<string>();
            foreach (var instruction in listing.Functions.SelectMany(static f => f.Instructions).Where(static i => i.Mnemonic is not ("TEXT" or "PCDATA" or "FUNCDATA")))
            {
                foreach (var operand in instruction.Operands.Where(static o => o.Symbol is null && o.BranchTarget is null))
                {
                    all++;
                    if (operand.Operand is not null)
                    {
                        typed++;
                    }
                    else if (examples.Count < 20)
                    {
                        examples.Add(instruction.ToString());
                    }
                }
            }

            return new OperandCount(all, typed, string.Join("\n", examples));
        }
    }
}
