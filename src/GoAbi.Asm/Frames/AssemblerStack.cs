namespace GoAbi.Asm;

/// <summary>
/// Where the assembler thinks that the stack pointer points. On x86 (obj6.go) it adds up PUSH, POP and ADJSP in the order of lines, whatever jumps; a RET changes nothing. Elsewhere names are
/// resolved by the frame's size alone.
/// </summary>
internal static class AssemblerStack
{
    /// <summary>Bytes from 0(FP) for each step; null where it is the frame's at each.</summary>
    public static long[]? Of(AsmFlowGraph graph, AsmFrame frame)
    {
        if (!graph.Function.Architecture.IsX86)
        {
            return null;
        }

        long[]? places = null;
        var place = frame.StackPointer;
        for (var step = 0; step < graph.Steps.Length; step++)
        {
            if (places is not null)
            {
                places[step] = place;
            }

            var next = graph.Steps[step];
            var rise = next.Decoded is null && graph.Function.Body[next.Statement] is Instruction instruction ? Rise(instruction) : 0;
            if (rise != 0 && places is null)
            {
                places = new long[graph.Steps.Length];
                for (var i = 0; i <= step; i++)
                {
                    places[i] = place;
                }
            }

            place += rise;
        }

        return places;
    }

    private static long Rise(Instruction instruction) => instruction.Mnemonic switch
    {
        "PUSHQ" or "PUSHFQ" => -8,
        "PUSHL" or "PUSHFL" => -4,
        "PUSHW" or "PUSHFW" => -2,
        "POPQ" or "POPFQ" => 8,
        "POPL" or "POPFL" => 4,
        "POPW" or "POPFW" => 2,
        "ADJSP" when instruction.Operands.Length > 0 && instruction.Operands[0] is ImmediateOperand { Value: var value } => -(int)value,
        _ => 0,
    };
}
