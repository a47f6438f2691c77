using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace GoAbi.Workspace;

/// <summary>What the loader takes from the process's environment. Given, so that tests and servers bring their own.</summary>
public sealed record GoEnvironment
{
    /// <summary>The variable GOROOT; null where it is not set.</summary>
    public string? GoRoot { get; init; }

    /// <summary>The entries of PATH, in order.</summary>
    public ImmutableArray<string> Path { get; init; } = [];

    /// <summary>The directories of GOPATH.</summary>
    public ImmutableArray<string> GoPath { get; init; } = [];

    /// <summary>Nothing set: the result depends on the arguments alone.</summary>
    public static GoEnvironment Empty { get; } = new();

    /// <summary>That of this process.</summary>
    public static GoEnvironment Current()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var goPath = Split(Environment.GetEnvironmentVariable("GOPATH"));
        return new GoEnvironment
        {
            GoRoot = Environment.GetEnvironmentVariable("GOROOT") is { Length: > 0 } root ? root : null,
            Path = Split(Environment.GetEnvironmentVariable("PATH")),
            // go/build.defaultGOPATH: $HOME/go where GOPATH is not set.
            GoPath = goPath.IsEmpty && home.Length > 0
                ? [DiskPath.Absolute(System.IO.Path.Combine(home, "go"))]
                : [.. goPath.Where(System.IO.Path.IsPathFullyQualified).Select(DiskPath.Absolute)],
        };
    }

    private static ImmutableArray<string> Split(string? list) =>
        string.IsNullOrEmpty(list) ? [] : [.. list.Split(System.IO.Path.PathSeparator)];
}
