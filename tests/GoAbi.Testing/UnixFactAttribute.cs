using System;
using Xunit;

namespace GoAbi.Testing;

/// <summary>A test of something that Windows does not have: mode bits, FIFOs, links for everyone.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    /// <summary>Skipped on Windows.</summary>
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no such thing.";
        }
    }
}
