namespace GoAbi.Asm;

/// <summary>Where suffixes and operands have a say in what an instruction does to the flow of control.</summary>
internal static class InstructionFlows
{
    public static void Refine(ref StatementRecord statement, ProgramRecords records, OperandRecord[] operands, ExpandedStream stream)
    {
        switch (records.Architecture.Name)
        {
            case "arm" when HasCondition(statement, stream):
                // B.EQ is BEQ; RET.EQ and BL.EQ may not happen.
                statement.Kind = statement.Kind == AsmInstructionKind.Jump ? AsmInstructionKind.ConditionalJump : statement.Kind;
                statement.FallsThrough = true;
                break;
            case "riscv64" when statement.Kind is AsmInstructionKind.Call && records.Names.GetText(statement.NameId) is "JAL" or "JALR":
            case "loong64" when records.Names.GetText(statement.NameId) == "JIRL":
                Link(ref statement, records, operands);
                break;
        }
    }

    /// <summary>A suffix of arm under which the instruction may do nothing.</summary>
    public static bool IsCondition(string suffix) =>
        suffix is "EQ" or "NE" or "CS" or "HS" or "CC" or "LO" or "MI" or "PL" or "VS" or "VC" or "HI" or "LS" or "GE" or "LT" or "GT" or "LE";

    private static bool HasCondition(in StatementRecord statement, ExpandedStream stream)
    {
        for (var i = 0; i < statement.SuffixCount; i++)
        {
            if (IsCondition(stream.GetText(stream.Tokens[ProgramRecords.SuffixToken(statement, i)])))
            {
                return true;
            }
        }

        return false;
    }

    // With the zero register as link it is a jump, with another (or none written) a call.
    private static void Link(ref StatementRecord statement, ProgramRecords records, OperandRecord[] operands)
    {
        var isJump = statement.OperandCount > 1 && operands[statement.FirstOperand] is { Form: OperandForm.Register } link
            && records.Register(link.Register).Name is "ZERO" or "X0" or "R0";
        statement.Kind = isJump ? AsmInstructionKind.Jump : AsmInstructionKind.Call;
        statement.FallsThrough = !isJump;
    }
}
