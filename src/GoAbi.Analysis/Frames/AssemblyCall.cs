using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>A call in a TEXT, and what is known of who is called.</summary>
/// <param name="Statement">Index of the instruction in <see cref="AsmFunction.Body"/>.</param>
/// <param name="Instruction">The instruction.</param>
/// <param name="Symbol">Linker name of the callee; null where the call goes through a register whose content is not known.</param>
/// <param name="Callee">The callee, of this package or one that it imports; null where it is neither or not known.</param>
/// <param name="Text">The callee's TEXT as this package assembles it; null for any other callee.</param>
internal sealed record AssemblyCall(int Statement, Instruction Instruction, string? Symbol, FunctionInfo? Callee, AssemblyDefinition? Text)
{
    /// <summary>True for a call through a register or memory.</summary>
    public bool IsIndirect { get; init; }

    /// <summary>True where what is called is the code of a Go func value that came as an argument.</summary>
    public bool IsGoFuncValue { get; init; }

    /// <summary>True where the call says &lt;ABIInternal&gt;, so that arguments are in registers.</summary>
    public bool SelectsInternal { get; init; }

    /// <summary>As messages name the callee.</summary>
    public string Name => Callee is { Declaration: not null } known ? known.FullName : Symbol ?? "a func value";

    /// <summary>True where the callee's body is Go.</summary>
    public bool IsGo => IsGoFuncValue || Callee?.Language == SourceLanguage.Go;
}
