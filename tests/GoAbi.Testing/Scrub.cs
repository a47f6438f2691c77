using System;

namespace GoAbi.Testing;

/// <summary>Replacements for what differs from machine to machine.</summary>
public static class Scrub
{
    /// <summary>A literal text, for example a temporary directory.</summary>
    public static Func<string, string> Text(string text, string replacement) => actual => actual.Replace(text, replacement, StringComparison.Ordinal);
}
