using System;
using System.Linq;
using System.Reflection;

namespace GoAbi.Packages.Tests;

/// <summary>What the build says of the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string Address { get; } = Metadata("ProjectAddress");

    public static string Version { get; } = Metadata("VersionPrefix");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value
        ?? throw new InvalidOperationException("The build gives no " + key + ".");
}
