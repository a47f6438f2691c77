using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Asm;
using GoAbi.Go;

namespace GoAbi.Workspace;

/// <summary>What single assembly files are read for and with.</summary>
public sealed record AssemblyLoadOptions
{
    /// <summary>The target; what it leaves open the file's name, its build constraint and GOROOT say.</summary>
    public GoTargetRequest Target { get; init; } = new();

    /// <summary>User build tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The GOROOT, or "none"; null to find it from <see cref="Environment"/>.</summary>
    public string? GoRoot { get; init; }

    /// <summary>The import path of all files (asm -p); null to find it from go.mod, GOPATH or GOROOT.</summary>
    public string? PackagePath { get; init; }

    /// <summary>Directories that #include searches after the file's own (asm -I); GOROOT/pkg/include comes after them.</summary>
    public ImmutableArray<string> IncludeDirectories { get; init; } = [];

    /// <summary>Macros besides those of the target (asm -D).</summary>
    public ImmutableArray<KeyValuePair<string, string>> Defines { get; init; } = [];

    /// <summary>The largest file to read, in bytes.</summary>
    public long MaxFileSize { get; init; } = DiskSourceFiles.DefaultMaxFileSize;

    /// <summary>How many tokens one file may expand to.</summary>
    public int MaxExpandedTokens { get; init; } = AsmProgramOptions.DefaultMaxExpandedTokens;

    /// <summary>GOROOT, GOPATH and PATH; null for those of this process.</summary>
    public GoEnvironment? Environment { get; init; }
}
