using System;
using Xunit;

namespace GoAbi.Oracle.Tests.Toolchains;

/// <summary>A test that needs Go: skipped where none can be had, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GoFactAttribute : FactAttribute
{
    public GoFactAttribute()
    {
        if (GoToolchain.All.Count == 0 && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "No Go toolchain: run eng/install-go, or name some in GOABI_GOROOTS.";
        }
    }
}

/// <summary>The same for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GoTheoryAttribute : TheoryAttribute
{
    public GoTheoryAttribute()
    {
        if (GoToolchain.All.Count == 0 && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "No Go toolchain: run eng/install-go, or name some in GOABI_GOROOTS.";
        }
    }
}
