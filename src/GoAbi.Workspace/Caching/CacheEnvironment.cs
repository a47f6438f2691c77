using System;
using System.IO;

namespace GoAbi.Workspace;

/// <summary>Where systems keep a user's caches.</summary>
public enum CacheConvention
{
    /// <summary><c>$XDG_CACHE_HOME</c>, else <c>$HOME/.cache</c>.</summary>
    Xdg,

    /// <summary><c>$HOME/Library/Caches</c>.</summary>
    MacOS,

    /// <summary>The local application data of Windows.</summary>
    Windows,
}

/// <summary>What says where the cache is. Given, so that tests and servers bring their own.</summary>
public sealed record CacheEnvironment
{
    /// <summary>The variable that names the cache's directory, or is <c>off</c>.</summary>
    public const string DirectoryVariable = "GOABI_CACHE";

    /// <summary>The variable that bounds the cache's size.</summary>
    public const string SizeVariable = "GOABI_CACHE_SIZE";

    /// <summary>The variable GOABI_CACHE; null where it is not set.</summary>
    public string? Directory { get; init; }

    /// <summary>The variable GOABI_CACHE_SIZE; null where it is not set.</summary>
    public string? Size { get; init; }

    /// <summary>The system's convention.</summary>
    public CacheConvention Convention { get; init; }

    /// <summary>The variable XDG_CACHE_HOME; null where it is not set.</summary>
    public string? XdgCacheHome { get; init; }

    /// <summary>The variable HOME; null where it is not set.</summary>
    public string? Home { get; init; }

    /// <summary>The directory of local application data; null outside of Windows.</summary>
    public string? LocalApplicationData { get; init; }

    /// <summary>
    /// The directory of this user's caches, as os.UserCacheDir has it; null where there is none. A relative path is no
    /// place: it would be another one in each directory that goabi is run in.
    /// </summary>
    public string? UserCacheDirectory => Convention switch
    {
        CacheConvention.Windows => Absolute(LocalApplicationData),
        CacheConvention.MacOS => Absolute(Home) is { } home ? Path.Combine(home, "Library", "Caches") : null,
        _ => Absolute(XdgCacheHome) ?? (Absolute(Home) is { } home ? Path.Combine(home, ".cache") : null),
    };

    /// <summary>That of this process.</summary>
    public static CacheEnvironment Current() => new()
    {
        Directory = Variable(DirectoryVariable),
        Size = Variable(SizeVariable),
        Convention = OperatingSystem.IsWindows() ? CacheConvention.Windows
            : OperatingSystem.IsMacOS() ? CacheConvention.MacOS
            : CacheConvention.Xdg,
        XdgCacheHome = Variable("XDG_CACHE_HOME"),
        Home = Variable("HOME"),
        LocalApplicationData = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) : null,
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string? Absolute(string? path) => !string.IsNullOrEmpty(path) && Path.IsPathFullyQualified(path) ? path : null;
}
