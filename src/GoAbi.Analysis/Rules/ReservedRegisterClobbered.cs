using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2050: assembly overwrites a register that is not its own, or keeps a value where the assembler overwrites it.</summary>
public sealed class ReservedRegisterClobbered : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2050",
        Name = nameof(ReservedRegisterClobbered),
        Title = "Assembly overwrites a register that is reserved, or keeps a value in one that the assembler overwrites",
        DefaultSeverity = Severity.Error,
        Explanation = """
            Finds assembly that uses registers that are not free to use:

            - **g**, the goroutine: R28 on arm64, R10 on arm, R30 on ppc64 and mips, X27 on riscv64, R22 on loong64, R13 on
              s390x. Written by its name, or by an encoded instruction (`WORD`) of code that a C compiler made. Overwritten at a
              return or call: an error. Restored before that: a warning, since a signal that arrives in between (Go preempts
              by signals) runs its handler with what the register holds where the program doesn't use cgo. On amd64 R14 holds
              g in ABIInternal functions only; assembly under ABI0 may use it.
            - **zero registers**: R0 on ppc64 must be 0, and X15 on amd64 in ABIInternal functions, at every call and return.
            - **the assembler's temporary** (R27 on arm64, R11 on arm, R30 on loong64, R23 on mips; R31 on ppc64 and X31 on
              riscv64 for stores): an access to a global variable, `v(SB)`, becomes several instructions, the first of which puts an
              address there. A value that was kept in the register is gone.
            - **R15 on amd64 with `-dynlink`** (plugins, shared libraries): the address of a global variable is loaded from
              the global offset table into R15. Read after that, R15 holds the address. The assembler refuses such code, but
              only when it is built so: a warning. R15 that is written first is no finding.
            - **R18 on arm64**, which belongs to the system on darwin, ios and windows.

            The runtime's own packages, whose task it is, may write g.
            """,
        BadExample = """
            ```asm
            // arm64
            TEXT ·scaled(SB), NOSPLIT, $0-16
            	MOVD x+0(FP), R27
            	MOVD ·scale(SB), R1 // ADRP puts an address in R27
            	MUL  R1, R27, R2
            	MOVD R2, ret+8(FP)
            	RET
            ```
            """,
        GoodExample = """
            ```asm
            TEXT ·scaled(SB), NOSPLIT, $0-16
            	MOVD x+0(FP), R3
            	MOVD ·scale(SB), R1
            	MUL  R1, R3, R2
            	MOVD R2, ret+8(FP)
            	RET
            ```
            """,
        FixSafety = "There is no fix: which register is free, only the whole function says.",
        References = ImmutableArray.Create(
            "https://go.dev/doc/asm",
            "https://go.dev/src/cmd/compile/abi-internal",
            "https://go.dev/issue/58632"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (context is null || body is null)
        {
            throw new ArgumentNullException(context is null ? nameof(context) : nameof(body));
        }

        var architecture = body.Function.Architecture;
        var isRuntime = ReservedRegisters.IsRuntime(context.Unit.Package);
        if (!isRuntime && (architecture.Name != "amd64" || body.IsAbiInternal) && architecture.Goroutine is not null)
        {
            FindGoroutine(context, body);
        }

        if (architecture.Name is "ppc64" or "ppc64le" || (architecture.Name == "amd64" && body.IsAbiInternal))
        {
            if (!isRuntime && architecture.TryGetRegister(architecture.Name == "amd64" ? "X15" : "R0", out var zero))
            {
                FindZero(context, body, zero);
            }
        }

        if (!isRuntime && ReservedRegisters.OfSystem(architecture, context.Target.Goos) is { } system)
        {
            FindSystem(context, body, system);
        }

        if (ReservedRegisters.AddressTemporary(architecture, out var forLoads) is { } temporary)
        {
            FindTemporary(context, body, temporary, forLoads);
        }

        if (ReservedRegisters.HasDynamicLinking(context.Target) && architecture.TryGetRegister("R15", out var table))
        {
            FindTableRegister(context, body, table);
        }
    }

    private void FindGoroutine(RuleContext context, AssemblyBody body)
    {
        if (body.Function.Architecture.Goroutine is not { } register)
        {
            return;
        }

        var steps = body.Graph.Steps;
        List<int>? writes = null;
        var restores = new HashSet<int>();
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].Effects.Has(AsmEffectFlags.WritesGoroutine) && steps[i].Kind == AsmInstructionKind.Other)
            {
                if (IsGoroutineAfter(body, i, register))
                {
                    restores.Add(i);
                }
                else
                {
                    (writes ??= []).Add(i);
                }
            }
        }

        if (writes is null)
        {
            return;
        }

        var lost = Reaching(body, writes, restores.Contains, isIntact: step => body.Depths.ValueAt(step, register).IsEntryOf(register));
        lost.RemoveWhere(write => IsFromElsewhere(body, write));
        var name = body.Function.Architecture.Name == "amd64" ? "R14" : "g";
        foreach (var write in writes)
        {
            if (lost.Contains(write))
            {
                Report(context, body, write, name + " holds the goroutine and is overwritten here, and not restored when the function calls or returns", Severity.Error);
                return;
            }
        }

        if (body.Function.Architecture.Name != "amd64" && FirstRestored(body, writes, restores) is >= 0 and var restored)
        {
            Report(context, body, restored, name + " holds the goroutine and is overwritten here: a signal that arrives before it is restored finds none", Severity.Warning);
        }
    }

    // Code that leaves for good, with the registers of something else, restores nothing.
    private static int FirstRestored(AssemblyBody body, List<int> writes, HashSet<int> restores)
    {
        var reaching = new ReachingSteps(body.Graph, writes, static _ => false);
        var found = -1;
        foreach (var restore in restores)
        {
            foreach (var write in reaching.At(restore))
            {
                found = found < 0 ? write : Math.Min(found, write);
            }
        }

        return found;
    }

    private static bool IsGoroutineAfter(AssemblyBody body, int step, AsmRegister register) =>
        step + 1 < body.Graph.Steps.Length && body.Graph.BlockOf(step + 1).Index == body.Graph.BlockOf(step).Index && body.Depths.ValueAt(step + 1, register).IsEntryOf(register);

    // A load from memory that isn't the function's stack: what was saved there by others, perhaps.
    private static bool IsFromElsewhere(AssemblyBody body, int step)
    {
        var effects = body.Graph.Steps[step].Effects;
        if (!effects.Has(AsmEffectFlags.ReadsMemory))
        {
            return false;
        }

        if (InstructionAt(body, step) is { } instruction)
        {
            for (var i = 0; i < instruction.Operands.Length; i++)
            {
                if ((effects.GetAccess(i) & AsmAccess.Read) != 0 && body.PlaceOf(instruction.Operands[i], step) is not null)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void FindZero(RuleContext context, AssemblyBody body, AsmRegister zero)
    {
        List<int>? writes = null;
        var steps = body.Graph.Steps;
        for (var i = 0; i < steps.Length; i++)
        {
            if (InstructionAt(body, i) is { } instruction && Writes(instruction, steps[i].Effects, zero) && !IsZeroing(instruction, zero) && !IsFromGeneral(instruction))
            {
                (writes ??= []).Add(i);
            }
        }

        if (writes is null)
        {
            return;
        }

        var isOfInternal = body.Function.Architecture.Name == "amd64";
        var lost = Reaching(body, writes, step => InstructionAt(body, step) is { } instruction && (IsZeroing(instruction, zero) || (IsFromGeneral(instruction) && Writes(instruction, steps[step].Effects, zero))), isOfInternal);
        foreach (var write in lost)
        {
            Report(context, body, write, zero.Name + " has to be zero at every call and return" + (isOfInternal ? " of ABIInternal code" : "") + ", and is overwritten here", Severity.Error);
            return;
        }
    }

    private void FindSystem(RuleContext context, AssemblyBody body, AsmRegister system)
    {
        List<int>? writes = null;
        for (var i = 0; i < body.Graph.Steps.Length; i++)
        {
            if (body.Graph.Steps[i].Effects.Writes.Contains(system))
            {
                (writes ??= []).Add(i);
            }
        }

        if (writes is not null)
        {
            foreach (var i in Reaching(body, writes, static _ => false))
            {
                var isWindows = context.Target.Goos == "windows";
                var why = isWindows ? " points to the thread's environment block on windows and is overwritten here" : " belongs to the system on " + context.Target.Goos + ", which may change it at any time";
                Report(context, body, i, "R18" + why, isWindows ? Severity.Error : Severity.Warning);
                return;
            }
        }
    }

    private void FindTemporary(RuleContext context, AssemblyBody body, AsmRegister temporary, bool forLoads)
    {
        if (!MentionsBoth(body.Function, temporary))
        {
            return;
        }

        var steps = body.Graph.Steps;
        var writes = new List<int>();
        var clobbers = new List<int>();
        for (var i = 0; i < steps.Length; i++)
        {
            if (InstructionAt(body, i) is { } instruction)
            {
                // What writes the register in the end is no clobber, whatever address was there first.
                if (steps[i].Effects.Writes.Contains(temporary))
                {
                    writes.Add(i);
                }
                else if (AccessesGlobal(instruction, steps[i].Effects, forLoads))
                {
                    clobbers.Add(i);
                }
            }
        }

        if (writes.Count == 0 || clobbers.Count == 0)
        {
            return;
        }

        // Only where there was a value to lose.
        var held = new ReachingSteps(body.Graph, writes, step => steps[step].Kind == AsmInstructionKind.Call || clobbers.Contains(step));
        clobbers.RemoveAll(clobber => !HasAny(held.At(clobber)));
        var gone = new ReachingSteps(body.Graph, clobbers, step => steps[step].Kind == AsmInstructionKind.Call || steps[step].Effects.Writes.Contains(temporary));
        for (var i = 0; i < steps.Length; i++)
        {
            if (!steps[i].Effects.Reads.Contains(temporary))
            {
                continue;
            }

            if (clobbers.Contains(i))
            {
                Report(context, body, i, temporary.Name + " is the assembler's: the address of the global variable overwrites it before it is read here", Severity.Error);
                return;
            }

            foreach (var clobber in gone.At(i))
            {
                var line = LineOf(body, clobber);
                Report(context, body, i, FormattableString.Invariant($"{temporary.Name} no longer holds what was put there: the access to a global variable in line {line} overwrites it with an address"), Severity.Error);
                return;
            }
        }
    }

    private void FindTableRegister(RuleContext context, AssemblyBody body, AsmRegister table)
    {
        if (!MentionsBoth(body.Function, table))
        {
            return;
        }

        var steps = body.Graph.Steps;
        var clobbers = new List<int>();
        for (var i = 0; i < steps.Length; i++)
        {
            if (InstructionAt(body, i) is { Kind: AsmInstructionKind.Other } instruction && UsesTable(instruction, steps[i].Effects))
            {
                clobbers.Add(i);
            }
        }

        var gone = new ReachingSteps(body.Graph, clobbers, step => steps[step].Effects.Writes.Contains(table));
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].Effects.Reads.Contains(table) && InstructionAt(body, i) is { } reader && !IsZeroing(reader, table))
            {
                foreach (var clobber in gone.At(i))
                {
                    var line = LineOf(body, clobber);
                    Report(
                        context,
                        body,
                        i,
                        FormattableString.Invariant($"with -dynlink (plugins, shared libraries) R15 is overwritten by the access to a global variable in line {line}, and is read here: the assembler then refuses this"),
                        Severity.Warning);
                    return;
                }
            }
        }
    }

    // Writes that are there at a return, a tail call or a call that comes back here.
    private static HashSet<int> Reaching(AssemblyBody body, List<int> writes, Func<int, bool> ends, bool returnsOnly = false, Func<int, bool>? isIntact = null)
    {
        var steps = body.Graph.Steps;
        var reaching = new ReachingSteps(body.Graph, writes, ends);
        var found = new HashSet<int>();
        for (var i = 0; i < steps.Length; i++)
        {
            var isExit = IsReturn(body, i) || steps[i].Effects.Has(AsmEffectFlags.TailCalls) || (steps[i].Kind == AsmInstructionKind.Call && !returnsOnly);
            if (isExit && isIntact?.Invoke(i) != true && body.Graph.BlockOf(i).IsReachable)
            {
                found.UnionWith(reaching.At(i));
            }
        }

        return found;
    }

    // Of an exception (ERET) one returns with another's registers.
    private static bool IsReturn(AssemblyBody body, int step) =>
        body.Graph.Steps[step] is { Kind: AsmInstructionKind.Return } known && (known.Decoded is null ? InstructionAt(body, step) is { Mnemonic: "RET" } : !known.Effects.IsUnknown);

    private static bool Writes(Instruction instruction, AsmEffects effects, AsmRegister register)
    {
        for (var i = 0; i < instruction.Operands.Length; i++)
        {
            if ((effects.GetAccess(i) & AsmAccess.Write) != 0 && instruction.Operands[i] is RegisterOperand { Register: var written } && written.IsSameAs(register))
            {
                return true;
            }
        }

        return effects.Writes.Contains(register);
    }

    // XOR R0, R0; XORPS X15, X15; MOVD $0, R0: whatever was there, it is zero then.
    private static bool IsZeroing(Instruction instruction, AsmRegister register)
    {
        var operands = instruction.Operands;
        if (operands.Length < 2 || operands[operands.Length - 1] is not RegisterOperand { Register: var destination } || !destination.IsSameAs(register))
        {
            return false;
        }

        if (operands.Length == 2 && operands[0] is ImmediateOperand { Value: 0 } && instruction.Mnemonic.StartsWith("MOV", StringComparison.Ordinal))
        {
            return true;
        }

        if (instruction.Mnemonic.IndexOf("XOR", StringComparison.Ordinal) < 0)
        {
            return false;
        }

        foreach (var operand in operands)
        {
            if (operand is not RegisterOperand { Register: var each } || !each.IsSameAs(register))
            {
                return false;
            }
        }

        return true;
    }

    // A register may well hold zero.
    private static bool IsFromGeneral(Instruction instruction) =>
        instruction.Operands.Length == 2 && instruction.Operands[0] is RegisterOperand { Register.Class: AsmRegisterClass.General } && instruction.Mnemonic.StartsWith("MOV", StringComparison.Ordinal);

    private static bool AccessesGlobal(Instruction instruction, AsmEffects effects, bool forLoads)
    {
        if (instruction.Kind != AsmInstructionKind.Other)
        {
            return false;
        }

        for (var i = 0; i < instruction.Operands.Length; i++)
        {
            if (ReservedRegisters.IsGlobal(instruction.Operands[i]) && (effects.GetAccess(i) & (forLoads ? AsmAccess.ReadWrite : AsmAccess.Write)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    // cmd/internal/obj/x86/obj6.go, rewriteToUseGot: names of this file alone need no table, and an address goes straight to where it is wanted.
    private static bool UsesTable(Instruction instruction, AsmEffects effects)
    {
        for (var i = 0; i < instruction.Operands.Length; i++)
        {
            var operand = instruction.Operands[i];
            if ((effects.GetAccess(i) & AsmAccess.ReadWrite) != 0 && ReservedRegisters.IsGlobal(operand) && operand is SymbolOperand { Symbol.IsStatic: false })
            {
                return true;
            }
        }

        return false;
    }

    // Cheap enough to ask before a flow graph is made.
    private static bool MentionsBoth(AsmFunction function, AsmRegister register)
    {
        bool hasRegister = false, hasGlobal = false;
        foreach (var statement in function.Body)
        {
            foreach (var operand in statement.Operands)
            {
                hasGlobal |= operand is SymbolOperand { Base: AsmPseudoRegister.SB };
                hasRegister |= operand switch
                {
                    RegisterOperand { Register: var known } => known.IsSameAs(register),
                    MemoryOperand memory => memory.Base is { } @base && @base.IsSameAs(register),
                    SymbolOperand or ImmediateOperand or LabelOperand => false,
                    _ => true,
                };
            }

            if (hasRegister && hasGlobal)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAny(IEnumerable<int> steps)
    {
        foreach (var _ in steps)
        {
            return true;
        }

        return false;
    }

    private static Instruction? InstructionAt(AssemblyBody body, int step) =>
        body.Graph.Steps[step] is { Decoded: null } known ? body.Function.Body[known.Statement] as Instruction : null;

    private static int LineOf(AssemblyBody body, int step) => body.Function.Body[body.Graph.Steps[step].Statement].Origin.Location.Start.Line;

    private void Report(RuleContext context, AssemblyBody body, int step, string message, Severity severity) =>
        context.Report(FindingAt(body, body.Function.Body[body.Graph.Steps[step].Statement].Origin, message, severity));
}
