using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Go;

namespace GoAbi.Oracle.Tests.Packages;

/// <summary>A Go toolchain on this machine, and how its go command is run: without network, module cache or user settings.</summary>
internal sealed class GoToolchain
{
    private GoToolchain(GoRootInfo root) => Root = root;

    public GoRootInfo Root { get; }

    /// <summary>All toolchains found: GOABI_GOROOTS, else Debian's, else those in the user's cache.</summary>
    public static IReadOnlyList<GoToolchain> All { get; } = Find();

    /// <summary>What the go command prints for the arguments.</summary>
    public string Run(string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Root.Path, "bin", "go"))
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var home = Path.Combine(Path.GetTempPath(), "goabi-oracle-go");
        var settings = new Dictionary<string, string>
        {
            ["GOROOT"] = Root.Path,
            ["GOPATH"] = Path.Combine(home, "path"),
            ["GOCACHE"] = Path.Combine(home, "cache"),
            ["GOENV"] = "off",
            ["GOPROXY"] = "off",
            ["GOTOOLCHAIN"] = "local",
            ["GOFLAGS"] = "",
            ["GOWORK"] = "",
            ["GO111MODULE"] = "",
            ["GOEXPERIMENT"] = "",

            // The index of a package, used once its files are two seconds old, ends at the first file that is rejected.
            ["GODEBUG"] = "goindex=0",
            ["PWD"] = directory,
        };
        foreach (var (name, value) in settings.Concat(environment))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Task.WaitAll(error);
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException("go " + string.Join(' ', arguments) + " in " + directory + ": " + error.Result);
    }

    public override string ToString() => Root.Version.ToString();

    private static List<GoToolchain> Find()
    {
        var files = new DiskFiles();
        var given = Environment.GetEnvironmentVariable("GOABI_GOROOTS");
        var roots = !string.IsNullOrEmpty(given) ? given.Split(':') : Directory.GetDirectories("/usr/lib", "go-*").Concat(FindCached());
        return roots.Select(root => GoRootInfo.TryRead(files, root))
            .Where(root => root is not null && File.Exists(Path.Combine(root.Path, "bin", "go")))
            .Select(root => new GoToolchain(root!))
            .OrderBy(toolchain => toolchain.Root.Version)
            .ToList();
    }

    // $HOME/.cache/goabi/go/VERSION/usr/lib/go-VERSION
    private static IEnumerable<string> FindCached()
    {
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "goabi", "go");
        return !Directory.Exists(cache)
            ? []
            : Directory.GetDirectories(cache)
                .Select(directory => Path.Combine(directory, "usr", "lib"))
                .Where(Directory.Exists)
                .SelectMany(directory => Directory.GetDirectories(directory, "go-*"));
    }
}
