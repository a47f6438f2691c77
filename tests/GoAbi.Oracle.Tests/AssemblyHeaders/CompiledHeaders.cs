using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Testing;

namespace GoAbi.Oracle.Tests.AssemblyHeaders;

/// <summary>The compiler, asked for the go_asm.h of packages; what they import is built by the go command, and kept in its cache.</summary>
internal sealed class CompiledHeaders : IDisposable
{
    private readonly TemporaryDirectory scratch = new();
    private readonly GoToolchain toolchain;
    private readonly Target target;
    private readonly Dictionary<string, string?> environment;
    private string configuration = "";
    private int count;

    public CompiledHeaders(GoToolchain toolchain, Target target)
    {
        this.toolchain = toolchain;
        this.target = target;
        environment = new() { ["GOOS"] = target.Goos, ["GOARCH"] = target.Goarch };
    }

    /// <summary>The packages of std that have assembly for the target.</summary>
    public async Task<IReadOnlyList<string>> WithAssemblyAsync() =>
        (await toolchain.GoAsync(toolchain.Root, environment, "list", "-f", "{{if .SFiles}}{{.ImportPath}}{{end}}", "std")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Builds what packages import, and says where their own files are.</summary>
    public async Task<IReadOnlyList<ListedPackage>> PrepareAsync(IEnumerable<string> paths)
    {
        var wanted = paths.ToHashSet(StringComparer.Ordinal);
        var listing = await toolchain.GoAsync(
            toolchain.Root, environment, ["list", "-deps", "-export", "-f", "{{.ImportPath}}|{{.Export}}|{{.Dir}}|{{join .GoFiles \",\"}}|{{join .SFiles \",\"}}|{{join .EmbedPatterns \",\"}}|{{join .EmbedFiles \",\"}}", .. wanted]);
        var lines = new List<string>();
        var found = new List<ListedPackage>();
        foreach (var line in listing.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('|');
            if (parts[1].Length > 0)
            {
                lines.Add("packagefile " + parts[0] + "=" + parts[1]);
            }

            if (parts[0].StartsWith("vendor/", StringComparison.Ordinal))
            {
                lines.Add("importmap " + parts[0]["vendor/".Length..] + "=" + parts[0]);
            }

            if (wanted.Contains(parts[0]))
            {
                found.Add(new ListedPackage(parts[0], parts[2], parts[3].Split(','), parts[4].Split(','))
                {
                    EmbedPatterns = parts[5].Split(',', StringSplitOptions.RemoveEmptyEntries),
                    EmbedFiles = parts[6].Split(',', StringSplitOptions.RemoveEmptyEntries),
                });
            }
        }

        configuration = scratch.Write("importcfg", string.Join('\n', lines) + "\n");
        return found;
    }

    /// <summary>What the compiler writes for a package.</summary>
    public async Task<string> ReadAsync(ListedPackage package)
    {
        var header = scratch[FormattableString.Invariant($"{System.Threading.Interlocked.Increment(ref count)}/go_asm.h")];
        Directory.CreateDirectory(Path.GetDirectoryName(header)!);

        // The object file is a file of its own: a compiler that fails unlinks what -o names, be it a device.
        List<string> arguments = ["-p", package.ImportPath, "-std", "-asmhdr", header, "-importcfg", configuration, "-o", header + ".o"];
        if (package.AssemblyFiles.Count > 0)
        {
            arguments.AddRange(["-symabis", await SymbolAbisAsync(package, header)]);
        }

        if (IsRuntime(package.ImportPath))
        {
            arguments.Add("-+");
        }

        // Which file matches which pattern does not matter here.
        if (package.EmbedFiles.Count > 0)
        {
            var embedded = JsonSerializer.Serialize(new
            {
                Patterns = package.EmbedPatterns.ToDictionary(static p => p, _ => package.EmbedFiles),
                Files = package.EmbedFiles.ToDictionary(static f => f, f => Path.Combine(package.Directory, f)),
            });
            await File.WriteAllTextAsync(header + ".embed", embedded);
            arguments.AddRange(["-embedcfg", header + ".embed"]);
        }

        var (exitCode, output, error) = await toolchain.RunAsync(toolchain.Tool("compile"), package.Directory, environment, [.. arguments, .. package.GoFiles]);
        return exitCode == 0 ? await File.ReadAllTextAsync(header) : throw new InvalidOperationException(package.ImportPath + ": " + output + error);
    }

    // As the go command does: an empty header, until the compiler has written the true one.
    private async Task<string> SymbolAbisAsync(ListedPackage package, string header)
    {
        await File.WriteAllTextAsync(header, "");
        var result = header + ".symabis";
        List<string> arguments = ["-p", package.ImportPath, "-gensymabis", "-o", result, "-I", Path.GetDirectoryName(header)!, "-I", toolchain.Root + "/pkg/include"];
        foreach (var macro in BuildMacros.Of(target))
        {
            arguments.AddRange(["-D", macro]);
        }

        if (target.Toolchain.Minor <= 20 && IsRuntime(package.ImportPath))
        {
            arguments.Add("-compiling-runtime");
        }

        var (exitCode, output, error) = await toolchain.RunAsync(toolchain.Tool("asm"), package.Directory, environment, [.. arguments, .. package.AssemblyFiles]);
        return exitCode == 0 ? result : throw new InvalidOperationException(package.ImportPath + ": " + output + error);
    }

    // cmd/go/internal/work/gc.go, runtimePackages.
    private static bool IsRuntime(string path) =>
        path is "runtime" or "internal/abi" or "internal/bytealg" or "internal/coverage/rtcov" or "internal/cpu" or "internal/goarch" or "internal/goos" or "internal/chacha8rand"
        || (path.StartsWith("runtime/internal/", StringComparison.Ordinal) || path.StartsWith("internal/runtime/", StringComparison.Ordinal));

    public void Dispose() => scratch.Dispose();
}

/// <summary>A package of std and the files that the go command selects.</summary>
internal sealed record ListedPackage(string ImportPath, string Directory, IReadOnlyList<string> GoFiles, IReadOnlyList<string> AssemblyFiles)
{
    /// <summary>What go:embed directives name.</summary>
    public IReadOnlyList<string> EmbedPatterns { get; init; } = [];

    /// <summary>The files that the patterns match.</summary>
    public IReadOnlyList<string> EmbedFiles { get; init; } = [];
}
