using System;
using System.IO;
using System.Linq;
using GoAbi.Oracle.Tests.Toolchains;
using Xunit;

namespace GoAbi.Oracle.Tests.RunningCalls;

/// <summary>A test that needs Go and QEMU's user-mode emulators, whose debugger's stub stops programs of any architecture; skipped where there are none, but not in CI, where it then fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmulatorFactAttribute : FactAttribute
{
    public EmulatorFactAttribute() => Skip = GoFactAttribute.Reason
        ?? ((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(static d => File.Exists(Path.Combine(d, "qemu-aarch64"))) || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : "No qemu-user.");
}
