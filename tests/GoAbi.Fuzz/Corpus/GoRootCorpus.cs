using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Fuzz.Corpus;

/// <summary>An assembly file of a GOROOT.</summary>
/// <param name="File">The file.</param>
/// <param name="Package">The import path of its package.</param>
/// <param name="Targets">One target for each architecture that it is built for.</param>
public sealed record CorpusFile(SourceFile File, string Package, IReadOnlyList<Target> Targets);

/// <summary>The assembly files of a GOROOT.</summary>
public static class GoRootCorpus
{
    private static readonly string[] TestFileNames =
    [
        "386", "amd64", "arm64", "armv6", "arm", "loong64", "mips64", "mips", "ppc64", "riscv64", "s390x", "wasm",
    ];

    /// <summary>The files that builds read, sorted by path; each with its targets, found by name and constraint as the go command does.</summary>
    public static IEnumerable<CorpusFile> BuiltFiles(string goroot, GoVersion version, ISourceFiles files)
    {
        var targets = AssemblyPlatforms.Targets(version).Select(static t => (Target: t, Selector: new GoFileSelector(t))).ToList();
        foreach (var file in Read(goroot + "/src", files))
        {
            var directory = SourcePath.Directory(file.Path)[(goroot.Length + "/src".Length)..].TrimStart('/');
            if (("/" + directory + "/").Contains("/testdata/", StringComparison.Ordinal))
            {
                continue;
            }

            var constraints = GoBuildConstraints.Find(file.Text);
            var found = new List<Target>();
            foreach (var (target, selector) in targets)
            {
                if (found.All(t => t.Goarch != target.Goarch) && selector.MatchName(file.Name, out _) == GoFileSelection.Selected
                    && selector.MatchConstraints(file, constraints, out _, out _) == GoFileSelection.Selected)
                {
                    found.Add(target);
                }
            }

            if (found.Count > 0)
            {
                yield return new CorpusFile(file, directory, found);
            }
        }
    }

    /// <summary>The files that the assembler is tested with, each for the architecture that its name says.</summary>
    public static IEnumerable<CorpusFile> AssemblerTestFiles(string goroot, GoVersion version, ISourceFiles files)
    {
        foreach (var file in Read(goroot + "/src/cmd/asm/internal/asm/testdata", files))
        {
            var name = Array.Find(TestFileNames, n => file.Name.StartsWith(n, StringComparison.Ordinal)) ?? "amd64";
            var target = new Target { Toolchain = version, Goarch = name == "armv6" ? "arm" : name, Goos = name == "wasm" ? "js" : "linux" };
            yield return new CorpusFile(file, "test", [target]);
        }
    }

    private static IEnumerable<SourceFile> Read(string directory, ISourceFiles files) =>
        Directory.GetFiles(directory + "/", "*.s", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(p => files.Read(SourcePath.Normalize(p)).File!);
}
