using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.AssemblyHeaders;

/// <summary>go_asm.h of packages of the standard library against the compiler's, byte for byte. Some of them; with GOABI_TRUTH=all every package with assembly, for every GOARCH.</summary>
public sealed class AssemblyHeaderTests(ITestOutputHelper output)
{
    // Much assembly, few imports.
    private static readonly string[] Sample = ["syscall", "internal/cpu", "internal/bytealg", "reflect", "math/big", "sync/atomic"];

    public static TheoryData<string, string> Targets()
    {
        var data = new TheoryData<string, string>();
        foreach (var toolchain in GoToolchain.Exists ? GoToolchain.All : [])
        {
            foreach (var goarch in GoPlatforms.AssemblerArchitectures.Where(a => GoToolchain.WantsEverything || a is "386" or "amd64"))
            {
                if (GoToolchain.WantsEverything || (goarch == "386") == (toolchain == GoToolchain.All[^1]))
                {
                    data.Add(toolchain.Version.ToString(), goarch);
                }
            }
        }

        if (data.Count == 0)
        {
            data.Add("none", "amd64");
        }

        return data;
    }

    [GoTheory]
    [MemberData(nameof(Targets))]
    public async Task A_package_of_std_has_the_header_that_the_compiler_writes(string go, string goarch)
    {
        var toolchain = GoToolchain.Named(go);
        var target = new Target { Toolchain = toolchain.Version, Goos = goarch == "wasm" ? "js" : "linux", Goarch = goarch };
        using var compiler = new CompiledHeaders(toolchain, target);
        var paths = await compiler.WithAssemblyAsync();
        var packages = await compiler.PrepareAsync(GoToolchain.WantsEverything ? paths : paths.Intersect(Sample));
        var ours = new StandardPackages(toolchain, target);
        var differences = new List<string>();
        var lines = 0;
        foreach (var package in packages)
        {
            var expected = await compiler.ReadAsync(package);
            var scope = ours.In(SourcePath.Normalize(package.Directory));
            var actual = scope is null ? "no package" : GoAssemblyHeader.Write(scope, ours.Session);
            lines += expected.Count(static c => c == '\n') - 2;
            if (actual != expected)
            {
                differences.Add(package.ImportPath + ": " + FirstDifference(expected, actual));
            }
        }

        output.WriteLine("TRUTH go-asm-header go=" + toolchain.Version + " target=" + target.Goos + "/" + goarch + " packages=" + packages.Count + " lines=" + lines + " differences=" + differences.Count);
        Assert.True(differences.Count == 0, string.Join("\n", differences));
        Assert.True(packages.Count > 3 && lines > 500, "only " + packages.Count + " packages, " + lines + " lines");
    }

    internal static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (left[i] != right[i])
            {
                return FormattableString.Invariant($"line {i + 1}: {left[i]} but {right[i]}");
            }
        }

        return left.Length + " lines but " + right.Length;
    }
}
