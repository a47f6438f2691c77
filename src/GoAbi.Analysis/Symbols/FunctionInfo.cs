using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// One function as the linker will see it for one target: its Go declaration and its assembly joined. Which convention it
/// has is decided as the compiler decides it (cmd/compile/internal/ssagen.SymABIs): the definition's.
/// </summary>
public sealed class FunctionInfo
{
    /// <summary>Linker name without ".abi0"; a linkname's target where there is one.</summary>
    public required string Symbol { get; init; }

    /// <summary>As go/types names it: "path.F", "(*path.T).M"; the linker name where there is no Go declaration.</summary>
    public required string FullName { get; init; }

    /// <summary>Import path of the package whose sources declare or define it.</summary>
    public required string Package { get; init; }

    /// <summary>What the body is written in; <see cref="SourceLanguage.Unknown"/> where the body is elsewhere.</summary>
    public SourceLanguage Language { get; init; }

    /// <summary>The convention of the body; ABIInternal where the body is elsewhere.</summary>
    public CallingConvention Abi { get; init; }

    /// <summary>The Go declaration; null for a TEXT that none declares.</summary>
    public GoObject? Declaration { get; init; }

    /// <summary>The TEXT; null for a Go body and where the body is elsewhere.</summary>
    public AssemblyDefinition? Assembly { get; init; }

    /// <summary>True for a Go declaration without a body and without a TEXT in its package: linknamed, pushed from elsewhere, or an intrinsic.</summary>
    public bool IsBodyElsewhere { get; init; }

    /// <summary>True for a cgo stub: a Go function pinned to ABI0 by go:cgo_unsafe_args.</summary>
    public bool IsCgoStub => Language == SourceLanguage.Go && Abi == CallingConvention.Abi0;

    /// <summary>True where taking the function's address in Go gives a wrapper, on a target that has wrappers.</summary>
    public bool IsWrappedForGo => Assembly is { Abi: CallingConvention.Abi0, IsStatic: false } && Declaration is not null;

    /// <inheritdoc/>
    public override string ToString() => Symbol + " (" + Language + ", " + Abi + ")";
}

/// <summary>A TEXT and where it stands.</summary>
/// <param name="Function">The TEXT with its body.</param>
/// <param name="Program">The file's program.</param>
/// <param name="Symbol">Linker name.</param>
/// <param name="Abi">The convention that its ABI selector gives it; ABI0 without one.</param>
/// <param name="IsStatic">True for f&lt;&gt;, which only its own file sees.</param>
public sealed record AssemblyDefinition(AsmFunction Function, AsmProgram Program, string Symbol, CallingConvention Abi, bool IsStatic)
{
    /// <summary>Where the TEXT stands.</summary>
    public SourceLocation Location => Function.Text.Origin.Location;
}
