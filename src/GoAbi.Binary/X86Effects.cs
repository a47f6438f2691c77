using System.Collections.Generic;
using GoAbi.Asm;
using Iced.Intel;

namespace GoAbi.Binary;

/// <summary>From an instruction as Iced reads it to its effects.</summary>
internal static class X86Effects
{
    public static DecodedInstruction Describe(AsmArchitecture architecture, in Iced.Intel.Instruction instruction)
    {
        var (kind, fallsThrough) = KindOf(instruction);
        var reads = new List<AsmRegister>();
        var writes = new List<AsmRegister>();
        var flags = FlagsOf(kind) | SpecialFlags(instruction);
        var info = new InstructionInfoFactory().GetInfo(instruction);
        foreach (var used in info.GetUsedRegisters())
        {
            flags |= Visit(architecture, instruction, used, reads, writes);
        }

        foreach (var used in info.GetUsedMemory())
        {
            flags |= Visit(used);
        }

        var stackChange = StackChange(instruction, kind, writes, ref flags);
        return new DecodedInstruction(DecodingOutcome.Decoded, instruction.Length, kind, AsmEffects.From(architecture, flags, reads, writes, stackChange))
        {
            FallsThrough = fallsThrough,
            RelativeTarget = TargetOf(instruction),
        };
    }

    private static (AsmInstructionKind Kind, bool FallsThrough) KindOf(in Iced.Intel.Instruction instruction) => instruction.Mnemonic switch
    {
        Mnemonic.Syscall or Mnemonic.Sysenter => (AsmInstructionKind.SystemCall, true),
        Mnemonic.Int when instruction.Immediate8 == 0x80 => (AsmInstructionKind.SystemCall, true),
        Mnemonic.Vmcall or Mnemonic.Vmmcall => (AsmInstructionKind.SystemCall, true),
        Mnemonic.Sysret or Mnemonic.Sysexit or Mnemonic.Sysretq or Mnemonic.Sysexitq => (AsmInstructionKind.Return, false),
        Mnemonic.Hlt => (AsmInstructionKind.Trap, true),
        Mnemonic.Xbegin => (AsmInstructionKind.ConditionalJump, true),
        _ => instruction.FlowControl switch
        {
            FlowControl.UnconditionalBranch or FlowControl.IndirectBranch => (AsmInstructionKind.Jump, false),
            FlowControl.ConditionalBranch => (AsmInstructionKind.ConditionalJump, true),
            FlowControl.Return => (AsmInstructionKind.Return, false),
            FlowControl.Call or FlowControl.IndirectCall => (AsmInstructionKind.Call, true),
            FlowControl.Interrupt => (AsmInstructionKind.Trap, true),
            FlowControl.Exception => (AsmInstructionKind.Trap, false),
            _ => (AsmInstructionKind.Other, true),
        },
    };

    private static AsmEffectFlags FlagsOf(AsmInstructionKind kind) => kind switch
    {
        AsmInstructionKind.Call => AsmEffectFlags.Calls,
        AsmInstructionKind.Jump => AsmEffectFlags.Jumps,
        AsmInstructionKind.ConditionalJump => AsmEffectFlags.Jumps | AsmEffectFlags.Conditional,
        AsmInstructionKind.Return => AsmEffectFlags.Returns,
        AsmInstructionKind.Trap => AsmEffectFlags.Traps,
        AsmInstructionKind.SystemCall => AsmEffectFlags.SystemCalls,
        _ => AsmEffectFlags.None,
    };

    private static AsmEffectFlags SpecialFlags(in Iced.Intel.Instruction instruction) => instruction.Mnemonic switch
    {
        Mnemonic.Wrfsbase or Mnemonic.Wrgsbase or Mnemonic.Swapgs or Mnemonic.Wrmsr or Mnemonic.Wrmsrns or Mnemonic.Lkgs or Mnemonic.Lfs or Mnemonic.Lgs
            => AsmEffectFlags.WritesSegmentBase,
        Mnemonic.Rdfsbase or Mnemonic.Rdgsbase => AsmEffectFlags.ReadsSegmentBase,

        // They restore or give away what no list of registers says.
        Mnemonic.Xrstor or Mnemonic.Xrstor64 or Mnemonic.Xrstors or Mnemonic.Xrstors64 or Mnemonic.Fxrstor or Mnemonic.Fxrstor64 or Mnemonic.Rsm
            or Mnemonic.Sysret or Mnemonic.Sysexit or Mnemonic.Sysretq or Mnemonic.Sysexitq => AsmEffectFlags.Unknown,
        _ => AsmEffectFlags.None,
    };

