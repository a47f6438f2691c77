using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;

namespace GoAbi.Oracle.Tests.ControlFlow;

/// <summary>The assembly files of the standard library for one architecture.</summary>
internal static class StandardAssembly
{
    private const int Seed = 20260;
    private const int SampleSize = 6;

    /// <summary>All of them, or the runtime's own (which has every trick there is) and some others, always the same.</summary>
    public static async Task<IReadOnlyList<(string Package, string Path)>> FilesAsync(GoToolchain toolchain, string goarch, bool everything)
    {
        var environment = new Dictionary<string, string?> { ["GOARCH"] = goarch };
        var listing = await toolchain.GoAsync(toolchain.Root, environment, "list", "-e", "-f", "{{if .SFiles}}{{.ImportPath}}|{{.Dir}}|{{join .SFiles \",\"}}{{end}}", "std");
        var files = new List<(string Package, string Path)>();
        foreach (var line in listing.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('|');
            files.AddRange(parts[2].Split(',').Select(name => (parts[0], parts[1] + "/" + name)));
        }

        var random = new Random(Seed);
        var runtime = files.Where(f => f.Path.EndsWith("runtime/asm_" + goarch + ".s", StringComparison.Ordinal));
        return everything ? files : [.. runtime.Concat(files.OrderBy(_ => random.Next()).Take(SampleSize)).Distinct()];
    }
}
