namespace GoAbi.Asm;

/// <summary>A call, or a jump or return that goes to another function.</summary>
public sealed class AsmListingCall
{
    internal AsmListingCall(AsmListingInstruction instruction, AsmInstructionKind kind, string? symbol, string? linkName, string? abi, AsmListingRelocation? relocation)
    {
        Instruction = instruction;
        Kind = kind;
        Symbol = symbol;
        LinkName = linkName;
        Abi = abi;
        Relocation = relocation;
    }

    /// <summary>The function that calls.</summary>
    public AsmListingFunction Caller => Instruction.Function;

    /// <summary>The instruction.</summary>
    public AsmListingInstruction Instruction { get; }

    /// <summary>Call, jump or return.</summary>
    public AsmInstructionKind Kind { get; }

    /// <summary>The symbol called, as printed; null for a call through a register or memory.</summary>
    public string? Symbol { get; }

    /// <summary>The same with the package's path in place of <c>""</c>.</summary>
    public string? LinkName { get; }

    /// <summary>True where the callee is named.</summary>
    public bool IsDirect => Symbol is not null;

    /// <summary>
    /// The convention of the entry called. -S=2 prints it; else it is known for calls through values, which go to ABIInternal entries, and for what an ABI wrapper calls.
    /// Null where nothing in the listing tells.
    /// </summary>
    public string? Abi { get; }

    /// <summary>The relocation that binds the call; null where there is none.</summary>
    public AsmListingRelocation? Relocation { get; }

    /// <inheritdoc/>
    public override string ToString() => Caller.Name + " -> " + (Symbol ?? "?");
}
