using System;

namespace GoAbi.Asm;

/// <summary>
/// How 386 gets at the low byte of BP, SI and DI: it exchanges the register with AX, BX, CX or DX and tries again, up to a swap for each of the two outer operands.
/// Only classes matter here. AL and the like are taken for their wider register then, whatever the instruction.
/// </summary>
internal ref struct X86ByteSwap
{
    private readonly X86Registers registers;
    private readonly int last;
    private readonly int fromIndex;
    private readonly int toIndex;
    private int from;
    private int to;
    private int fromBase;
    private int toBase;

    // Only after the first exchange does SIB count as SI.
    private bool isFromByte;
    private bool isToByte;

    public X86ByteSwap(X86Registers registers, ReadOnlySpan<OperandRecord> operands, Span<X86OperandClass> classes)
    {
        this.registers = registers;
        last = operands.Length - 1;
        isFromByte = operands[0].Form == OperandForm.Register && registers.IsLowByte(operands[0].Register);
        isToByte = last > 0 && operands[last].Form == OperandForm.Register && registers.IsLowByte(operands[last].Register);
        from = Register(operands[0], classes, 0);
        fromBase = General(operands[0].Form == OperandForm.Memory ? operands[0].Register : operands[0].Form == OperandForm.Register ? operands[0].Register : 0);
        fromIndex = General(operands[0].Form == OperandForm.Memory ? operands[0].Index : 0);
        to = last > 0 ? Register(operands[last], classes, last) : -1;
        toBase = last > 0 ? General(operands[last].Form is OperandForm.Memory or OperandForm.Register ? operands[last].Register : 0) : -1;
        toIndex = last > 0 ? General(operands[last].Form == OperandForm.Memory ? operands[last].Index : 0) : -1;
    }

    /// <summary>Does one more exchange; false where there is none left to try.</summary>
    public bool Next(Span<X86OperandClass> classes)
    {
        int register;
        int free;
        if (from is >= 5 and <= 7 && !isFromByte)
        {
            register = from;
            free = Free(toBase, toIndex, hasOther: last > 0);
        }
        else if (to is >= 5 and <= 7 && !isToByte)
        {
            register = to;
            free = Free(fromBase, fromIndex, hasOther: true);
        }
        else
        {
            return false;
        }

        isFromByte = isToByte = false;
        Replace(ref from, ref fromBase, register, free, classes, 0);
        if (last > 0)
        {
            Replace(ref to, ref toBase, register, free, classes, last);
        }

        return true;
    }

    // AX, BX, CX, DX: the first that the other operand does not use.
    private static int Free(int @base, int index, bool hasOther)
    {
        var excludesMultiply = !hasOther || @base < 0;
        foreach (var candidate in (ReadOnlySpan<int>)[0, 3, 1, 2])
        {
            if (candidate != @base && candidate != index && !(excludesMultiply && candidate is 0 or 2))
            {
                return candidate;
            }
        }

        return 3;
    }

    private readonly void Replace(ref int operand, ref int @base, int register, int free, Span<X86OperandClass> classes, int at)
    {
        if (operand == register)
        {
            operand = free;
            classes[at] = registers.ClassOfGeneral(free);
        }

        if (@base == register)
        {
            @base = free;
        }
    }

    // The operand's own register; its 8-bit name counts as the wide one.
    private readonly int Register(in OperandRecord operand, Span<X86OperandClass> classes, int at)
    {
        if (operand.Form != OperandForm.Register)
        {
            return -1;
        }

        if (registers.IsLowByte(operand.Register))
        {
            classes[at] = registers.ClassOfGeneral(registers.NumberOf(operand.Register));
            return registers.NumberOf(operand.Register);
        }

        return General(operand.Register);
    }

    private readonly int General(int field) =>
        registers.PartOf(field) is X86AddressPart.General or X86AddressPart.StackPointer or X86AddressPart.Extended or X86AddressPart.Extended12 || registers.IsLowByte(field)
            ? registers.NumberOf(field)
            : -1;
}
