using System;
using Xunit;

namespace GoAbi.Oracle.Tests.Toolchains;

/// <summary>A test that needs Go: skipped where there is none, but not in CI, where it then fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GoFactAttribute : FactAttribute
{
    /// <summary>Why a test is skipped; null where it runs.</summary>
    public static string? Reason => GoToolchain.Exists || Environment.GetEnvironmentVariable("CI") == "true"
        ? null
        : "No Go toolchain: run eng/install-go, or name some in GOABI_GOROOTS.";

    public GoFactAttribute() => Skip = Reason;
}

/// <summary>The same for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GoTheoryAttribute : TheoryAttribute
{
    public GoTheoryAttribute() => Skip = GoFactAttribute.Reason;
}
