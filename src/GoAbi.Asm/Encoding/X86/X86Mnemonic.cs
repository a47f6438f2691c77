namespace GoAbi.Asm;

/// <summary>What is peculiar about an instruction besides its forms.</summary>
internal enum X86Peculiarity : byte
{
    None,

    /// <summary>MOVL and MOVQ of an address become LEAL and LEAQ.</summary>
    MoveOfAddress,

    /// <summary>LEAL on amd64 may have an offset of more than 32 bits.</summary>
    LoadAddress,

    /// <summary>CMPPS and the like: a bare number as last operand is an immediate.</summary>
    PackedCompare,

    /// <summary>Takes $1.5, which is put in memory.</summary>
    FloatConstant,
    Call,
    Jump,
    Return,

    /// <summary>DUFFCOPY and DUFFZERO, for the compiler alone.</summary>
    Duff,

    /// <summary>Gathers: some registers must not be the same.</summary>
    Gather,
    AdjustStack,
    Align,
    AlignMax,

    /// <summary>END, which is dropped.</summary>
    Dropped,
}

/// <summary>One instruction of the encoder's table; aliases share it.</summary>
internal sealed class X86Mnemonic
{
    private const string Float = " FMOVF FADDF FSUBF FSUBRF FMULF FDIVF FDIVRF FCOMF FCOMFP ADDSS SUBSS MULSS DIVSS COMISS UCOMISS MOVSS"
        + " MOVSD FMOVD FADDD FSUBD FSUBRD FMULD FDIVD FDIVRD FCOMD FCOMDP ADDSD SUBSD MULSD DIVSD COMISD UCOMISD ";

    private const string Gathers = " VGATHERDPD VGATHERQPD VGATHERDPS VGATHERQPS VPGATHERDD VPGATHERQD VPGATHERDQ VPGATHERQQ ";

    public X86Mnemonic(string name, int firstForm, int formCount)
    {
        Name = name;
        FirstForm = firstForm;
        FormCount = formCount;
        Peculiarity = name switch
        {
            "MOVL" or "MOVQ" => X86Peculiarity.MoveOfAddress,
            "LEAL" => X86Peculiarity.LoadAddress,
            "CMPPD" or "CMPPS" or "CMPSD" or "CMPSS" => X86Peculiarity.PackedCompare,
            "CALL" => X86Peculiarity.Call,
            "JMP" => X86Peculiarity.Jump,
            "RET" => X86Peculiarity.Return,
            "DUFFCOPY" or "DUFFZERO" => X86Peculiarity.Duff,
            "ADJSP" => X86Peculiarity.AdjustStack,
            "PCALIGN" => X86Peculiarity.Align,
            "PCALIGNMAX" => X86Peculiarity.AlignMax,
            "END" => X86Peculiarity.Dropped,
            _ when IsIn(Float, name) => X86Peculiarity.FloatConstant,
            _ when IsIn(Gathers, name) => X86Peculiarity.Gather,
            _ => X86Peculiarity.None,
        };
        IsCheckedAfterMatch = Peculiarity is X86Peculiarity.Call or X86Peculiarity.Duff or X86Peculiarity.Gather;
        StackDelta = name switch
        {
            "PUSHL" or "PUSHFL" => 4,
            "PUSHQ" or "PUSHFQ" => 8,
            "PUSHW" or "PUSHFW" => 2,
            "POPL" or "POPFL" => -4,
            "POPQ" or "POPFQ" => -8,
            "POPW" or "POPFW" => -2,
            _ => 0,
        };
    }

    public string Name { get; }

    public int FirstForm { get; }

    public int FormCount { get; }

    public X86Peculiarity Peculiarity { get; }

    /// <summary>Whether more is looked at than the classes of the operands.</summary>
    public bool IsCheckedAfterMatch { get; }

    /// <summary>How much more is on the stack behind it, as the encoder counts.</summary>
    public int StackDelta { get; }

    private static bool IsIn(string words, string name) => words.IndexOf(" " + name + " ", System.StringComparison.Ordinal) >= 0;
}
