using System.Collections.Generic;
using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>An operand that names an argument: x_len+8(FP).</summary>
/// <param name="Instruction">The instruction.</param>
/// <param name="Index">Which of its operands.</param>
/// <param name="Operand">The operand.</param>
internal readonly record struct ArgumentReference(Instruction Instruction, int Index, SymbolOperand Operand)
{
    /// <summary>The name as written.</summary>
    public string Name => Operand.Symbol.Name;

    /// <summary>The offset as written, macros worked out.</summary>
    public long Offset => Operand.Offset;

    /// <summary>Bytes read or written there; 0 where the address alone is used, null where that isn't known.</summary>
    public int? Width => AsmAccessWidth.Of(Instruction, Index);

    /// <summary>All of a function, in order.</summary>
    public static List<ArgumentReference> In(AsmFunction function)
    {
        var found = new List<ArgumentReference>();
        foreach (var statement in function.Body)
        {
            if (statement is not Instruction instruction)
            {
                continue;
            }

            for (var i = 0; i < instruction.Operands.Length; i++)
            {
                if (instruction.Operands[i] is SymbolOperand { Base: AsmPseudoRegister.FP } operand && !operand.HasUnresolvedName)
                {
                    found.Add(new ArgumentReference(instruction, i, operand));
                }
            }
        }

        return found;
    }

    /// <summary>name+offset(FP).</summary>
    public override string ToString() => Text(Name, Offset);

    /// <summary>A place as assembly writes it.</summary>
    public static string Text(string name, long offset) => System.FormattableString.Invariant($"{name}{(offset < 0 ? "" : "+")}{offset}(FP)");
}
