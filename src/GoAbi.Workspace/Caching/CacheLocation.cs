using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;

namespace GoAbi.Workspace;

/// <summary>Where the cache is and how large it may become.</summary>
/// <param name="Directory">The directory; it need not exist. Null where the cache is off.</param>
/// <param name="MaxBytes">How many bytes of disk it may take.</param>
public sealed record CacheLocation(string? Directory, long MaxBytes)
{
    /// <summary>The bound where none is given: 512 MiB.</summary>
    public const long DefaultMaxBytes = 512L * 1024 * 1024;

    /// <summary>No cache.</summary>
    public static CacheLocation Off { get; } = new(null, DefaultMaxBytes);

    /// <summary>Finds it: the variable GOABI_CACHE, else "goabi" in the user's directory of caches. A system without one has no cache.</summary>
    /// <param name="environment">The variables.</param>
    /// <param name="location">Where it is.</param>
    /// <param name="error">What is wrong with a variable, for people.</param>
    public static bool TryFind(
        CacheEnvironment environment, [NotNullWhen(true)] out CacheLocation? location, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(environment);
        location = null;
        error = null;
        var maxBytes = DefaultMaxBytes;
        if (environment.Size is not null)
        {
            if (!ByteSize.TryParse(environment.Size, out maxBytes, out var sizeError))
            {
                error = CacheEnvironment.SizeVariable + ": " + sizeError;
                return false;
            }

            if (maxBytes == 0)
            {
                error = CacheEnvironment.SizeVariable + " is 0: to have no cache, set " + CacheEnvironment.DirectoryVariable + " to 'off'.";
                return false;
            }
        }

        switch (environment.Directory)
        {
            case "off":
                location = Off;
                return true;
            case { } given when !Path.IsPathFullyQualified(given):
                error = CacheEnvironment.DirectoryVariable + " is '" + given + "', which is neither an absolute path nor 'off'.";
                return false;
        }

        var directory = environment.Directory
            ?? (environment.UserCacheDirectory is { } user ? Path.Combine(user, "goabi") : null);
        location = new CacheLocation(directory, maxBytes);
        return true;
    }
}
