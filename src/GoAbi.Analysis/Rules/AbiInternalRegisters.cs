using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Conventions;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2051: an ABIInternal function reads a register that holds none of its arguments.</summary>
public sealed class AbiInternalRegisters : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2051",
        Name = nameof(AbiInternalRegisters),
        Title = "An ABIInternal function reads a register that holds none of its arguments",
        DefaultSeverity = Severity.Error,
        Explanation = """
            Finds functions with `<ABIInternal>` that read a register which on some way from their entry nothing has written, and which
            by the Go declaration holds none of their arguments. What is in it then is whatever the caller left there.

            The registers of the arguments are those of the target and Go version. The closure's context, the goroutine, the stack and
            frame pointer, the link register and zero registers hold something too. Registers that are stored in the frame, to be
            brought back later, don't count as read, nor do vectors. Functions of the runtime that the compiler calls with registers of its own choice (`gcWriteBarrier`,
            `duffzero`, `panicIndex` and their kin) are left out.

            Only packages of the standard library may select an ABI.
            """,
        BadExample = """
            ```asm
            // func add(a, b int) int: in AX and BX, the result in AX
            TEXT ·add<ABIInternal>(SB), NOSPLIT, $0-16
            	ADDQ CX, AX
            	RET
            ```
            """,
        GoodExample = """
            ```asm
            TEXT ·add<ABIInternal>(SB), NOSPLIT, $0-16
            	ADDQ BX, AX
            	RET
            ```

            `goabi layout` prints the registers of a function.
            """,
        FixSafety = "There is no fix: which register was meant, the code doesn't say.",
        References = ImmutableArray.Create("https://go.dev/src/cmd/compile/abi-internal"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (context is null || body is null)
        {
            throw new ArgumentNullException(context is null ? nameof(context) : nameof(body));
        }

        // Functions that the compiler calls in ways of its own, with registers that it chooses.
        if (HasOwnConvention(body.Symbol) || !body.IsAbiInternal || body.Layout is not { } layout || body.Graph.Blocks.Length == 0)
        {
            return;
        }

        var unwritten = Unwritten(body, Empty(body.Function.Architecture, layout));
        foreach (var block in body.Graph.Blocks)
        {
            var state = unwritten[block.Index];
            for (var step = block.FirstStep; step < block.FirstStep + block.StepCount && !state.IsEmpty; step++)
            {
                foreach (var register in Reads(body, step).Intersect(state))
                {
                    var message = FormattableString.Invariant($"{body.DisplayName} reads {register.Name}, which holds no argument: {Places(layout)}");
                    context.Report(FindingAt(body, body.Function.Body[body.Graph.Steps[step].Statement].Origin, message));
                    return;
                }

                state = After(body, step, state);
            }
        }
    }

    // cmd/compile/internal/ssa/_gen/*Ops.go: LoweredWB, LoweredPanicBounds*, DUFFZERO, DUFFCOPY.
    private static bool HasOwnConvention(string symbol) =>
        symbol.StartsWith("runtime.gcWriteBarrier", StringComparison.Ordinal)
        || symbol.StartsWith("runtime.duff", StringComparison.Ordinal)
        || symbol.StartsWith("runtime.panicIndex", StringComparison.Ordinal)
        || symbol.StartsWith("runtime.panicSlice", StringComparison.Ordinal)
        || symbol.StartsWith("runtime.panicBounds", StringComparison.Ordinal);

    // Registers that mean nothing at entry.
    private static AsmRegisterSet Empty(AsmArchitecture architecture, AbiLayout layout)
    {
        var roles = layout.Registers;
        var full = AsmRegisterSet.Empty;
        foreach (var parameter in layout.Parameters)
        {
            foreach (var part in parameter.Registers)
            {
                full = full.Union(Of(architecture, part.Register));
            }
        }

        foreach (var role in new[] { roles.ClosureContext, roles.Goroutine, roles.StackPointer, roles.Link, roles.FramePointer, roles.Zero })
        {
            full = role is null ? full : full.Union(Of(architecture, role));
        }

        var all = AsmRegisterSet.Empty;
        foreach (var register in architecture.Registers)
        {
            if (register.Class is AsmRegisterClass.General or AsmRegisterClass.Float or AsmRegisterClass.Vector)
            {
                all = all.Union(AsmRegisterSet.Of(architecture, register));
            }
        }

        return all.Except(full);
    }

    private static AsmRegisterSet Of(AsmArchitecture architecture, GoRegister register) =>
        architecture.TryGetRegister(register.Name, out var found) ? AsmRegisterSet.Of(architecture, found) : AsmRegisterSet.Empty;

    // Sets only grow from block to block: this ends.
    private static AsmRegisterSet[] Unwritten(AssemblyBody body, AsmRegisterSet atEntry)
    {
        var graph = body.Graph;
        var starts = new AsmRegisterSet[graph.Blocks.Length];
        var pending = new Queue<int>();
        starts[0] = atEntry;
        pending.Enqueue(0);
        while (pending.Count > 0)
        {
            var block = graph.Blocks[pending.Dequeue()];
            var state = starts[block.Index];
            for (var step = block.FirstStep; step < block.FirstStep + block.StepCount; step++)
            {
                state = After(body, step, state);
            }

            foreach (var edge in block.Successors)
            {
                var joined = starts[edge.To].Union(state);
                if (joined != starts[edge.To])
                {
                    starts[edge.To] = joined;
                    pending.Enqueue(edge.To);
                }
            }
        }

        return starts;
    }

    // After a call, and after what isn't understood, anything may be in any register.
    private static AsmRegisterSet After(AssemblyBody body, int step, AsmRegisterSet state)
    {
        var known = body.Graph.Steps[step];
        return known.Effects.IsUnknown || known.Kind is AsmInstructionKind.Call or AsmInstructionKind.SystemCall ? AsmRegisterSet.Empty : state.Except(known.Effects.Writes);
    }

    private static AsmRegisterSet Reads(AssemblyBody body, int step)
    {
        var known = body.Graph.Steps[step];
        var effects = known.Effects;
        if (known.Decoded is not null || effects.IsUnknown || body.Function.Body[known.Statement] is not Instruction instruction)
        {
            return AsmRegisterSet.Empty;
        }

        if (effects.Has(AsmEffectFlags.Pushes) || known.Kind is AsmInstructionKind.Call or AsmInstructionKind.Return or AsmInstructionKind.Jump || IsSame(instruction))
        {
            return AsmRegisterSet.Empty;
        }

        for (var i = 0; i < instruction.Operands.Length; i++)
        {
            if ((effects.GetAccess(i) & AsmAccess.Write) != 0 && body.PlaceOf(instruction.Operands[i], step) is not null)
            {
                return AsmRegisterSet.Empty; // Saved
            }
        }

        return Named(instruction, effects, body.Function.Architecture);
    }

    // What effects say of vectors, and of destinations that are written in part, may be too much: those don't count.
    private static AsmRegisterSet Named(Instruction instruction, AsmEffects effects, AsmArchitecture architecture)
    {
        var found = AsmRegisterSet.Empty;
        for (var i = 0; i < instruction.Operands.Length; i++)
        {
            var access = effects.GetAccess(i);
            switch (instruction.Operands[i])
            {
                case RegisterOperand register when access == AsmAccess.Read || (access == AsmAccess.ReadWrite && instruction.Operands.Length <= 2):
                    found = found.Union(AsmRegisterSet.Of(architecture, register.Register));
                    break;
                case MemoryOperand memory when access != AsmAccess.None:
                    found = memory.Base is { } @base ? found.Union(AsmRegisterSet.Of(architecture, @base)) : found;
                    found = memory.Index is { } index ? found.Union(AsmRegisterSet.Of(architecture, index)) : found;
                    break;
            }
        }

        return found.Intersect(effects.Reads);
    }

    // XORQ CX, CX and its kin: what was there doesn't matter.
    private static bool IsSame(Instruction instruction)
    {
        AsmRegister? first = null;
        foreach (var operand in instruction.Operands)
        {
            var register = operand switch
            {
                RegisterOperand plain => plain.Register,
                VectorRegisterOperand vector => vector.Register,
                _ => (AsmRegister?)null,
            };
            if (register is not { } known || (first is { } before && !before.IsSameAs(known)))
            {
                return false;
            }

            first = known;
        }

        return instruction.Operands.Length >= 2;
    }

    private static string Places(AbiLayout layout)
    {
        var text = "";
        foreach (var parameter in layout.Parameters)
        {
            var place = parameter.StackOffset is not null ? " on the stack" : "";
            foreach (var part in parameter.Registers)
            {
                place += (place.Length == 0 ? " in " : " and ") + part.Register.Name;
            }

            text += text.Length == 0 ? parameter.AssemblyName + " is" + place : ", " + parameter.AssemblyName + place;
        }

        return text.Length == 0 ? "it has none" : text;
    }
}
