using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Xunit;

namespace GoAbi.Packages.Tests.Samples;

/// <summary>samples/UprobeReader, built of the packages, over programs of each Go toolchain that is here.</summary>
[Collection(PackedPackages.Name)]
public sealed class UprobeReaderTests(PackageFeed feed)
{
    [TracerFact]
    public async Task It_prints_the_arguments_of_a_running_function()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Root, "samples/UprobeReader"), "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Path.Combine(Repository.Root, "samples"), path);
            if (!relative.Split('/').Any(static part => part is "bin" or "obj"))
            {
                feed.Directory.Write(relative, await File.ReadAllTextAsync(path));
            }
        }

        await DotNet.SucceedAsync(feed.Directory["UprobeReader"], "build", "-c", "Release", "-p:GoAbiVersion=" + feed.Version);
        foreach (var root in TracerFactAttribute.Roots)
        {
            var output = await DotNet.SucceedAsync(feed.Directory["UprobeReader"], "bin/Release/net10.0/UprobeReader.dll", root);
            Assert.Equal(
                ["in registers: 101 102 103 104 105 106 107 108 109", "on the stack: 110 111", "results: 1166 longArgs"],
                output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(static line => line.Trim()));
        }
    }
}

/// <summary>A test that traces a Go program: on amd64 Linux, with a Go toolchain in GOABI_GOROOTS. In CI it runs in any case.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TracerFactAttribute : FactAttribute
{
    public TracerFactAttribute() => Skip =
        Environment.GetEnvironmentVariable("CI") == "true" ? null
        : !OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64 ? "Registers are those of amd64 Linux."
        : Roots.Length == 0 ? "No Go toolchain: name some in GOABI_GOROOTS."
        : null;

    /// <summary>The toolchains.</summary>
    public static string[] Roots => (Environment.GetEnvironmentVariable("GOABI_GOROOTS") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
}