    private static AsmEffectFlags Visit(
        AsmArchitecture architecture, in Iced.Intel.Instruction instruction, UsedRegister used, List<AsmRegister> reads, List<AsmRegister> writes)
    {
        var isWrite = used.Access is OpAccess.Write or OpAccess.CondWrite or OpAccess.ReadWrite or OpAccess.ReadCondWrite;
        var isRead = used.Access is OpAccess.Read or OpAccess.CondRead or OpAccess.ReadWrite or OpAccess.ReadCondWrite;
        if (used.Register is Register.FS or Register.GS)
        {
            return isWrite ? AsmEffectFlags.WritesSegmentBase : AsmEffectFlags.None;
        }

        if (NameOf(used.Register) is not { } name || !architecture.TryGetRegister(name, out var register))
        {
            return AsmEffectFlags.None;
        }

        // What a call pushes and a return pops is the caller's affair: SP is as before, or not this function's any more.
        if (isWrite && !(register.IsStackPointer && instruction.FlowControl is FlowControl.Call or FlowControl.IndirectCall or FlowControl.Return))
        {
            writes.Add(register);
        }

        if (isRead)
        {
            reads.Add(register);
        }

        return AsmEffectFlags.None;
    }

    private static AsmEffectFlags Visit(UsedMemory used)
    {
        var isWrite = used.Access is OpAccess.Write or OpAccess.CondWrite or OpAccess.ReadWrite or OpAccess.ReadCondWrite;
        var isRead = used.Access is OpAccess.Read or OpAccess.CondRead or OpAccess.ReadWrite or OpAccess.ReadCondWrite;
        var flags = (isRead ? AsmEffectFlags.ReadsMemory : AsmEffectFlags.None) | (isWrite ? AsmEffectFlags.WritesMemory : AsmEffectFlags.None);
        if (used.Segment is Register.FS or Register.GS && (isRead || isWrite))
        {
            flags |= AsmEffectFlags.ReadsThread | (isWrite ? AsmEffectFlags.WritesThread : AsmEffectFlags.None);
        }

        return flags;
    }

    // Go's names: AX for EAX and RAX, Z0 for XMM0, F0 for ST0, M0 for MM0.
    private static string? NameOf(Register register)
    {
        var full = register.GetFullRegister();
        return full switch
        {
            >= Register.RAX and <= Register.RDI or (>= Register.EAX and <= Register.EDI) => full.ToString()[1..],
            >= Register.R8 and <= Register.R15 => full.ToString(),
            >= Register.ZMM0 and <= Register.ZMM31 => "Z" + full.GetNumber(),
            >= Register.XMM0 and <= Register.XMM31 => "X" + full.GetNumber(),
            >= Register.YMM0 and <= Register.YMM31 => "Y" + full.GetNumber(),
            >= Register.K0 and <= Register.K7 => "K" + full.GetNumber(),
            >= Register.ST0 and <= Register.ST7 => "F" + full.GetNumber(),
            >= Register.MM0 and <= Register.MM7 => "M" + full.GetNumber(),
            _ => null,
        };
    }

    private static long? StackChange(in Iced.Intel.Instruction instruction, AsmInstructionKind kind, List<AsmRegister> writes, ref AsmEffectFlags flags)
    {
        if (kind is AsmInstructionKind.Call or AsmInstructionKind.Return)
        {
            return 0;
        }

        var isStack = instruction.OpCount > 0 && instruction.Op0Register.GetFullRegister() is Register.RSP or Register.ESP && instruction.Op0Kind == OpKind.Register;
        if (instruction.IsStackInstruction && instruction.Mnemonic is not (Mnemonic.Enter or Mnemonic.Leave or Mnemonic.Int or Mnemonic.Int3 or Mnemonic.Iret or Mnemonic.Iretd or Mnemonic.Iretq))
        {
            flags |= instruction.StackPointerIncrement < 0 ? AsmEffectFlags.Pushes : AsmEffectFlags.Pops;
            return isStack && instruction.Mnemonic == Mnemonic.Pop ? null : instruction.StackPointerIncrement;
        }

        if (!writes.Exists(static register => register.IsStackPointer))
        {
            return 0;
        }

        return instruction.Mnemonic switch
        {
            Mnemonic.Add when isStack && IsImmediate(instruction) => (long)instruction.GetImmediate(1),
            Mnemonic.Sub when isStack && IsImmediate(instruction) => -(long)instruction.GetImmediate(1),
            Mnemonic.Lea when isStack && instruction.MemoryBase.GetFullRegister() is Register.RSP or Register.ESP && instruction.MemoryIndex == Register.None
                => instruction.MemoryDisplSize < 8 ? (int)instruction.MemoryDisplacement32 : (long)instruction.MemoryDisplacement64,
            _ => null,
        };
    }

    private static bool IsImmediate(in Iced.Intel.Instruction instruction) => instruction.Op1Kind is >= OpKind.Immediate8 and <= OpKind.Immediate32to64;

    private static long? TargetOf(in Iced.Intel.Instruction instruction) => instruction.Op0Kind switch
    {
        OpKind.NearBranch64 => (long)instruction.NearBranch64,
        OpKind.NearBranch32 => (int)instruction.NearBranch32,
        OpKind.NearBranch16 => (short)instruction.NearBranch16,
        _ => null,
    };
}
