using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>
/// How many bytes of memory instructions touch, on every architecture: of 386's and amd64's as their encodings say, with vectors of every length, of the others by tables.
/// </summary>
public static class AsmAccessWidth
{
    private const int GeneralRegisters = 16;
    private const int VectorRegisters = 32;

    private static readonly Lazy<Dictionary<string, WidthPattern>> Amd64 = Table(WidthTables.Amd64);
    private static readonly Lazy<Dictionary<string, WidthPattern>> I386 = Table(WidthTables.Amd64, WidthTables.I386);
    private static readonly Lazy<Dictionary<string, WidthPattern>> Arm = Table(WidthTables.Arm);
    private static readonly Lazy<Dictionary<string, WidthPattern>> Arm64 = Table(WidthTables.Arm64);
    private static readonly Lazy<Dictionary<string, WidthPattern>> Loong64 = Table(WidthTables.Loong64);
    private static readonly Lazy<Dictionary<string, WidthPattern>> Mips = Table(WidthTables.Mips);
    private static readonly Lazy<Dictionary<string, WidthPattern>> Ppc64 = Table(WidthTables.Ppc64);
    private static readonly Lazy<Dictionary<string, WidthPattern>> Riscv64 = Table(WidthTables.Riscv64);
    private static readonly Lazy<Dictionary<string, WidthPattern>> S390x = Table(WidthTables.S390x);
    private static readonly Lazy<Dictionary<string, WidthPattern>> Wasm = Table(WidthTables.Wasm);

    /// <summary>
    /// How many bytes an instruction reads or writes at one of its operands. With a mask, or under a condition, it may be fewer. Of an instruction that names memory twice (MVC, MOVS) it is each of the two.
    /// </summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="operand">Index of the operand in <see cref="AsmStatement.Operands"/>.</param>
    /// <returns>
    /// 0 where no memory is touched at that operand: a register, a number, an address that is only worked out, a hint, the target of a direct call; null where it isn't known, among
    /// others gathers, scalable vectors, and instructions that save a state whose size depends on the machine.
    /// </returns>
    public static int? Of(Instruction instruction, int operand)
    {
        if (instruction is null)
        {
            throw new ArgumentNullException(nameof(instruction));
        }

        if (operand < 0 || operand >= instruction.Operands.Length || !IsMemory(instruction.Operands[operand]))
        {
            return 0;
        }

        var effects = instruction.Effects;
        if (!effects.IsUnknown && (effects.GetAccess(operand) & AsmAccess.ReadWrite) == 0)
        {
            return 0;
        }

        return TableOf(instruction.Architecture).TryGetValue(instruction.Mnemonic, out var pattern) ? Read(instruction, pattern) : null;
    }

    private static bool IsMemory(AsmOperand operand) => operand switch
    {
        MemoryOperand memory => memory.Prefix != AsmOperandPrefix.Address,
        SymbolOperand symbol => symbol.Prefix != AsmOperandPrefix.Address,
        ShiftedRegisterOperand shifted => shifted.Base is not null,
        _ => false,
    };

    private static int? Read(Instruction instruction, in WidthPattern pattern)
    {
        switch (pattern.Word)
        {
            case "list":
                return pattern.Number * CountOfList(instruction.Operands);
            case "simd":
                return OfVectors(instruction.Operands, wholeRegisters: true);
            case "element" when pattern.Number == 0:
                return OfVectors(instruction.Operands, wholeRegisters: false);
            case "element":
                return OfArrangement(instruction.Operands) ?? pattern.Number;
            case "range":
                return OfRange(instruction.Operands, pattern.Number);
            case "length":
                return OfImmediate(instruction.Operands);
        }

        if (HasBroadcast(instruction.Suffixes))
        {
            return pattern.Find('b', isImmediate: false);
        }

        return pattern.Find('=', isImmediate: false) ?? pattern.Find(LargestVector(instruction.Operands), HasImmediate(instruction.Operands));
    }

