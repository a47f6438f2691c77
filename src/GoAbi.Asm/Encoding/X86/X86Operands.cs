using System;

namespace GoAbi.Asm;

/// <summary>What keeps an address from being encoded, or an operand out of 32-bit code.</summary>
[Flags]
internal enum X86Problems : byte
{
    None = 0,

    /// <summary>The offset has more than 32 bits.</summary>
    Offset = 1,

    /// <summary>(AX)(BX) without *1.</summary>
    Scale = 2,

    /// <summary>The register can't be an index.</summary>
    Index = 4,

    /// <summary>The register can't be a base.</summary>
    Base = 8,

    /// <summary>A symbol with a register, which amd64 addresses by the program counter alone.</summary>
    SymbolIndex = 16,

    /// <summary>A register that 386 does not have.</summary>
    NeedsRex = 32,

    /// <summary>'*' with more or less than a symbol.</summary>
    Indirect = 64,

    /// <summary>A string, or a floating-point constant where none is put in memory.</summary>
    NotEncodable = 128,
}

/// <summary>One operand as the encoder sees it.</summary>
internal readonly struct X86Operand(X86OperandClass @class, X86Problems problems = X86Problems.None)
{
    public readonly X86OperandClass Class = @class;

    public readonly X86Problems Problems = problems;
}

