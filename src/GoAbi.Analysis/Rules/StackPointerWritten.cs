using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2024: the stack pointer is written in a way that the runtime's unwinder can't follow.</summary>
public sealed class StackPointerWritten : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2024",
        Name = nameof(StackPointerWritten),
        Title = "The stack pointer is written where the unwinder can't follow",
        DefaultSeverity = Severity.Warning,
        Explanation = """
            The runtime walks stacks by a table in which the assembler notes by how much each instruction moves the stack pointer. On 386 and amd64 that is known of `PUSH`, `POP` and `ADJSP` alone, on
            other machines of additions of a number; any other write of the register, on amd64 `SUBQ $n, SP` included, marks the whole function SPWRITE. `STP.W` and `LDP.P` on arm64, and
            instructions that are written as numbers, are not even noticed.

            A traceback ends at such a function. That is all where it calls nothing: a profile lacks its callers there, which is reported as information. Where it calls others the runtime stops the
            program when it has to walk through its frame: `traceback: unexpected SPWRITE function`, when a callee's stack grows, in garbage collection, or in a panic. That is a warning, where
            Go code may be called, or code that isn't seen. The functions of package runtime that switch stacks are known to its unwinder by name, and are information as well, like all code that loads the stack pointer from elsewhere: that is another stack.
            """,
        BadExample = """
            ```asm
            TEXT ·sum(SB), NOSPLIT, $0-16
            	SUBQ $32, SP
            	CALL ·grow(SB)
            	ADDQ $32, SP
            	RET
            ```
            """,
        GoodExample = """
            A frame that the assembler makes is in the table.

            ```asm
            TEXT ·sum(SB), $32-16
            	CALL ·grow(SB)
            	RET
            ```
            """,
        FixSafety = "There is no fix: what the stack pointer is written for has to be done otherwise.",
        References = ImmutableArray.Create("https://go.dev/issue/44269", "https://go.dev/src/runtime/traceback.go"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        var architecture = body.Function.Architecture;
        if (architecture.Name == "wasm" || FirstWrite(body, architecture) is not var (step, isHidden))
        {
            return;
        }

        var calls = CallOfGo(context, body);
        var how = isHidden ? "the stack pointer is moved in a way that the assembler doesn't notice" : "the stack pointer is written in a way that the unwinder can't follow";
        context.Report(calls is null || IsRuntime(context) || IsSwitch(body)
            ? FindingAt(body, StatementOf(body, step).Origin, how + ": tracebacks end at this function", Severity.Info)
            : FindingAt(body, StatementOf(body, step).Origin, how + ", and the function calls others: a traceback through it stops the program") with
            {
                Flow = ImmutableArray.Create(new FlowStep(calls.Origin.Location, "a call whose callers the runtime may have to find")),
            });
    }

    // Loaded from elsewhere it is another stack, which nothing but an unwinder that knows the function could follow.
    private static bool IsSwitch(AssemblyBody body)
    {
        for (var step = 0; step < body.Graph.Steps.Length; step++)
        {
            var effects = body.Graph.Steps[step].Effects;
            if (effects.Has(AsmEffectFlags.WritesStackPointer) && effects.StackChange is null && body.Depths.KnowledgeAt(step) != AsmStackKnowledge.Unreachable
                && !body.Depths.ValueAfter(step, body.Function.Architecture.StackPointer!.Value).IsAddress)
            {
                return true;
            }
        }

        return false;
    }

    private static (int Step, bool IsHidden)? FirstWrite(AssemblyBody body, AsmArchitecture architecture)
    {
        for (var step = 0; step < body.Graph.Steps.Length; step++)
        {
            var taken = body.Graph.Steps[step];
            if (!taken.Effects.Has(AsmEffectFlags.WritesStackPointer) || body.Depths.KnowledgeAt(step) == AsmStackKnowledge.Unreachable)
            {
                continue;
            }

            if (taken.Decoded is not null)
            {
                return (step, true);
            }

            if (body.Function.Body[taken.Statement] is Instruction instruction && !IsNoted(instruction, taken.Effects, architecture))
            {
                return (step, !HasStackPointerAsDestination(instruction));
            }
        }

        return null;
    }

    // What the assemblers enter into the table (cmd/internal/obj/*, preprocess). A destination that is the register, and is not entered, sets SPWRITE; .P, .W and the like go unnoticed.
    private static bool IsNoted(Instruction instruction, AsmEffects effects, AsmArchitecture architecture)
    {
        if (architecture.Name is "386" or "amd64")
        {
            return instruction.Mnemonic is "ADJSP" or "CMPL" or "CMPQ" || (effects.Has(AsmEffectFlags.Pushes | AsmEffectFlags.Pops) && instruction.Mnemonic is not ("PUSHAL" or "POPAL" or "PUSHAW" or "POPAW"));
        }

        if (!HasStackPointerAsDestination(instruction))
        {
            return instruction.Mnemonic switch
            {
                "MOVW" => architecture.Name == "arm",
                "MOVDU" => true,
                _ => false,
            };
        }

        return instruction.Mnemonic switch
        {
            "ADD" or "SUB" or "ADDI" or "ADDU" or "SUBU" or "ADDV" or "SUBV" or "ADDVU" or "SUBVU" => instruction.Operands[0] is ImmediateOperand,
            "MOVW" => architecture.Name == "arm" && effects.StackChange is not null,
            _ => false,
        };
    }

    private static bool HasStackPointerAsDestination(Instruction instruction) =>
        !instruction.Operands.IsEmpty && instruction.Operands[instruction.Operands.Length - 1] is RegisterOperand { Register.IsStackPointer: true };

    // The runtime looks for callers where Go code runs: assembly of the package, and the runtime's own functions for system calls, don't stop for it.
    private static AsmStatement? CallOfGo(RuleContext context, AssemblyBody body)
    {
        for (var step = 0; step < body.Graph.Steps.Length; step++)
        {
            var taken = body.Graph.Steps[step];
            if (taken.Effects.Has(AsmEffectFlags.Calls) && body.Depths.KnowledgeAt(step) != AsmStackKnowledge.Unreachable && !(taken.Target.Symbol is { } symbol && IsHarmless(context, symbol)))
            {
                return StatementOf(body, step);
            }
        }

        return null;
    }

    private static bool IsHarmless(RuleContext context, SymbolOperand symbol)
    {
        var name = symbol.Symbol.Resolve(SymbolNames.LinkPath(context.Unit.Package));
        return symbol.Symbol.IsStatic || name is "runtime.entersyscall" or "runtime.exitsyscall" or "runtime.entersyscallblock" || context.Unit.Symbols.Find(name)?.Assembly is not null;
    }
}
