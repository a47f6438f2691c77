using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace GoAbi.Generator.Tests.Driving;

/// <summary>What generated code is compiled against.</summary>
internal static class PlatformReferences
{
    /// <summary>The platform that the tests run on.</summary>
    public static ImmutableArray<MetadataReference> Net { get; } = FromPaths(
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll"))
            .Where(static path => path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal)));

    /// <summary>The oldest platform that generated code has to work on.</summary>
    public static ImmutableArray<MetadataReference> NetStandard => FromPaths([Path.Combine(Metadata("NetStandardReferences"), "netstandard.dll")]);

    private static string Metadata(string key) =>
        typeof(PlatformReferences).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    private static ImmutableArray<MetadataReference> FromPaths(System.Collections.Generic.IEnumerable<string> paths) =>
        [.. paths.Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))];
}