/// <summary>From operands to their classes: cmd/internal/obj/x86.oclass, and what asmandsz and asmidx have to say of addresses.</summary>
internal readonly struct X86Operands(X86Registers registers, ProgramRecords records, int minor, bool hasLibcSymbols)
{
    private const long UnsureOffset = 1L << 32;

    private bool Is64 => registers.Is64;

    /// <summary>Classifies an operand as it stands, before an instruction rewrites it.</summary>
    public X86Operand Classify(in OperandRecord operand)
    {
        if (operand.HasUnresolvedName)
        {
            return new X86Operand(X86Forms.Any);
        }

        switch (operand.Form)
        {
            case OperandForm.Register:
                return registers.OperandOf(operand.Register);
            case OperandForm.Immediate:
                return new X86Operand(ClassOf(operand.Value));
            case OperandForm.Memory:
                return operand.Prefix switch
                {
                    AsmOperandPrefix.Address => new X86Operand(ClassOf(operand.Value)),
                    AsmOperandPrefix.Indirect when operand.Register == 0 && operand.Index == 0 => new X86Operand(X86OperandClass.Yxxx, X86Problems.Indirect),
                    _ => Memory(operand),
                };
            case OperandForm.Symbol:
                return Symbol(operand);
            case OperandForm.Label or OperandForm.PcRelative:
                return new X86Operand(X86OperandClass.Ybr);
            case OperandForm.Float or OperandForm.String:
                return new X86Operand(X86OperandClass.Yxxx, X86Problems.NotEncodable);
            case OperandForm.RegisterList:
                return new X86Operand(ListClass(operand));
            default:
                return new X86Operand(X86Forms.Any);
        }
    }

    /// <summary>Memory by registers, by a number or by a symbol, whatever its prefix.</summary>
    public X86Operand Memory(in OperandRecord operand)
    {
        var problems = operand.Value == (int)operand.Value ? X86Problems.None : OffsetProblem(operand);
        if (operand.Form == OperandForm.Symbol)
        {
            return operand.Index == 0 ? new X86Operand(X86OperandClass.Ym, problems) : IndexedSymbol(operand, problems);
        }

        if (operand.Index == 0)
        {
            return new X86Operand(X86OperandClass.Ym, problems | BaseProblem(operand.Register, isIndexed: false));
        }

        return Indexed(operand, operand.Register, problems);
    }

    /// <summary>The class of a constant.</summary>
    public X86OperandClass ClassOf(long value)
    {
        if (!Is64)
        {
            value = (int)value;
        }

        return value switch
        {
            0 => X86OperandClass.Yi0,
            1 => X86OperandClass.Yi1,
            >= 0 and <= 3 => X86OperandClass.Yu2,
            >= 0 and <= 127 => X86OperandClass.Yu7,
            >= 0 and <= 255 => X86OperandClass.Yu8,
            >= -128 and <= 127 => X86OperandClass.Yi8,
            _ when !Is64 => X86OperandClass.Yi32,
            >= int.MinValue and <= int.MaxValue => X86OperandClass.Ys32,
            >= 0 and <= uint.MaxValue => X86OperandClass.Yi32,
            _ => X86OperandClass.Yi64,
        };
    }

    private X86Operand Symbol(in OperandRecord operand)
    {
        if (operand.Pseudo == AsmPseudoRegister.PC)
        {
            return new X86Operand(X86OperandClass.Ybr);
        }

        var isGlobal = operand.Pseudo == AsmPseudoRegister.SB;
        if (operand.Prefix == AsmOperandPrefix.Address)
        {
            if (isGlobal && hasLibcSymbols && Is64 && records.Names.GetText(operand.NameId).StartsWith("libc_", StringComparison.Ordinal))
            {
                return new X86Operand(X86Forms.Any);
            }

            return isGlobal && !Is64 ? new X86Operand(X86OperandClass.Yi32) : new X86Operand(X86OperandClass.Yiauto, Memory(operand).Problems);
        }

        return operand.Prefix == AsmOperandPrefix.Indirect && operand.Index == 0
            ? new X86Operand(X86OperandClass.Yindir, operand.Value == 0 ? X86Problems.None : X86Problems.Indirect)
            : Memory(operand);
    }

    // name(SB)(BX) has BX as base, name(SB)(BX*1) as index. 386 ignores the base; amd64 takes neither with SB.
    private X86Operand IndexedSymbol(in OperandRecord operand, X86Problems problems)
    {
        var isGlobal = operand.Pseudo == AsmPseudoRegister.SB;
        if (operand.Amount == 0)
        {
            var refused = Is64 && (isGlobal || registers.PartOf(operand.Index) != X86AddressPart.StackPointer);
            return refused
                ? new X86Operand(X86OperandClass.Yxxx, problems | (isGlobal ? X86Problems.SymbolIndex : X86Problems.Base))
                : new X86Operand(X86OperandClass.Ym, problems);
        }

        var indexed = Indexed(operand, 0, problems);
        return Is64 && isGlobal
            ? new X86Operand(indexed.Class == X86OperandClass.Ym ? X86OperandClass.Yxxx : indexed.Class, problems | X86Problems.SymbolIndex)
            : indexed;
    }

    private X86Operand Indexed(in OperandRecord operand, int @base, X86Problems problems)
    {
        var part = registers.PartOf(operand.Index);
        if (part == X86AddressPart.StackPointer)
        {
            return new X86Operand(X86OperandClass.Yxxx, problems | X86Problems.Index);
        }

        if (part == X86AddressPart.ThreadLocal || (part == X86AddressPart.Segment && minor > 19))
        {
            return new X86Operand(X86OperandClass.Ym, problems | BaseProblem(@base, isIndexed: false));
        }

        var @class = part == X86AddressPart.Vector ? registers.ClassOfIndexed(operand.Index) : X86OperandClass.Ym;
        var canBeIndex = part is X86AddressPart.General or X86AddressPart.Vector || (Is64 && part is X86AddressPart.Extended or X86AddressPart.Extended12);
        if (!canBeIndex || @class == X86OperandClass.Yxxx)
        {
            problems |= X86Problems.Index;
        }

        return new X86Operand(@class, problems | (operand.Amount == 0 ? X86Problems.Scale : X86Problems.None) | BaseProblem(@base, isIndexed: true));
    }

    private X86Problems BaseProblem(int register, bool isIndexed)
    {
        if (register == 0)
        {
            return X86Problems.None;
        }

        return registers.PartOf(register) switch
        {
            X86AddressPart.General or X86AddressPart.StackPointer => X86Problems.None,
            X86AddressPart.Extended => Is64 ? X86Problems.None : isIndexed ? X86Problems.Base : X86Problems.NeedsRex,
            X86AddressPart.Extended12 => Is64 ? X86Problems.None : X86Problems.Base,
            X86AddressPart.Segment or X86AddressPart.ThreadLocal => isIndexed ? X86Problems.Base : X86Problems.None,
            _ => X86Problems.Base,
        };
    }

    // What is counted from FP or SP moves by the frame, so that only what is far out is sure.
    private X86Problems OffsetProblem(in OperandRecord operand)
    {
        var value = operand.Value;
        if (operand.Form == OperandForm.Symbol && operand.Pseudo != AsmPseudoRegister.SB)
        {
            return value is > UnsureOffset or < -UnsureOffset ? X86Problems.Offset : X86Problems.None;
        }

        return !Is64 && value == (uint)value ? X86Problems.None : X86Problems.Offset;
    }

    private X86OperandClass ListClass(in OperandRecord operand)
    {
        var list = records.RegisterLists[operand.Extra];
        if (list.Length == 0)
        {
            return X86OperandClass.Yxxx;
        }

        var first = records.FieldOf(list[0]);
        var last = records.FieldOf(list[list.Length - 1]);
        var (low, high) = (registers.NumberOf(first), registers.NumberOf(last));
        var letter = list[0].Name[0];
        if (high - low != 3 || letter != list[list.Length - 1].Name[0] || (!Is64 && high >= 8) || registers.PartOf(first) != X86AddressPart.Vector)
        {
            return X86OperandClass.Yxxx;
        }

        return letter switch
        {
            'X' => X86OperandClass.YxrEvexMulti4,
            'Y' => X86OperandClass.YyrEvexMulti4,
            _ => X86OperandClass.YzrMulti4,
        };
    }
}
