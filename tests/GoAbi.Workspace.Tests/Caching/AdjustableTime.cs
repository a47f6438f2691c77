using System;

namespace GoAbi.Workspace.Tests.Caching;

/// <summary>The system's clock, set forward or back.</summary>
internal sealed class AdjustableTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
