using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Encoders.Arm64;

/// <summary>What Go's own assembly is made of has no error.</summary>
public sealed class StandardLibraryTests(ITestOutputHelper output)
{
    private static readonly string[] Systems = ["linux", "darwin", "windows", "freebsd", "openbsd", "netbsd"];

    public static TheoryData<string> Versions => GoToolchain.AllVersions;

    [GoTheory]
    [MemberData(nameof(Versions))]
    public async Task No_assembly_file_of_the_standard_library_has_an_encoders_error(string go)
    {
        var toolchain = GoToolchain.Named(go);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var failures = new StringBuilder();
        foreach (var goos in Systems)
        {
            var environment = new Dictionary<string, string?> { ["GOOS"] = goos, ["GOARCH"] = "arm64" };
            var listing = await toolchain.GoAsync(toolchain.Root, environment, "list", "-e", "-f", "{{range .SFiles}}{{$.Dir}}/{{.}}\n{{end}}", "std", "cmd");
            foreach (var path in listing.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                seen.Add(path);
                foreach (var error in Arm64Subject.EncoderErrors(Arm64Subject.Read(toolchain, goos, path)))
                {
                    failures.Append(goos).Append(' ').Append(error).Append('\n');
                }
            }
        }

        Assert.True(failures.Length == 0, failures.ToString());
        Assert.True(seen.Count > 50, "only " + seen.Count + " files");
        output.WriteLine("TRUTH arm64-encoder-std go=" + go + " files=" + seen.Count);
    }

    [GoTheory]
    [MemberData(nameof(Versions))]
    public async Task The_assemblers_own_tests_of_what_is_right_have_no_error(string go)
    {
        var toolchain = GoToolchain.Named(go);
        foreach (var name in new[] { "arm64.s", "arm64enc.s" })
        {
            var path = toolchain.Root + "/src/cmd/asm/internal/asm/testdata/" + name;
            var (exitCode, said) = await Arm64Subject.AssembleAsync(toolchain, (await File.ReadAllTextAsync(path)).Replace("../../../../../runtime/textflag.h", "textflag.h", StringComparison.Ordinal));
            Assert.True(exitCode == 0, said);
            var errors = Arm64Subject.EncoderErrors(Arm64Subject.Read(toolchain, "linux", path)).Select(static e => e.ToString()).ToList();
            Assert.True(errors.Count == 0, string.Join('\n', errors));
        }
    }
}
