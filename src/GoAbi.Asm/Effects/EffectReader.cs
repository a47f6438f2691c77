using System;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>From an instruction's pattern and operands to its effects.</summary>
internal ref struct EffectReader
{
    private readonly Instruction instruction;
    private readonly AsmArchitecture architecture;
    private readonly EffectPattern pattern;
    private EffectBuilder effects;

    private EffectReader(Instruction instruction, AsmArchitecture architecture, EffectPattern pattern)
    {
        this.instruction = instruction;
        this.architecture = architecture;
        this.pattern = pattern;
        effects = new EffectBuilder(architecture) { Flags = pattern.Flags };
    }

    public static AsmEffects Read(Instruction instruction, AsmArchitecture architecture)
    {
        var pattern = architecture.EffectTable.Find(instruction.Mnemonic, instruction.Operands.Length);
        if (pattern is null || pattern.Roles.Length == 0)
        {
            return AsmEffects.Anything;
        }

        var reader = new EffectReader(instruction, architecture, pattern);
        reader.ReadOperands();
        reader.ReadImplicit();
        reader.ReadControl();
        reader.ReadStack();
        reader.ReadArchitecture();
        return reader.effects.Build();
    }

    private void ReadOperands()
    {
        var operands = instruction.Operands;
        for (var i = 0; i < operands.Length; i++)
        {
            var operand = operands[i];
            var role = pattern.RoleOf(i, operands.Length);
            var access = role switch
            {
                'w' => AsmAccess.Write,
                'b' => AsmAccess.ReadWrite,
                'a' => operands.Length <= 2 ? AsmAccess.ReadWrite : AsmAccess.Write,
                'm' => operand is RegisterOperand ? AsmAccess.ReadWrite : AsmAccess.Read,
                'l' => AsmAccess.Address,
                'n' => AsmAccess.None,
                't' => TargetAccess(operand),
                _ => AsmAccess.Read,
            };

            // A condition on the statement leaves what was there.
            if ((access & AsmAccess.Write) != 0 && (IsConditional() || IsMerged(operands)))
            {
                access |= AsmAccess.Read;
            }

            effects.SetAccess(i, Visit(operand, access));
        }
    }

    // On the machines with a link register `(R1)` is how a register is written as a target.
    private readonly AsmAccess TargetAccess(AsmOperand operand) => operand switch
    {
        RegisterOperand => AsmAccess.Read,
        MemoryOperand or SymbolOperand { Base: AsmPseudoRegister.FP or AsmPseudoRegister.SP } or SymbolOperand { Index: not null } or SymbolOperand { Prefix: AsmOperandPrefix.Indirect }
            => architecture.IsX86 ? AsmAccess.Read : AsmAccess.Address,
        _ => AsmAccess.None,
    };

    private readonly bool IsConditional()
    {
        if (architecture.Name == "arm")
        {
            foreach (var suffix in instruction.Suffixes)
            {
                if (InstructionFlows.IsCondition(suffix))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // amd64: with a mask, elements of the destination stay.
    private readonly bool IsMerged(ImmutableArray<AsmOperand> operands)
    {
        if (!architecture.IsX86 || instruction.Mnemonic[0] != 'V')
        {
            return false;
        }

        foreach (var operand in operands)
        {
            if (operand is RegisterOperand { Register.Class: AsmRegisterClass.Mask })
            {
                return true;
            }
        }

        return false;
    }

    private AsmAccess Visit(AsmOperand operand, AsmAccess access)
    {
        switch (operand)
        {
            case RegisterOperand register:
                Register(register.Register, access);
                break;
            case VectorRegisterOperand vector:
                Register(vector.Register, vector.Element is null || access != AsmAccess.Write ? access : AsmAccess.ReadWrite);
                break;
            case RegisterPairOperand pair:
                Register(pair.First, access);
                Register(pair.Second, access);
                break;
            case RegisterListOperand list:
                foreach (var register in list.Registers)
                {
                    Register(register, access);
                }

                break;
            case ShiftedRegisterOperand shifted:
                effects.Read(shifted.Register);
                ReadIfAny(shifted.AmountRegister);
                ReadIfAny(shifted.Base);
                if (shifted.Base is not null)
                {
                    Memory(access);
                }

                break;
            case ExtendedRegisterOperand extended:
                effects.Read(extended.Register);
                break;
            case MemoryOperand memory:
                return VisitMemory(memory, access);
            case SymbolOperand symbol:
                return VisitSymbol(symbol, access);
            case SpecialOperand special when architecture.IsArm64 && special.Name.StartsWith("TPIDR", StringComparison.Ordinal):
                effects.Flags |= (access & AsmAccess.Write) != 0 ? AsmEffectFlags.WritesThread : AsmEffectFlags.ReadsThread;
                break;
            case UnknownOperand when access != AsmAccess.None:
                effects.Flags |= AsmEffectFlags.Unknown;
                break;
        }

        return access;
    }

    private void Register(AsmRegister register, AsmAccess access)
    {
        if ((access & (AsmAccess.Read | AsmAccess.Address)) != 0)
        {
            effects.Read(register);
        }

        if ((access & AsmAccess.Write) != 0)
        {
            WriteDestination(register);
            if (register.Class == AsmRegisterClass.Segment && architecture.IsX86 && register.Name is "FS" or "GS")
            {
                effects.Flags |= AsmEffectFlags.WritesSegmentBase;
            }
        }
    }

    private void ReadIfAny(AsmRegister? register)
    {
        if (register is { } known)
        {
            effects.Read(known);
        }
    }

    // SP plus or minus a number stays known.
    private void WriteDestination(AsmRegister register)
    {
        if (register.IsStackPointer && StackConstant() is { } by)
        {
            effects.ChangeStack(by);
        }
        else
        {
            effects.Write(register);
        }
    }

    private readonly long? StackConstant()
    {
        var operands = instruction.Operands;
        if (IsConditional() || operands.Length == 0 || operands[0].HasUnresolvedName)
        {
            return null;
        }

        return operands[0] switch
        {
            ImmediateOperand { Value: var value } when pattern.ImmediateSign != 0
                && (operands.Length <= 2 || (operands.Length == 3 && operands[1] is RegisterOperand { Register.IsStackPointer: true })) => value * pattern.ImmediateSign,
            MemoryOperand { Base.IsStackPointer: true, Index: null, Offset: var offset } address
                when operands.Length == 2 && (pattern.Transfer == AsmTransfer.Address || (pattern.Transfer == AsmTransfer.Value && address.Prefix == AsmOperandPrefix.Address)) => offset,
            RegisterOperand { Register.IsStackPointer: true } when operands.Length == 2 && pattern.Transfer == AsmTransfer.Value => 0,
            _ => null,
        };
    }

    private AsmAccess VisitMemory(MemoryOperand memory, AsmAccess access)
    {
        if (memory.Prefix == AsmOperandPrefix.Address && access != AsmAccess.None)
        {
            access = AsmAccess.Address;
        }

        if (memory.IsAbsolute && !architecture.IsX86 && (access & AsmAccess.Write) == 0)
        {
            return access; // A number without '$': the bits of a condition, an option
        }

        ReadIfAny(memory.Base);
        ReadIfAny(memory.Index);
        Memory(access);
        if (architecture.IsX86 && (IsThreadBase(memory.Base) || IsThreadBase(memory.Index)))
        {
            effects.Flags |= AsmEffectFlags.ReadsThread | ((access & AsmAccess.Write) != 0 ? AsmEffectFlags.WritesThread : 0);
        }

        if (memory.Base is { } @base && access != AsmAccess.None)
        {
            Update(memory, @base);
        }

        return access;
    }

    private static bool IsThreadBase(AsmRegister? register) => register is { Name: "TLS" or "FS" or "GS" };

    private AsmAccess VisitSymbol(SymbolOperand symbol, AsmAccess access)
    {
        if (symbol.Prefix == AsmOperandPrefix.Address && access != AsmAccess.None)
        {
            access = AsmAccess.Address;
        }

        ReadIfAny(symbol.Index);
        if (symbol.Base is AsmPseudoRegister.FP or AsmPseudoRegister.SP && architecture.StackPointer is { } stack)
        {
            effects.Read(stack);
        }

        Memory(access);
        return access;
    }

    private void Memory(AsmAccess access)
    {
        effects.Flags |= ((access & AsmAccess.Read) != 0 ? AsmEffectFlags.ReadsMemory : 0) | ((access & AsmAccess.Write) != 0 ? AsmEffectFlags.WritesMemory : 0);
    }

    // The .P and .W of arm and arm64, the update forms of ppc64: the base register gets the address.
    private void Update(MemoryOperand memory, AsmRegister @base)
    {
        if (!pattern.UpdatesBase && !HasWriteback(instruction, architecture))
        {
            return;
        }

        var isKnown = memory.Index is null && !memory.HasUnresolvedName && !IsConditional();
        if (!@base.IsStackPointer || !isKnown)
        {
            effects.Write(@base);
        }
        else
        {
            effects.ChangeStack(instruction.Mnemonic == "MOVM" ? ListSize() : memory.Offset);
        }
    }

    internal static bool HasWriteback(Instruction instruction, AsmArchitecture architecture)
    {
        if (architecture.IsArm)
        {
            foreach (var suffix in instruction.Suffixes)
            {
                if (suffix is "P" or "W" or "PW" or "WP" or "IAW" or "IBW" or "DAW" or "DBW")
                {
                    return true;
                }
            }
        }

        return false;
    }

    // arm's MOVM: four bytes a register, up for .IA and .IB, down for .DA and .DB.
    private readonly long ListSize()
    {
        var count = 0;
        foreach (var operand in instruction.Operands)
        {
            count += operand is RegisterListOperand list ? list.Registers.Length : 0;
        }

        foreach (var suffix in instruction.Suffixes)
        {
            if (suffix.Length > 1 && suffix[0] == 'D')
            {
                return -4 * count;
            }
        }

        return 4 * count;
    }

    private void ReadImplicit()
    {
        foreach (var name in pattern.Reads)
        {
            effects.Read(name);
        }

        foreach (var name in pattern.Writes)
        {
            effects.Write(name);
        }

        if (pattern.IsRange)
        {
            WriteRange();
        }

        if (pattern.Transfer != AsmTransfer.None && pattern.TransferWidth == architecture.EffectTable.PointerSize && instruction.Operands.Length == 2 && !IsConditional())
        {
            effects.Transfer = pattern.Transfer;
        }
    }

    // s390x: LMG and STMG name the first and the last of many, and go round from R15 to R0.
    private void WriteRange()
    {
        AsmRegister? first = null;
        AsmRegister? last = null;
        foreach (var operand in instruction.Operands)
        {
            if (operand is RegisterOperand { Register: var register })
            {
                first ??= register;
                last = register;
            }
        }

        if (first is not { } from || last is not { } to || from.Class != to.Class)
        {
            effects.Flags |= AsmEffectFlags.Unknown;
            return;
        }

        var isWrite = instruction.Operands[0] is not RegisterOperand;
        var isVector = from.Class == AsmRegisterClass.Vector;
        var start = isVector ? "V0" : "R0";
        if (!architecture.TryGetRegister(start, out var zero))
        {
            return;
        }

        var size = isVector ? 32 : 16;
        var count = (((to.Number - from.Number) % size) + size) % size;
        foreach (var register in architecture.Registers)
        {
            var distance = register.Number - zero.Number;
            if (distance >= 0 && distance < size && (distance - (from.Number - zero.Number) + size) % size <= count)
            {
                if (isWrite)
                {
                    effects.Write(register);
                }
                else
                {
                    effects.Read(register);
                }
            }
        }
    }

    private void ReadControl()
    {
        effects.Flags |= instruction.Kind switch
        {
            AsmInstructionKind.Call => AsmEffectFlags.Calls,
            AsmInstructionKind.Jump => AsmEffectFlags.Jumps,
            AsmInstructionKind.ConditionalJump => AsmEffectFlags.Jumps | AsmEffectFlags.Conditional,
            AsmInstructionKind.Return => AsmEffectFlags.Returns | (instruction.FallsThrough ? AsmEffectFlags.Conditional : 0),
            AsmInstructionKind.Trap => AsmEffectFlags.Traps,
            AsmInstructionKind.SystemCall => AsmEffectFlags.SystemCalls,
            _ => AsmEffectFlags.None,
        };
        if (IsConditional())
        {
            effects.Flags |= AsmEffectFlags.Conditional;
        }

        if (instruction.Target is SymbolOperand { Base: AsmPseudoRegister.SB, Prefix: AsmOperandPrefix.None, Index: null }
            && instruction.Kind is AsmInstructionKind.Jump or AsmInstructionKind.ConditionalJump or AsmInstructionKind.Return)
        {
            effects.Flags = (effects.Flags & ~AsmEffectFlags.Returns) | AsmEffectFlags.Jumps | AsmEffectFlags.TailCalls;
        }

        if (instruction.Kind == AsmInstructionKind.Call || (effects.Flags & AsmEffectFlags.Calls) != 0)
        {
            // Where the link register is an operand, it was visited.
            if (architecture.LinkRegister is { } link && !NamesLink())
            {
                effects.Write(link);
            }
            else if (architecture.LinkRegister is null && architecture.StackPointer is { } stack)
            {
                effects.Read(stack);
            }
        }
        else if (instruction.Kind == AsmInstructionKind.Return && (architecture.LinkRegister ?? architecture.StackPointer) is { } @return)
        {
            effects.Read(@return);
        }
    }

    private readonly bool NamesLink() => pattern.Roles.Length > 1 && pattern.Roles[0] == 'w' && instruction.Operands.Length > 1;

    private void ReadStack()
    {
        if (pattern.PopSize != 0)
        {
            effects.Flags |= pattern.PopSize < 0 ? AsmEffectFlags.Pushes | AsmEffectFlags.WritesMemory : AsmEffectFlags.Pops | AsmEffectFlags.ReadsMemory;
            effects.ChangeStack(pattern.PopSize);
        }
        else if (pattern.ImmediateSign < 0 && pattern.Roles == "n")
        {
            // ADJSP names no register.
            if (StackConstant() is { } by)
            {
                effects.ChangeStack(by);
            }
            else
            {
                effects.Write(architecture.StackPointer!.Value);
            }
        }
    }

    private void ReadArchitecture()
    {
        switch (architecture.Name)
        {
            case "arm":
                ReadArm();
                break;
            case "386" or "amd64" when instruction.Mnemonic == "INT" && instruction.Operands is [ImmediateOperand { Value: 0x80 }]:
                effects.Flags = (effects.Flags & ~AsmEffectFlags.Traps) | AsmEffectFlags.SystemCalls;
                break;
        }
    }

    // Who writes R15 jumps; MRC of coprocessor 15's c13 reads the thread's registers.
    private void ReadArm()
    {
        if (instruction.Kind == AsmInstructionKind.Other && architecture.TryGetRegister("R15", out var counter) && effects.Writes(counter))
        {
            effects.Flags |= AsmEffectFlags.Jumps;
        }

        if (instruction.Mnemonic is "MRC" or "MCR" && CoprocessorText() is var text && text.StartsWith("15,", StringComparison.Ordinal))
        {
            effects.Flags |= text.Contains(",C13,C0,") ? instruction.Mnemonic == "MRC" ? AsmEffectFlags.ReadsThread : AsmEffectFlags.WritesThread : 0;
        }
    }

    private readonly string CoprocessorText()
    {
        var text = "";
        foreach (var operand in instruction.Operands)
        {
            text += operand.Text.Replace(" ", "") + ",";
        }

        return text;
    }
}
