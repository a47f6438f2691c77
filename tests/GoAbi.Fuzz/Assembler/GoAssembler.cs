using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Source;

namespace GoAbi.Fuzz.Assembler;

/// <summary>
/// Runs the assembler of a Go toolchain as the go command does. It removes its output file when it fails, so that is
/// always a file of our own.
/// </summary>
public sealed class GoAssembler
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly string program;

    /// <summary>The assembler of a GOROOT.</summary>
    /// <exception cref="IOException">There is none.</exception>
    public GoAssembler(string root)
    {
        Root = root;
        var text = File.ReadLines(Path.Combine(root, "VERSION")).FirstOrDefault();
        Version = GoVersion.TryParse(text, out var version) ? version : throw new IOException(root + "/VERSION names no Go version");
        program = Directory.EnumerateFiles(Path.Combine(root, "pkg/tool"), "asm", SearchOption.AllDirectories).FirstOrDefault()
            ?? throw new IOException(root + " has no assembler");
    }

    /// <summary>GOROOT.</summary>
    public string Root { get; }

    /// <summary>Its version.</summary>
    public GoVersion Version { get; }

    /// <summary>Assembles a file.</summary>
    /// <param name="file">The file; its directory is the one worked in.</param>
    /// <param name="output">Where the object file goes: a file that may be removed.</param>
    /// <param name="target">What for; its version is this assembler's.</param>
    /// <param name="package">The package's import path.</param>
    /// <param name="includes">Directories for -I, before the toolchain's own.</param>
    public AssemblerVerdict Assemble(string file, string output, Target target, string package, ImmutableArray<string> includes)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = Path.GetDirectoryName(file)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in Arguments(Path.GetFileName(file), output, target, package, includes))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(static k => k.StartsWith("GO", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["GOROOT"] = Root;
        start.Environment["GOOS"] = target.Goos;
        start.Environment["GOARCH"] = target.Goarch;
        if (target.Feature.Length > 0)
        {
            start.Environment["GO" + FeatureName(target.Goarch)] = target.Feature;
        }

        return Run(start);
    }

    private static AssemblerVerdict Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Timeout))
        {
            process.Kill();
            process.WaitForExit();
            return new AssemblerVerdict(AssemblerOutcome.TimedOut, [], "");
        }

        Task.WaitAll(output, error);
        return AssemblerVerdict.Read(process.ExitCode, error.Result + output.Result);
    }

    private IEnumerable<string> Arguments(string file, string output, Target target, string package, ImmutableArray<string> includes)
    {
        yield return "-e";
        yield return "-o";
        yield return output;
        yield return "-p";
        yield return package;
        foreach (var directory in includes.Add(Path.Combine(Root, "pkg/include")))
        {
            yield return "-I";
            yield return directory;
        }

        foreach (var macro in Macros(target))
        {
            yield return "-D";
            yield return macro;
        }

        // cmd/go/internal/work: what may be compiled with the runtime's privileges said so by a flag up to Go 1.20.
        if (target.Toolchain.Minor <= 20 && IsRuntime(package))
        {
            yield return "-compiling-runtime";
        }

        yield return file;
    }

    private static bool IsRuntime(string package) =>
        package is "runtime" or "reflect" or "syscall" or "internal/bytealg" || package.StartsWith("runtime/internal", StringComparison.Ordinal);

    private static string FeatureName(string goarch) => goarch switch
    {
        "mipsle" => "MIPS",
        "mips64le" => "MIPS64",
        "ppc64le" => "PPC64",
        _ => goarch.ToUpperInvariant(),
    };

    private static IEnumerable<string> Macros(Target target)
    {
        yield return "GOOS_" + target.Goos;
        yield return "GOARCH_" + target.Goarch;
        var minor = target.Toolchain.Minor;
        var feature = target.Feature;
        var extra = target.Goarch switch
        {
            "386" => "GO386_" + Or(feature, "sse2"),
            "amd64" when minor >= 18 => "GOAMD64_" + Or(feature, "v1"),
            "mips" or "mipsle" => "GOMIPS_" + Or(feature, "hardfloat"),
            "mips64" or "mips64le" => "GOMIPS64_" + Or(feature, "hardfloat"),
            "ppc64" or "ppc64le" when minor >= 20 => "GOPPC64_power8",
            "riscv64" when minor >= 23 => "GORISCV64_" + Or(feature, "rva20u64"),
            _ => null,
        };
        if (extra is not null)
        {
            yield return extra;
        }

        foreach (var level in target.Goarch == "arm" && minor >= 21 ? new[] { "5", "6", "7" } : [])
        {
            yield return "GOARM_" + level;
        }
    }

    private static string Or(string feature, string otherwise) => feature.Length > 0 ? feature : otherwise;
}
