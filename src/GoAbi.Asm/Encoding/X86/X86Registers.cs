using System;

namespace GoAbi.Asm;

/// <summary>What a register can be in an address.</summary>
internal enum X86AddressPart : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>AX to DI but SP: base and index.</summary>
    General,

    /// <summary>Base only.</summary>
    StackPointer,

    /// <summary>R8 to R15: base and index on amd64.</summary>
    Extended,

    /// <summary>R12, whose address has a second byte.</summary>
    Extended12,
    Segment,
    ThreadLocal,

    /// <summary>X, Y and Z: index of vector memory.</summary>
    Vector,
}

/// <summary>The registers of 386 or amd64 as their encoder classifies them, by the field of an <see cref="OperandRecord"/>.</summary>
internal sealed class X86Registers
{
    private readonly X86OperandClass[] classes;
    private readonly X86Operand[] operands;
    private readonly X86OperandClass[] indexClasses;
    private readonly X86AddressPart[] parts;
    private readonly sbyte[] numbers;
    private readonly bool[] needsRex;
    private readonly bool[] lowBytes;

    public X86Registers(AsmArchitecture architecture)
    {
        Is64 = architecture.Name == "amd64";
        var count = architecture.Registers.Length + 1;
        classes = new X86OperandClass[count];
        operands = new X86Operand[count];
        indexClasses = new X86OperandClass[count];
        parts = new X86AddressPart[count];
        numbers = new sbyte[count];
        needsRex = new bool[count];
        lowBytes = new bool[count];
        numbers[0] = -1;
        for (var field = 1; field < count; field++)
        {
            Describe(field, architecture.Registers[field - 1].Name);
            operands[field] = new X86Operand(classes[field], needsRex[field] && classes[field] != X86OperandClass.Yxxx ? X86Problems.NeedsRex : X86Problems.None);
        }
    }

    public bool Is64 { get; }

    /// <summary>A register as operand.</summary>
    public X86Operand OperandOf(int field) => operands[field];

    /// <summary>The class of memory that a vector register indexes.</summary>
    public X86OperandClass ClassOfIndexed(int field) => indexClasses[field];

    public X86AddressPart PartOf(int field) => parts[field];

    /// <summary>Its number among its like, AL and AX both 0; -1 for system registers.</summary>
    public int NumberOf(int field) => numbers[field];

    /// <summary>The class of AX to R15 by number.</summary>
    public X86OperandClass ClassOfGeneral(int number) => number switch
    {
        0 => X86OperandClass.Yax,
        1 => X86OperandClass.Ycx,
        2 or 3 => X86OperandClass.Yrx,
        < 8 => Is64 ? X86OperandClass.Yrl : X86OperandClass.Yrl32,
        _ => Is64 ? X86OperandClass.Yrl : X86OperandClass.Yxxx,
    };

    /// <summary>AL to R15B.</summary>
    public bool IsLowByte(int field) => lowBytes[field];

