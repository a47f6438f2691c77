using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace GoAbi.Oracle.Tests.GoSyntax;

/// <summary>The Go installations of this machine: GOABI_GOROOTS (':' between them), else /usr/lib/go-* and GoAbi's own cache.</summary>
internal static class GoToolchains
{
    public static IReadOnlyList<string> Roots { get; } = Find();

    /// <summary>True where everything is compared and not only a sample.</summary>
    public static bool CompareAll => Environment.GetEnvironmentVariable("GOABI_TRUTH") == "all";

    /// <summary>"1.24" of a GOROOT.</summary>
    public static string VersionOf(string root)
    {
        var text = File.ReadLines(Path.Combine(root, "VERSION")).First();
        var parts = text.Replace("go", "", StringComparison.Ordinal).Split('.', ' ');
        return parts[0] + "." + parts[1];
    }

    /// <summary>Runs a program and returns what it printed.</summary>
    public static string Run(string program, IEnumerable<string> arguments, string input = "", string? goRoot = null)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (goRoot is not null)
        {
            start.Environment["GOROOT"] = goRoot;
        }

        start.Environment["GO111MODULE"] = "off";
        start.Environment["GOTOOLCHAIN"] = "local";
        start.Environment["GOFLAGS"] = "";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException(program + " failed: " + error.Result);
    }

    private static List<string> Find()
    {
        var given = Environment.GetEnvironmentVariable("GOABI_GOROOTS");
        if (!string.IsNullOrEmpty(given))
        {
            return [.. given.Split(':', StringSplitOptions.RemoveEmptyEntries).Where(IsRoot)];
        }

        var found = Directory.Exists("/usr/lib") ? Directory.GetDirectories("/usr/lib", "go-*").ToList() : [];
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache/goabi/go");
        if (Directory.Exists(cache))
        {
            foreach (var version in Directory.GetDirectories(cache))
            {
                var lib = Path.Combine(version, "usr/lib");
                found.AddRange(Directory.Exists(lib) ? Directory.GetDirectories(lib, "go-*") : []);
            }
        }

        return [.. found.Where(IsRoot).Order(StringComparer.Ordinal)];
    }

    private static bool IsRoot(string root) => File.Exists(Path.Combine(root, "bin/go")) && Directory.Exists(Path.Combine(root, "src/go/parser"));
}
