using System;
using System.Collections.Immutable;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Fuzz.Running;

/// <summary>One input: a file, a header that it may include, and a target.</summary>
/// <param name="Index">Its number in the run.</param>
/// <param name="Main">The file.</param>
/// <param name="Header">What <c>#include "a.h"</c> gives.</param>
/// <param name="Target">What for.</param>
public sealed record FuzzInput(long Index, byte[] Main, byte[] Header, Target Target)
{
    /// <summary>Tokens that macros may yield.</summary>
    public const int MaxExpandedTokens = 20_000;

    /// <summary>What it is assembled with.</summary>
    public AsmProgramOptions ToOptions() => new()
    {
        PackagePath = Index % 8 == 0 ? "runtime" : "a.b/c",
        Files = new InMemorySourceFiles([new SourceFile("/d/a.h", SourceText.FromBytes(Header))]),
        AllowedRoots = ImmutableArray.Create("/d"),
        MaxExpandedTokens = MaxExpandedTokens,
    };

    /// <summary>The file as it is read; a new object each time.</summary>
    public SourceFile ToFile() => new("/d/x.s", SourceText.FromBytes(Main.AsSpan().ToArray()));
}
