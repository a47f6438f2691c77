using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>What a program is assembled with, besides its target.</summary>
public sealed record AsmProgramOptions
{
    /// <summary>The limit of <see cref="MaxExpandedTokens"/> that holds where nothing else is said.</summary>
    public const int DefaultMaxExpandedTokens = 4_000_000;

    /// <summary>Nothing but defaults: no package, no files to include but the built-in headers.</summary>
    public static AsmProgramOptions Default { get; } = new();

    /// <summary>The package's import path (asm -p); decides names that begin with '·' and whether ABI selectors are allowed.</summary>
    public string PackagePath { get; init; } = "";

    /// <summary>Directories that #include searches after the file's own, in order (asm -I).</summary>
    public ImmutableArray<string> IncludeDirectories { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Directories that #include may read from besides the file's own and <see cref="IncludeDirectories"/>: the module's root, GOROOT.</summary>
    public ImmutableArray<string> AllowedRoots { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Where included files come from; null where only the built-in headers can be included.</summary>
    public ISourceFiles? Files { get; init; }

    /// <summary>More macros (asm -D), name and value; those that the go command gives for a target need not be named.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Defines { get; init; } = ImmutableArray<KeyValuePair<string, string>>.Empty;

    /// <summary>
    /// What <c>#include "go_asm.h"</c> reads; null for an empty file, which is what the go command gives when it looks for
    /// definitions and references.
    /// </summary>
    public SourceFile? GoAsmHeader { get; init; }

    /// <summary>True where <see cref="GoAsmHeader"/> lacks some of the package's names: what is not in it counts as a name of it then, as with an empty one.</summary>
    public bool IsGoAsmHeaderPartial { get; init; }

    /// <summary>Parses an included file; null to parse it anew. A cache of trees belongs here.</summary>
    public Func<SourceFile, AsmSyntaxTree>? ParseInclude { get; init; }

    /// <summary>How many tokens macros and includes may yield, those that a false #ifdef drops counted too.</summary>
    public int MaxExpandedTokens { get; init; } = DefaultMaxExpandedTokens;

    /// <summary>How many files may be open at once; the assembler's own limit of macros and files together (100) holds besides.</summary>
    public int MaxIncludeDepth { get; init; } = 100;
}
