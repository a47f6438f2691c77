using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using GoAbi.Testing;

namespace GoAbi.Cli.Tests;

/// <summary>Runs the built command, as people do.</summary>
internal static class GoAbiCli
{
    /// <summary>The command's assembly.</summary>
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "goabi.dll");

    // Results must not depend on what the machine has, and nothing of the user's is touched.
    private static readonly Dictionary<string, string?> Environment = new()
    {
        ["GOROOT"] = null,
        ["GOPATH"] = "/nonexistent",
        ["NO_COLOR"] = null,
        ["GOABI_CACHE"] = "off",
        ["DOTNET_NOLOGO"] = "1",
    };

    public static Task<CommandResult> RunAsync(string workingDirectory, params string[] arguments) =>
        CommandRunner.RunAsync("dotnet", [Assembly, .. arguments], workingDirectory, Environment);

    /// <summary>Runs it with variables of the cache; without, there is none.</summary>
    public static Task<CommandResult> RunWithAsync(string workingDirectory, Dictionary<string, string?> variables, params string[] arguments)
    {
        var environment = new Dictionary<string, string?>(Environment);
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return CommandRunner.RunAsync("dotnet", [Assembly, .. arguments], workingDirectory, environment);
    }

    /// <summary>Runs a command line of the help or the docs, as a shell does.</summary>
    public static Task<CommandResult> RunLineAsync(string workingDirectory, string line) => CommandRunner.RunAsync(
        "sh", ["-c", "goabi() { dotnet '" + Assembly + "' \"$@\"; }\n" + line], workingDirectory, Environment);
}
