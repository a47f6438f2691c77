using System;
using System.Collections.Generic;
using GoAbi.Asm;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>
/// Follows, through one TEXT, what it has itself asked of the processor: a byte that Go code fills is compared with a number, and a jump is taken or not. What is known at a step holds on
/// every way to it.
/// </summary>
internal sealed class AssemblyGuards
{
    private const ulong UnknownBit = 1UL << 63;

    private readonly AsmFlowGraph graph;
    private readonly Func<SymbolOperand, ulong> setOf;
    private readonly ulong?[] entries;

    private readonly Func<SymbolOperand, bool> isVariable;
    private readonly Func<SymbolOperand, bool> isBool;
    private AsmRegisterSet? states;

    private AssemblyGuards(AsmFlowGraph graph, Func<SymbolOperand, ulong> setOf, Func<SymbolOperand, bool> isVariable, Func<SymbolOperand, bool> isBool)
    {
        this.isVariable = isVariable;
        this.isBool = isBool;
        this.graph = graph;
        this.setOf = setOf;
        entries = new ulong?[graph.Blocks.Length];
    }

    /// <summary>Works out what is known in each block.</summary>
    /// <param name="body">The TEXT.</param>
    /// <param name="unit">Its package.</param>
    /// <param name="conditions">Reads what variables stand for.</param>
    /// <param name="extensions">The architecture's.</param>
    public static AssemblyGuards Of(AssemblyBody body, AnalysisUnit unit, GuardConditions conditions, AsmExtensions extensions)
    {
        var guards = new AssemblyGuards(
            body.Graph,
            symbol => SetOf(symbol, unit, conditions, extensions),
            symbol => SetOf(symbol, unit, conditions, extensions) != 0,
            symbol => body.Arguments?.At(symbol.Offset) is { TypeName: "bool" });
        guards.Run();
        return guards;
    }

    /// <summary>What is certainly there when a step runs.</summary>
    public GuardFact At(int step)
    {
        var set = entries[graph.BlockOf(step).Index] ?? 0;
        return new GuardFact(set & ~UnknownBit, (set & UnknownBit) != 0);
    }

    // Sets only shrink: each block is worked on at most once for each bit.
    private void Run()
    {
        if (entries.Length == 0)
        {
            return;
        }

        entries[0] = 0;
        var waiting = new Queue<int>();
        waiting.Enqueue(0);
        while (waiting.Count > 0)
        {
            var block = graph.Blocks[waiting.Dequeue()];
            var at = entries[block.Index]!.Value;
            var (whenTaken, whenNot) = Condition(block);
            foreach (var edge in block.Successors)
            {
                var next = at | (edge.Kind == AsmEdgeKind.Taken ? whenTaken : whenNot);
                var merged = entries[edge.To] is { } before ? before & next : next;
                if (merged != entries[edge.To])
                {
                    entries[edge.To] = merged;
                    waiting.Enqueue(edge.To);
                }
            }
        }
    }

    // What the jump at a block's end says where it is taken and where it is not.
    private (ulong Taken, ulong Not) Condition(AsmBasicBlock block)
    {
        var last = block.FirstStep + block.StepCount - 1;
        if (block.End != AsmBlockEnd.ConditionalJump || InstructionAt(last) is not { } jump)
        {
            return default;
        }

        var compare = jump;
        var constant = 0L;
        var symbol = default(SymbolOperand);
        if (SymbolIn(jump, block, last) is { } tested)
        {
            // CBZ R1, l; TBZ $0, R1, l; BEQZ X5, l; BNE R4, l.
            symbol = tested;
        }
        else
        {
            for (var step = last - 1; step >= block.FirstStep && symbol is null; step--)
            {
                compare = InstructionAt(step);
                if (compare is null || !IsCompare(compare.Mnemonic))
                {
                    continue;
                }

                symbol = SymbolIn(compare, block, step);
                constant = ConstantOf(compare);
                if (compare.Mnemonic.StartsWith("TEST", StringComparison.Ordinal) || compare.Mnemonic == "TST")
                {
                    // What is tested is one bit or the register with itself: equal means that it is not set.
                    constant = 0;
                }

                break;
            }
        }

        if (symbol is null)
        {
            return MayAsk(block, last) ? (UnknownBit, UnknownBit) : default;
        }

        var set = setOf(symbol);
        if (JumpsWhenEqual(jump.Mnemonic) is not { } whenEqual)
        {
            return (UnknownBit, UnknownBit);
        }

        var isSetWhenTaken = whenEqual == (constant != 0);
        return (set & UnknownBit) != 0 ? (UnknownBit, UnknownBit) : isSetWhenTaken ? (set, 0UL) : (0UL, set);
    }

    // The jump, or what stands before it since the last one, looks at a register that a variable was put into somewhere.
    private bool MayAsk(AsmBasicBlock block, int last)
    {
        states ??= StateRegisters();
        for (var step = last; step >= block.FirstStep; step--)
        {
            if (InstructionAt(step) is not { } instruction)
            {
                continue;
            }

            if (IsStateRead(instruction) || !graph.Steps[step].Effects.Reads.Intersect(states.Value).IsEmpty)
            {
                return true;
            }

            if (step < last && IsCompare(instruction.Mnemonic))
            {
                break;
            }
        }

        return false;
    }

