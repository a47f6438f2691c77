using System;

namespace GoAbi.Fuzz.Running;

/// <summary>An exception as a failure.</summary>
internal static class ThrownException
{
    /// <summary>Counted by its type and the topmost of our own methods.</summary>
    public static PropertyFailure ToFailure(Exception exception)
    {
        var trace = (exception.StackTrace ?? "").Split('\n');
        var frame = Array.Find(trace, static l => l.Contains("GoAbi.", StringComparison.Ordinal) && !l.Contains("GoAbi.Fuzz", StringComparison.Ordinal)) ?? "";
        return new PropertyFailure(exception.GetType().Name + frame.Split(" in ")[0].TrimEnd(), exception.ToString());
    }
}