    private static bool HasBroadcast(ImmutableArray<string> suffixes)
    {
        foreach (var suffix in suffixes)
        {
            if (suffix == "BCST")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasImmediate(ImmutableArray<AsmOperand> operands)
    {
        foreach (var operand in operands)
        {
            if (operand is ImmediateOperand)
            {
                return true;
            }
        }

        return false;
    }

    private static char LargestVector(ImmutableArray<AsmOperand> operands)
    {
        var largest = '-';
        foreach (var operand in operands)
        {
            var register = operand switch
            {
                RegisterOperand { Register: { Class: AsmRegisterClass.Vector } single } => single.Name,
                RegisterListOperand { Registers: { IsEmpty: false } list } => list[0].Name,
                _ => "",
            };
            var letter = register.Length > 0 && register[0] is 'X' or 'Y' or 'Z' ? (char)(register[0] | 0x20) : '-';
            largest = letter > largest ? letter : largest;
        }

        return largest;
    }

    private static int CountOfList(ImmutableArray<AsmOperand> operands)
    {
        foreach (var operand in operands)
        {
            if (operand is RegisterListOperand list)
            {
                return list.Registers.Length;
            }
        }

        return 0;
    }

    // [V0.B16, V1.B16] is all of both, [V0.S, V1.S][2] an element of each.
    private static int? OfVectors(ImmutableArray<AsmOperand> operands, bool wholeRegisters)
    {
        foreach (var operand in operands)
        {
            switch (operand)
            {
                case RegisterListOperand { Arrangement: { Length: > 0 } arrangement } list:
                    var element = ElementSize(arrangement[0]);
                    return element is null ? null
                        : list.Registers.Length * (wholeRegisters ? element * LaneCount(arrangement) : element);
                case VectorRegisterOperand { Arrangement: { Length: > 0 } arrangement }:
                    return ElementSize(arrangement[0]);
            }
        }

        return null;
    }

    private static int? OfArrangement(ImmutableArray<AsmOperand> operands)
    {
        foreach (var operand in operands)
        {
            if (operand is VectorRegisterOperand { Arrangement: { Length: > 0 } arrangement })
            {
                return ElementSize(arrangement[0]);
            }
        }

        return null;
    }

    private static int? ElementSize(char letter) => letter switch
    {
        'B' => 1,
        'H' => 2,
        'S' or 'W' => 4,
        'D' or 'V' => 8,
        _ => null,
    };

    // B16: sixteen; B alone is one element.
    private static int LaneCount(string arrangement)
    {
        var count = 0;
        for (var i = 1; i < arrangement.Length && arrangement[i] is >= '0' and <= '9'; i++)
        {
            count = (count * 10) + (arrangement[i] - '0');
        }

        return count == 0 ? 1 : count;
    }

    // s390x: LMG and STMG go round from R15 to R0.
    private static int? OfRange(ImmutableArray<AsmOperand> operands, int width)
    {
        AsmRegister? first = null;
        AsmRegister? last = null;
        foreach (var operand in operands)
        {
            if (operand is RegisterOperand { Register: var register })
            {
                first ??= register;
                last = register;
            }
        }

        if (first is not { } from || last is not { } to || from.Class != to.Class)
        {
            return null;
        }

        var size = from.Class == AsmRegisterClass.Vector ? VectorRegisters : GeneralRegisters;
        return width * ((((to.Number - from.Number) % size) + size) % size + 1);
    }

    private static int? OfImmediate(ImmutableArray<AsmOperand> operands)
    {
        foreach (var operand in operands)
        {
            if (operand is ImmediateOperand { HasUnresolvedName: false, Value: > 0 and <= int.MaxValue and var length })
            {
                return (int)length;
            }
        }

        return null;
    }

    private static Dictionary<string, WidthPattern> TableOf(AsmArchitecture architecture) => (architecture.Name switch
    {
        "amd64" => Amd64,
        "386" => I386,
        "arm" => Arm,
        "arm64" => Arm64,
        "loong64" => Loong64,
        "mips" or "mipsle" or "mips64" or "mips64le" => Mips,
        "ppc64" or "ppc64le" => Ppc64,
        "riscv64" => Riscv64,
        "s390x" => S390x,
        _ => Wasm,
    }).Value;

    private static Lazy<Dictionary<string, WidthPattern>> Table(params string[] tables) => new(() =>
    {
        var patterns = new Dictionary<string, WidthPattern>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            WidthPattern.ReadAll(table, patterns);
        }

        return patterns;
    });
}
