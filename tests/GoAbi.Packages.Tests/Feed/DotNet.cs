using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Packages.Tests;

/// <summary>Runs the SDK's command as a user does, not as this test run does.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    // What the test run's own SDK and build say to their children is not for builds of users' projects.
    private static readonly Dictionary<string, string?> Environment = new()
    {
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["MSBUILD_EXE_PATH"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBuildSDKsPath"] = null,
        ["MSBuildLoadMicrosoftTargetsReadOnly"] = null,
        ["DOTNET_HOST_PATH"] = null,
        ["GOABI_TEST_RESULTS"] = null,
        ["GOROOT"] = null,
        ["GOABI_CACHE"] = "off",
        ["CI"] = null,
    };

    public static Task<CommandResult> RunAsync(string workingDirectory, params string[] arguments) =>
        CommandRunner.RunAsync("dotnet", arguments, workingDirectory, Environment, timeout: Timeout);

    /// <summary>Runs it; a failure shows what it said.</summary>
    public static async Task<string> SucceedAsync(string workingDirectory, params string[] arguments)
    {
        var result = await RunAsync(workingDirectory, arguments);
        Assert.True(result.ExitCode == 0, "dotnet " + string.Join(' ', arguments) + " in " + Path.GetFileName(workingDirectory) + "\n" + result.Output + result.Error);
        return result.Output;
    }
}