    // Registers that hold a variable of the package, a bool argument, the address of one or something made from them, anywhere in the function.
    private AsmRegisterSet StateRegisters()
    {
        var found = AsmRegisterSet.Empty;
        for (var before = -1; before != Count(found);)
        {
            before = Count(found);
            var isAsked = false;
            for (var i = 0; i < graph.Steps.Length; i++)
            {
                var effects = graph.Steps[i].Effects;
                if (InstructionAt(i) is not { } instruction)
                {
                    continue;
                }

                var reads = IsStateRead(instruction) || !effects.Reads.Intersect(found).IsEmpty;
                var isSet = instruction.Mnemonic.StartsWith("SET", StringComparison.Ordinal) || instruction.Mnemonic.StartsWith("CSET", StringComparison.Ordinal);
                isAsked = IsCompare(instruction.Mnemonic) ? reads : isAsked;
                if (reads || (isSet && isAsked))
                {
                    found = found.Union(General(effects.Writes));
                }
            }
        }

        return found;
    }

    private AsmRegisterSet General(AsmRegisterSet registers)
    {
        var general = new List<AsmRegister>();
        foreach (var register in registers)
        {
            if (register.Class == AsmRegisterClass.General && !register.IsStackPointer)
            {
                general.Add(register);
            }
        }

        return AsmRegisterSet.Of(graph.Function.Architecture, [.. general]);
    }

    private static int Count(AsmRegisterSet registers)
    {
        var count = 0;
        foreach (var register in registers)
        {
            _ = register;
            count++;
        }

        return count;
    }

    private bool IsStateRead(Instruction instruction)
    {
        foreach (var operand in instruction.Operands)
        {
            if (operand is SymbolOperand symbol && !ReferenceEquals(operand, instruction.Target)
                && (symbol.Base == AsmPseudoRegister.SB ? !symbol.Symbol.IsStatic && isVariable(symbol)
                    : symbol.Base == AsmPseudoRegister.FP && isBool(symbol)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCompare(string mnemonic) =>
        mnemonic.StartsWith("CMP", StringComparison.Ordinal) || mnemonic.StartsWith("TEST", StringComparison.Ordinal) || mnemonic is "TST" or "BTL" or "BTQ";

    private static bool? JumpsWhenEqual(string mnemonic) => mnemonic switch
    {
        "JEQ" or "JE" or "JZ" or "BEQ" or "CBZ" or "CBZW" or "TBZ" or "BEQZ" => true,
        "JNE" or "JNZ" or "BNE" or "CBNZ" or "CBNZW" or "TBNZ" or "BNEZ" => false,
        _ => null,
    };

    // The variable itself, or the one that a register of the instruction was loaded from in the same block.
    private SymbolOperand? SymbolIn(Instruction instruction, AsmBasicBlock block, int step)
    {
        foreach (var operand in instruction.Operands)
        {
            if (operand is SymbolOperand { Base: AsmPseudoRegister.SB, Prefix: AsmOperandPrefix.None } symbol && !ReferenceEquals(operand, instruction.Target))
            {
                return symbol;
            }

            if (operand is RegisterOperand { Register: var register } && LoadOf(register, block, step) is { } loaded)
            {
                return loaded;
            }
        }

        return null;
    }

    private SymbolOperand? LoadOf(AsmRegister register, AsmBasicBlock block, int step)
    {
        for (var i = step - 1; i >= block.FirstStep; i--)
        {
            if (graph.Steps[i].Effects.Writes.Contains(register))
            {
                return InstructionAt(i) is { } load && load.Mnemonic.StartsWith("MOV", StringComparison.Ordinal) && load.Operands.Length == 2
                    && load.Operands[0] is SymbolOperand { Base: AsmPseudoRegister.SB, Prefix: AsmOperandPrefix.None } symbol
                    ? symbol
                    : null;
            }
        }

        return null;
    }

    private static long ConstantOf(Instruction compare)
    {
        foreach (var operand in compare.Operands)
        {
            if (operand is ImmediateOperand immediate)
            {
                return immediate.Value;
            }
        }

        return 0;
    }

    private Instruction? InstructionAt(int step) =>
        graph.Steps[step].Decoded is null ? graph.Function.Body[graph.Steps[step].Statement] as Instruction : null;

    // ·useAVX2(SB), or internal∕cpu·X86+offset(SB).
    private static ulong SetOf(SymbolOperand symbol, AnalysisUnit unit, GuardConditions conditions, AsmExtensions extensions)
    {
        var name = symbol.Symbol.Resolve(SymbolNames.LinkPath(unit.Package));
        if (SymbolNames.PackageOf(name) is not { } path)
        {
            return UnknownBit;
        }

        var scope = path == SymbolNames.LinkPath(unit.Package) ? unit.Symbols.Scope : unit.ScopeOfImport(path);
        var local = name.Substring(name.IndexOf('.', name.LastIndexOf('/') + 1) + 1);
        if (scope is null || !scope.TryGet(local, out var variable) || variable.Kind != GoObjectKind.Variable)
        {
            return UnknownBit;
        }

        if (unit.Types.Session.TypeOf(variable).Underlying is GoStructType structure)
        {
            return FieldAt(structure, symbol.Offset, unit) is { } field ? conditions.OfField(field) : UnknownBit;
        }

        if (scope != unit.Symbols.Scope || symbol.Offset != 0)
        {
            return UnknownBit;
        }

        var fact = conditions.OfVariable(variable);
        return fact.IsUnknown ? UnknownBit : fact.Known;
    }

    private static string? FieldAt(GoStructType structure, long offset, AnalysisUnit unit)
    {
        var offsets = unit.Types.Session.Sizes.OffsetsOf(structure);
        for (var i = 0; i < offsets.Length; i++)
        {
            if (offsets[i] == offset && structure.Fields[i].Name != "_")
            {
                return structure.Fields[i].Name;
            }
        }

        return null;
    }
}
