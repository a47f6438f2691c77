using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using GoAbi.Go;
using GoAbi.Source;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Oracle.Tests.Toolchains;

/// <summary>
/// A Go toolchain of this machine. Without any, tests with <see cref="GoFactAttribute"/> and <see cref="GoTheoryAttribute"/>
/// do nothing; in CI they run and fail.
/// </summary>
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

    /// <summary>Whether there is any.</summary>
    public static bool Exists => Known.Value.Count > 0;

    /// <summary>GOABI_GOROOTS (paths between ':'), else what eng/install-go knows; sorted by version.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static IReadOnlyList<GoToolchain> All =>
        Exists ? Known.Value : throw new InvalidOperationException("No Go toolchain: run eng/install-go, or name some in GOABI_GOROOTS.");

    /// <summary>The newest, or all of them where everything is to be compared.</summary>
    public static IReadOnlyList<GoToolchain> Sample => WantsEverything ? All : [All[^1]];

    /// <summary>The versions of all, as the data of a theory.</summary>
    public static TheoryData<string> AllVersions => Theory(static () => All);

    /// <summary>The versions of the sample, as the data of a theory.</summary>
    public static TheoryData<string> SampleVersions => Theory(static () => Sample);

    /// <summary>The toolchain of a version.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static GoToolchain Named(string version) =>
        All.FirstOrDefault(t => t.Version.ToString() == version) ?? throw new InvalidOperationException("No Go toolchain " + version + ": run eng/install-go.");

    /// <summary>What the product reads of it.</summary>
    public GoRootInfo Read(ISourceFiles files) => GoRootInfo.TryRead(files, Root) ?? throw new InvalidOperationException(Root + " can't be read.");

    /// <summary>A tool's executable, for example <c>asm</c>, run without the go command in between.</summary>
    public string Tool(string name) => Directory.EnumerateFiles(Path.Combine(Root, "pkg/tool"), name, SearchOption.AllDirectories).First();

    /// <summary>Runs the go command, which must succeed.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public Task<string> GoAsync(string directory, string goarch, params string[] arguments) =>
        GoAsync(directory, new Dictionary<string, string?> { ["GOARCH"] = goarch }, arguments);

    /// <summary>Runs the go command, which must succeed, with variables of the test's own.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public async Task<string> GoAsync(string directory, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(Path.Combine(Root, "bin/go"), directory, environment, arguments);
        return exitCode == 0
            ? output
            : throw new InvalidOperationException(Version + " go " + string.Join(" ", arguments) + " in " + directory + ":\n" + output + error);
    }

    /// <summary>Runs a program in the toolchain's environment.</summary>
    public Task<CommandResult> RunAsync(string program, string directory, IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        CommandRunner.RunAsync(program, arguments, directory, EnvironmentFor(directory, environment), timeout: TimeSpan.FromMinutes(20));

    /// <summary>The environment of programs: linux, modules, and nothing of the user's settings, the module cache or the network.</summary>
    /// <param name="directory">Where the program runs.</param>
    /// <param name="environment">What the test wants otherwise.</param>
    public Dictionary<string, string?> EnvironmentFor(string directory, IReadOnlyDictionary<string, string?> environment)
    {
        var all = new Dictionary<string, string?>
        {
            ["GOROOT"] = Root,
            ["GOPATH"] = Path.Combine(Path.GetTempPath(), "goabi-oracle-gopath"),
            ["GOOS"] = "linux",
            ["GOARCH"] = null,
            ["CGO_ENABLED"] = "0",
            ["GOTOOLCHAIN"] = "local",
            ["GOENV"] = "off",
            ["GOWORK"] = "off",
            ["GOFLAGS"] = "-buildvcs=false",
            ["GOPROXY"] = "off",
            ["GO111MODULE"] = "on",
            ["GOEXPERIMENT"] = "",

            // The go command takes the directory's name from here, and so sees a GOROOT behind links as it is spelled.
            ["PWD"] = directory,
        };
        foreach (var (name, value) in environment)
        {
            all[name] = value;
        }

        return all;
    }

    private static TheoryData<string> Theory(Func<IReadOnlyList<GoToolchain>> toolchains) =>
        Exists ? [.. toolchains().Select(static t => t.Version.ToString())] : ["none"];

    private static IReadOnlyList<GoToolchain> FindNow()
    {
        var given = Environment.GetEnvironmentVariable("GOABI_GOROOTS");
        var roots = string.IsNullOrEmpty(given) ? Installed() : given.Split(':', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<GoToolchain>();
        foreach (var root in roots)
        {
            var version = Path.Combine(root, "VERSION");
            if (File.Exists(Path.Combine(root, "bin/go")) && File.Exists(version) && GoVersion.TryParse(File.ReadLines(version).FirstOrDefault(), out var parsed))
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
