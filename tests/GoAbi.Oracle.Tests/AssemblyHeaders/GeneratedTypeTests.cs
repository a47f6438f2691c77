using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Testing;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.AssemblyHeaders;

/// <summary>Sizes, alignments, offsets and constants of random declarations: against the compiler's go_asm.h for every GOARCH, and against go/types.</summary>
public sealed class GeneratedTypeTests(ITestOutputHelper output)
{
    private const int Seed = 41;
    private const int TypeCount = 200;

    // Words of 4 and of 8 bytes; go/types' sizes, which cost little, are compared for all.
    private static readonly string[] Sample = ["386", "arm64"];

    private static int Packages => GoToolchain.WantsEverything ? 10 : 1;

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task Random_declarations_have_the_header_that_the_compiler_writes(string go)
    {
        var toolchain = GoToolchain.Named(go);
        using var directory = new TemporaryDirectory();
        var differences = new List<string>();
        var lines = 0;
        var architectures = GoToolchain.WantsEverything ? GoPlatforms.AssemblerArchitectures : GoPlatforms.AssemblerArchitectures.Intersect(Sample).ToImmutableArray();
        foreach (var goarch in architectures)
        {
            var target = new Target { Toolchain = toolchain.Version, Goos = goarch == "wasm" ? "js" : "linux", Goarch = goarch };
            using var compiler = new CompiledHeaders(toolchain, target);
            await compiler.PrepareAsync(["sync/atomic"]);
            for (var i = 0; i < Packages; i++)
            {
                var file = directory.Write("p" + i.ToString(CultureInfo.InvariantCulture) + ".go", new TypeGenerator(Seed + i).Generate(TypeCount));
                var expected = await compiler.ReadAsync(new ListedPackage("p", directory.Path, [file], []));
                var (scope, session) = Read(toolchain, target, file);
                var actual = GoAssemblyHeader.Write(scope, session);
                lines += expected.Count(static c => c == '\n') - 2;
                if (actual != expected)
                {
                    differences.Add(goarch + " seed " + (Seed + i) + ": " + AssemblyHeaderTests.FirstDifference(expected, actual));
                }
            }
        }

        output.WriteLine("TRUTH generated-header go=" + toolchain.Version + " goarches=" + architectures.Length + " packages=" + Packages + " lines=" + lines + " differences=" + differences.Count);
        Assert.True(lines > 1000, "only " + lines + " lines");
        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    // Before go1.21 go/types left out the padding at the end of structs; the compiler never did.
    [GoFact]
    public async Task Random_types_have_the_sizes_that_go_types_gives_them()
    {
        var toolchain = GoToolchain.All[^1];
        using var directory = new TemporaryDirectory();
        using var program = await OracleProgram.BuildAsync(toolchain, "typesizes.go.txt");
        var file = directory.Write("p.go", new TypeGenerator(Seed).Generate(TypeCount));
        var expected = await program.RunAsync("", [file, .. GoPlatforms.AssemblerArchitectures]);
        var compared = 0;
        var subjects = GoPlatforms.AssemblerArchitectures.ToDictionary(
            a => a, a => Read(toolchain, new Target { Toolchain = toolchain.Version, Goos = a == "wasm" ? "js" : "linux", Goarch = a }, file));
        foreach (var line in expected.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(' ');
            var (scope, session) = subjects[parts[0]];
            Assert.True(scope.TryGet(parts[1], out var item), line);
            var type = session.TypeOf(item!);
            var offsets = type.Underlying is GoStructType structure ? session.Sizes.OffsetsOf(structure) : [];
            Assert.Equal(line, string.Join(' ', (string[])[parts[0], parts[1], Text(session.Sizes.SizeOf(type)), Text(session.Sizes.AlignOf(type)), .. offsets.Select(Text)]));
            compared++;
        }

        output.WriteLine("TRUTH sizes go=" + toolchain.Version + " types=" + compared);
        Assert.True(compared > 14 * TypeCount, "only " + compared + " types");
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static (GoPackageScope Scope, GoTypeSession Session) Read(GoToolchain toolchain, Target target, string path)
    {
        var tree = GoSyntaxTree.Parse(new SourceFile(path, SourceText.FromBytes(File.ReadAllBytes(path))), new GoParseOptions());
        Assert.Empty(tree.Diagnostics);
        return (GoPackageScope.Collect(GoLoosePackage.Create("p", target, ImmutableArray.Create(tree))), new StandardPackages(toolchain, target).Session);
    }
}
