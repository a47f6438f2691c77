using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace GoAbi.Oracle.Tests.Binding;

/// <summary>The Go toolchains of this machine: GOABI_GOROOTS (paths between ':'), else what is installed.</summary>
internal static class GoRoots
{
    public static bool WantsEverything => Environment.GetEnvironmentVariable("GOABI_TRUTH") == "all";

    public static IReadOnlyList<string> Find()
    {
        var given = Environment.GetEnvironmentVariable("GOABI_GOROOTS");
        if (!string.IsNullOrEmpty(given))
        {
            return given.Split(':', StringSplitOptions.RemoveEmptyEntries);
        }

        var found = new List<string>();
        AddInstalled(found, "/usr/lib");
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache/goabi/go");
        if (Directory.Exists(cache))
        {
            foreach (var version in Directory.GetDirectories(cache).Order(StringComparer.Ordinal))
            {
                AddInstalled(found, Path.Combine(version, "usr/lib"));
            }
        }

        return found;
    }

    /// <summary>Builds a Go program, kept as a resource of this assembly, with a toolchain; gives the path of the executable.</summary>
    public static string Build(string goRoot, string resource, string directory)
    {
        var source = Path.Combine(directory, Path.GetFileNameWithoutExtension(resource));
        using (var from = typeof(GoRoots).Assembly.GetManifestResourceStream(resource)!)
        using (var to = File.Create(source))
        {
            from.CopyTo(to);
        }

        var program = Path.Combine(directory, "truth");
        using var go = Start(Path.Combine(goRoot, "bin/go"), ["build", "-o", program, source], directory, goRoot);
        var errors = go.StandardError.ReadToEnd();
        go.WaitForExit();
        return go.ExitCode == 0 ? program : throw new InvalidOperationException(errors);
    }

    public static Process Start(string program, IEnumerable<string> arguments, string directory, string goRoot)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GO111MODULE"] = "off";
        start.Environment["GOFLAGS"] = "";
        start.Environment["GOTOOLCHAIN"] = "local";
        start.Environment["GOROOT"] = goRoot;
        return Process.Start(start)!;
    }

    private static void AddInstalled(List<string> found, string directory)
    {
        if (Directory.Exists(directory))
        {
            found.AddRange(Directory.GetDirectories(directory, "go-*")
                .Where(root => File.Exists(Path.Combine(root, "bin/go")) && Directory.Exists(Path.Combine(root, "src/runtime")))
                .Order(StringComparer.Ordinal));
        }
    }
}
