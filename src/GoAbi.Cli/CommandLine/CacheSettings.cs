using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>Where the variables say that the cache is.</summary>
internal static class CacheSettings
{
    /// <summary>The place.</summary>
    /// <exception cref="UsageException">A variable can't be used.</exception>
    public static CacheLocation Find() =>
        CacheLocation.TryFind(CacheEnvironment.Current(), out var location, out var error) ? location : throw new UsageException(error);
}
