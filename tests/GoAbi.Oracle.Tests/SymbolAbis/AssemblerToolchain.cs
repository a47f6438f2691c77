using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.SymbolAbis;

/// <summary>An installed Go, as far as these tests need it.</summary>
public sealed class AssemblerToolchain
{
    private AssemblerToolchain(string goroot, GoVersion version)
    {
        Goroot = goroot;
        Version = version;
    }

    public string Goroot { get; }

    public GoVersion Version { get; }

    /// <summary>GOABI_GOROOTS where it is set, else what packages and the project's cache put on disk. Oldest first.</summary>
    public static IReadOnlyList<AssemblerToolchain> FindAll()
    {
        var given = Environment.GetEnvironmentVariable("GOABI_GOROOTS");
        var roots = !string.IsNullOrEmpty(given) ? given.Split(':', StringSplitOptions.RemoveEmptyEntries) : Installed();
        return roots.Select(Open).OfType<AssemblerToolchain>().OrderBy(t => t.Version).ToList();
    }

    public string Run(string directory, string goos, string goarch, params string[] arguments)
    {
        var (exitCode, output, errors) = TryRun(directory, goos, goarch, arguments);
        return exitCode == 0 ? output
            : throw new InvalidOperationException("go " + string.Join(' ', arguments) + ": exit " + exitCode + "\n" + errors);
    }

    public (int ExitCode, string Output, string Errors) TryRun(string directory, string goos, string goarch, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Goroot, "bin", "go"), arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GOROOT"] = Goroot;
        start.Environment["GOOS"] = goos;
        start.Environment["GOARCH"] = goarch;
        start.Environment["GOTOOLCHAIN"] = "local";
        start.Environment["GO111MODULE"] = "on";
        start.Environment["GOFLAGS"] = "";
        start.Environment["CGO_ENABLED"] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    public override string ToString() => Version + " " + Goroot;

    private static IEnumerable<string> Installed()
    {
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "goabi", "go");
        var roots = Directory.Exists("/usr/lib") ? Directory.GetDirectories("/usr/lib", "go-*") : [];
        return Directory.Exists(cache)
            ? roots.Concat(Directory.GetDirectories(cache, "go-*", SearchOption.AllDirectories).Where(d => d.Contains("/usr/lib/", StringComparison.Ordinal)))
            : roots;
    }

    private static AssemblerToolchain? Open(string goroot)
    {
        var versionFile = Path.Combine(goroot, "VERSION");
        return File.Exists(Path.Combine(goroot, "bin", "go")) && File.Exists(versionFile)
            && GoVersion.TryParse(File.ReadLines(versionFile).First(), out var version)
            ? new AssemblerToolchain(goroot, version)
            : null;
    }
}
