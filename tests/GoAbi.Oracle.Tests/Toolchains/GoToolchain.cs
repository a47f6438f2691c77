using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.Toolchains;

/// <summary>A Go toolchain of this machine.</summary>
/// <param name="Root">GOROOT.</param>
/// <param name="Version">What its VERSION says.</param>
internal sealed record GoToolchain(string Root, GoVersion Version)
{
    private static readonly Lazy<IReadOnlyList<GoToolchain>> Known = new(FindNow);

    /// <summary>True where everything is to be compared, not a sample.</summary>
    public static bool WantsEverything => Environment.GetEnvironmentVariable("GOABI_TRUTH") == "all";

    /// <summary>The repository that this assembly was built from.</summary>
    public static string Repository { get; } = typeof(GoToolchain).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(static a => a.Key == "RepositoryRoot").Value!;

    /// <summary>GOABI_GOROOTS (paths between ':'), else what eng/install-go knows; sorted by version.</summary>
    public static IReadOnlyList<GoToolchain> All => Known.Value;

    /// <summary>The toolchain of a version.</summary>
    /// <exception cref="InvalidOperationException">There is none: in CI a test fails by it, elsewhere it is skipped before.</exception>
    public static GoToolchain Named(string version) =>
        All.FirstOrDefault(t => t.Version.ToString() == version) ?? throw new InvalidOperationException("No Go toolchain " + version + ": run eng/install-go.");

    /// <summary>Runs the go command, which must succeed.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public async Task<string> GoAsync(string directory, string goarch, params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(Path.Combine(Root, "bin/go"), directory, goarch, arguments);
        return exitCode == 0
            ? output
            : throw new InvalidOperationException(Version + " go " + string.Join(" ", arguments) + " (" + goarch + "):\n" + output + error);
    }

    /// <summary>Runs a program in the toolchain's environment.</summary>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(string program, string directory, string goarch, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["GOROOT"] = Root, ["GOOS"] = "linux", ["GOARCH"] = goarch, ["CGO_ENABLED"] = "0", ["GOTOOLCHAIN"] = "local", ["GOENV"] = "off",
            ["GOWORK"] = "off", ["GOFLAGS"] = "-buildvcs=false", ["GOPROXY"] = "off", ["GO111MODULE"] = "on", ["GOEXPERIMENT"] = "",
        })
        {
            start.Environment[name] = value;
        }

        // The go command takes the directory's name from here, and so sees a GOROOT behind links as it is spelled.
        start.Environment["PWD"] = directory;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static IReadOnlyList<GoToolchain> FindNow()
    {
        var given = Environment.GetEnvironmentVariable("GOABI_GOROOTS");
        var roots = string.IsNullOrEmpty(given) ? Installed() : given.Split(':', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<GoToolchain>();
        foreach (var root in roots)
        {
            var version = Path.Combine(root, "VERSION");
            if (File.Exists(version) && GoVersion.TryParse(File.ReadLines(version).FirstOrDefault(), out var parsed))
            {
                found.Add(new GoToolchain(root, parsed));
            }
        }

        return [.. found.OrderBy(static t => t.Version)];
    }

    private static IEnumerable<string> Installed()
    {
        var script = Path.Combine(Repository, "eng/install-go");
        if (OperatingSystem.IsWindows() || !File.Exists(script))
        {
            return [];
        }

        using var process = Process.Start(new ProcessStartInfo(script, ["--print"]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
    }
}
