using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Packages;

/// <summary>
/// One workspace with everything that decides which files and packages a build has (workspace.go.txt): what the go command lists is
/// what is found here. Its toolchain lines ask for a Go that does not exist; neither side may look for one.
/// </summary>
public sealed partial class WholeWorkspace(ITestOutputHelper output)
{
    // Any would do: nothing hashes a module that is unpacked already.
    private const string ModuleHash = "h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    private static readonly (string Directory, bool IgnoresWorkspace, string[] Patterns)[] Places =
    [
        ("ws", false, ["./app/...", "./lib/deep/...", "./app/used/..."]),
        ("ws/app", false, ["./..."]),
        ("ws/app/unused", true, ["./..."]),
        ("vendored", false, ["./..."]),
        ("vendored/vendor/example.com", false, ["./v/x", "./w"]),
    ];

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task Every_package_has_the_files_and_imports_that_go_list_prints(string go)
    {
        var toolchain = GoToolchain.Named(go);
        using var tree = new TemporaryTree([.. Files(toolchain)]);
        var differences = new List<string>();
        foreach (var (name, tags) in SelectionTargets.Sample())
        {
            var compared = 0;
            var found = new List<string>();
            foreach (var (directory, ignoresWorkspace, patterns) in Places)
            {
                var setting = new TemporaryTree.Setting(Target: name) { Tags = tags, GoPath = ["gopath"], IgnoresWorkspace = ignoresWorkspace, HasExcludedDirectories = true };
                var (packages, different) = await tree.CountDifferencesAsync(toolchain, directory, setting, patterns);
                compared += packages;
                found.AddRange(different.Select(line => directory + ": " + line));
            }

            output.WriteLine("TRUTH workspace-packages go=" + toolchain.Version + " target=" + name.Split(' ')[0] + " cgo=" + (name.EndsWith("cgo", StringComparison.Ordinal) ? "on" : "off")
                + " race=" + (tags.Length > 0 ? "on" : "off") + " packages=" + compared + " differences=" + found.Count);
            Assert.True(compared > 40);
            differences.AddRange(found);
        }

        Assert.True(differences.Count == 0, differences.Count + " differences:\n" + string.Join('\n', differences.Take(40)));
    }

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task User_tags_and_architecture_features_select_what_they_select_in_the_go_command(string go)
    {
        var toolchain = GoToolchain.Named(go);
        using var tree = new TemporaryTree([.. Files(toolchain)]);
        TemporaryTree.Setting[] settings =
        [
            new(Target: "linux/amd64") { Tags = ["custom"] },
            new(Target: "linux/amd64 cgo") { Tags = ["custom", "race", "tools"], Feature = "v2" },
            new(Target: "linux/arm64") { Tags = ["linux", "windows", "unix"] },
            new(Target: "linux/amd64") { Tags = ["goexperiment.arenas", "boringcrypto"], Feature = "v3", WithStandardLibrary = true },
            new(Target: "linux/arm") { Tags = ["go1.99", "amd64.v2"], Feature = "6" },
        ];
        var differences = new List<string>();
        foreach (var setting in settings)
        {
            foreach (var (directory, patterns) in new[] { ("ws/app", "./..."), ("vendored", "./...") })
            {
                differences.AddRange((await tree.CountDifferencesAsync(toolchain, directory, setting with { GoPath = ["gopath"], HasExcludedDirectories = true }, patterns)).Differences);
            }
        }

        Assert.True(differences.Count == 0, differences.Count + " differences:\n" + string.Join('\n', differences.Take(40)));
    }

    private static IEnumerable<(string Path, string Text)> Files(GoToolchain toolchain)
    {
        using var reader = new StreamReader(typeof(WholeWorkspace).Assembly.GetManifestResourceStream("workspace.go.txt")!);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var parts = FileHeader().Split(text)[1..].Chunk(2).Select(static part => (Path: part[0], Text: part[1])).ToList();
        var sums = new StringBuilder();
        foreach (var (path, content) in parts.Where(static part => part.Path.Contains('@') && part.Path.EndsWith("/go.mod", StringComparison.Ordinal)).ToList())
        {
            var (module, version) = path["gopath/pkg/mod/".Length..^"/go.mod".Length].Split('@') is [var name, var number] ? (name, number) : default;
            var download = "gopath/pkg/mod/cache/download/" + module + "/@v/" + version;
            parts.Add((download + ".mod", content));
            parts.Add((download + ".info", "{\"Version\":\"" + version + "\"}"));
            parts.Add((download + ".ziphash", ModuleHash));
            var plain = EscapedLetter().Replace(module, static letter => letter.Groups[1].Value.ToUpperInvariant());
            sums.Append(plain + " " + version + " " + ModuleHash + "\n");
            sums.Append(plain + " " + version + "/go.mod " + HashOfModFile(content) + "\n");
        }

        // Up to 1.20 the line is an error of the main module's go.mod; from then on go9.9.9 would be one, but not in a dependency's.
        var line = toolchain.Version.Minor >= 21 ? "\ntoolchain go1.99.9\n" : "";
        return parts.Select(part => (part.Path, part.Text.Replace("${TOOLCHAIN}", line, StringComparison.Ordinal).Replace("${SUMS}", sums.ToString(), StringComparison.Ordinal)));
    }

    // golang.org/x/mod/sumdb/dirhash: Hash1 of the one file.
    private static string HashOfModFile(string content)
    {
        var list = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))) + "  go.mod\n";
        return "h1:" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(list)));
    }

    [GeneratedRegex("^-- (\\S+) --\\n", RegexOptions.Multiline)]
    private static partial Regex FileHeader();

    [GeneratedRegex("!([a-z])")]
    private static partial Regex EscapedLetter();
}
