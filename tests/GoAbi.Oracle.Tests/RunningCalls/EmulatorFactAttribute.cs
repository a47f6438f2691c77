using System;
using System.IO;
using System.Linq;
using GoAbi.Oracle.Tests.Toolchains;
using Xunit;

namespace GoAbi.Oracle.Tests.RunningCalls;

/// <summary>
/// A test that needs Go and QEMU's user-mode emulators, whose debugger's stub stops programs of any architecture: those on PATH, or those that eng/install-corpora unpacked.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmulatorFactAttribute : FactAttribute
{
    public EmulatorFactAttribute() => Skip = GoFactAttribute.Reason ?? (Find("qemu-aarch64") is null ? "No qemu-user: run eng/install-corpora." : null);

    /// <summary>The path of an emulator; null where it is not there.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Select(directory => Path.Combine(directory, name)).FirstOrDefault(File.Exists)
        ?? Corpora.FindProgram("qemu-user-static", name + "-static");
}
