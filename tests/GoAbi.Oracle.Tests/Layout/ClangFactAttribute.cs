using System;
using System.IO;
using System.Linq;
using Xunit;

namespace GoAbi.Oracle.Tests.Layout;

/// <summary>A test that needs clang, of any version; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClangFactAttribute : FactAttribute
{
    public ClangFactAttribute() => Skip = Clang is null ? "No clang." : null;

    /// <summary>Its path; null for none.</summary>
    public static string? Clang { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Where(Directory.Exists)
        .SelectMany(static d => Directory.EnumerateFiles(d, "clang*"))
        .Where(static f => Path.GetFileName(f) is "clang" || (Path.GetFileName(f).StartsWith("clang-", StringComparison.Ordinal) && int.TryParse(Path.GetFileName(f).AsSpan(6), out _)))
        .Order(StringComparer.Ordinal)
        .FirstOrDefault();
}