    private void Describe(int field, string name)
    {
        var general = Array.IndexOf(["AX", "CX", "DX", "BX", "SP", "BP", "SI", "DI"], name);
        var low = Array.IndexOf(["AL", "CL", "DL", "BL", "SPB", "BPB", "SIB", "DIB"], name);
        var high = Array.IndexOf(["AH", "CH", "DH", "BH"], name);
        var digits = TrailingNumber(name, out var letters);
        numbers[field] = (sbyte)digits;
        if (name == "g")
        {
            digits = 14;
            letters = "R";
        }

        if (general >= 0 || (letters == "R" && digits >= 8))
        {
            var number = general >= 0 ? general : digits;
            numbers[field] = (sbyte)number;
            classes[field] = ClassOfGeneral(number);
            parts[field] = number == 4 ? X86AddressPart.StackPointer
                : number == 12 ? X86AddressPart.Extended12
                : number >= 8 ? X86AddressPart.Extended
                : X86AddressPart.General;
        }
        else if (low >= 0 || high >= 0 || (name[0] == 'R' && name[name.Length - 1] == 'B'))
        {
            lowBytes[field] = high < 0;

            // SPB alone has no class. AH to BH are numbered apart from AL.
            numbers[field] = (sbyte)(low >= 0 ? low : high >= 0 ? 16 + high : TrailingNumber(name.Substring(0, name.Length - 1), out _));
            classes[field] = name switch
            {
                "AL" => X86OperandClass.Yal,
                "CL" => X86OperandClass.Ycl,
                "SPB" => X86OperandClass.Yxxx,
                _ => Is64 || high >= 0 || low is >= 0 and < 4 ? X86OperandClass.Yrb : X86OperandClass.Yxxx,
            };
        }
        else if (digits >= 0)
        {
            Numbered(field, letters, digits);
        }
        else
        {
            classes[field] = name switch
            {
                "CS" => X86OperandClass.Ycs,
                "SS" => X86OperandClass.Yss,
                "DS" => X86OperandClass.Yds,
                "ES" => X86OperandClass.Yes,
                "FS" => X86OperandClass.Yfs,
                "GS" => X86OperandClass.Ygs,
                "TLS" => X86OperandClass.Ytls,
                "GDTR" => X86OperandClass.Ygdtr,
                "IDTR" => X86OperandClass.Yidtr,
                "LDTR" => X86OperandClass.Yldtr,
                "MSW" => X86OperandClass.Ymsw,
                "TASK" => X86OperandClass.Ytask,
                _ => X86OperandClass.Yxxx,
            };
            parts[field] = name == "TLS" ? X86AddressPart.ThreadLocal : name.Length == 2 && name[1] == 'S' ? X86AddressPart.Segment : X86AddressPart.None;
        }
    }

    private void Numbered(int field, string letters, int number)
    {
        var isHigh = !Is64 && number >= 8;
        classes[field] = letters switch
        {
            "F" => number == 0 ? X86OperandClass.Yf0 : X86OperandClass.Yrf,
            "M" => X86OperandClass.Ymr,
            "K" => number == 0 ? X86OperandClass.Yk0 : X86OperandClass.Yknot0,
            "X" => number == 0 ? X86OperandClass.Yxr0 : number < 16 ? X86OperandClass.Yxr : X86OperandClass.YxrEvex,
            "Y" => number < 16 ? X86OperandClass.Yyr : X86OperandClass.YyrEvex,
            "Z" => isHigh ? X86OperandClass.Yxxx : X86OperandClass.Yzr,
            "CR" => number <= 8 ? (X86OperandClass)((int)X86OperandClass.Ycr0 + number) : X86OperandClass.Yxxx,
            "DR" => (X86OperandClass)((int)X86OperandClass.Ydr0 + number),
            "TR" => (X86OperandClass)((int)X86OperandClass.Ytr0 + number),
            _ => X86OperandClass.Yxxx,
        };
        indexClasses[field] = isHigh ? X86OperandClass.Yxxx : letters switch
        {
            "X" => number < 16 ? X86OperandClass.Yxvm : X86OperandClass.YxvmEvex,
            "Y" => number < 16 ? X86OperandClass.Yyvm : X86OperandClass.YyvmEvex,
            _ => X86OperandClass.Yzvm,
        };
        parts[field] = letters is "X" or "Y" or "Z" ? X86AddressPart.Vector : X86AddressPart.None;
        needsRex[field] = !Is64 && ((letters == "X" && number >= 8) || (letters == "CR" && number >= 8));
    }

    private static int TrailingNumber(string name, out string letters)
    {
        var start = name.Length;
        var number = 0;
        for (var scale = 1; start > 0 && name[start - 1] is >= '0' and <= '9' && scale < 1000; scale *= 10)
        {
            number += (name[--start] - '0') * scale;
        }

        letters = name.Substring(0, start);
        return start == name.Length ? -1 : number;
    }
}
