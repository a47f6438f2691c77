using System;
using System.Reflection;

namespace GoAbi.Cli;

/// <summary>What the tool says about itself.</summary>
internal static class ToolInfo
{
    /// <summary>Where an internal error goes: an address only once the project has a public one.</summary>
    public const string ReportPlace = "to the GoAbi developers, with the input that caused it";

    /// <summary>The version, without the revision that the SDK appends.</summary>
    public static string Version { get; } = ReadVersion();

    private static string ReadVersion()
    {
        var version = typeof(ToolInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        var plus = version.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? version : version[..plus];
    }
}
