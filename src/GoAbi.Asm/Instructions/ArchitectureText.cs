namespace GoAbi.Asm;

/// <summary>The generated text of an architecture's tables; see <see cref="ArchitectureData"/> for the form.</summary>
internal sealed record ArchitectureText(
    string Name,
    string Registers,
    string Prefixes,
    string Instructions,
    string Jumps,
    string Calls,
    string UnconditionalJumps,
    string Returns,
    string Traps,
    string SystemCalls,
    string NoFallThrough,
    string NotControlFlow,
    string SpecialOperands,
    string UnaryDestinations,
    string OperandRules);
