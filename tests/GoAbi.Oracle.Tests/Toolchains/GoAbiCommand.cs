using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using GoAbi.Testing;

namespace GoAbi.Oracle.Tests.Toolchains;

/// <summary>Our own command as it was built, run as people run it.</summary>
internal static class GoAbiCommand
{
    private static readonly Dictionary<string, string?> Environment = new() { ["GOROOT"] = null, ["GOPATH"] = "/nonexistent", ["GOABI_CACHE"] = "off", ["DOTNET_NOLOGO"] = "1" };

    public static Task<CommandResult> RunAsync(string directory, params string[] arguments) => CommandRunner.RunAsync(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "goabi.dll"), .. arguments], directory, Environment);
}
