using System;
using System.IO;
using Xunit;

namespace GoAbi.Oracle.Tests.Toolchains;

/// <summary>Sources and programs of others that eng/install-corpora fetches: below GOABI_CORPORA, else ~/.cache/goabi/corpora.</summary>
internal static class Corpora
{
    /// <summary>The package with golang.org/x/tools, and the test data of vet's checks.</summary>
    public const string Tools = "golang-golang-x-tools-dev";

    private static string Root => Environment.GetEnvironmentVariable("GOABI_CORPORA") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache/goabi/corpora");

    /// <summary>A program of a package; null where the package isn't there.</summary>
    public static string? FindProgram(string package, string name)
    {
        var path = Path.Combine(Root, package, "usr/bin", name);
        return File.Exists(path) ? path : null;
    }

    /// <summary>A directory of a package by its import path; null where the package isn't there.</summary>
    public static string? Find(string package, string importPath)
    {
        var path = Path.Combine(Root, package, "usr/share/gocode/src", importPath);
        return Directory.Exists(path) ? path : null;
    }
}

/// <summary>A theory that needs the sources of golang.org/x/tools: skipped where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolsFactAttribute : FactAttribute
{
    public ToolsFactAttribute() =>
        Skip = Corpora.Find(Corpora.Tools, "golang.org/x/tools/go/analysis/passes") is null ? "No golang.org/x/tools: run eng/install-corpora." : GoFactAttribute.Reason;
}
