namespace GoAbi.Asm;

/// <summary>What a step does to registers and words of the stack that are followed.</summary>
internal sealed class StackTransfer(AsmFlowGraph graph, AsmFrame frame, long[]? assembler)
{
    private readonly AsmArchitecture architecture = graph.Function.Architecture;
    private readonly StackPlaces places = new(graph, frame, assembler);
    private readonly int word = graph.Function.Architecture.PointerSize;

    /// <summary>What holds behind a step.</summary>
    public StackState After(int step, StackState state)
    {
        var taken = graph.Steps[step];
        var effects = taken.Effects;
        if (effects.IsUnknown && effects.StackChange is null)
        {
            return IsUnread(taken) ? Lost(effects, step, state) : StackState.Empty;
        }

        if (taken.Decoded is { } decoded)
        {
            return Arm64WordTransfer.After(decoded, architecture, state, Lost(effects, step, state));
        }

        if (graph.Function.Body[taken.Statement] is not Instruction instruction)
        {
            return state;
        }

        if (effects.Has(AsmEffectFlags.Calls))
        {
            return AfterCall(effects, state);
        }

        if (effects.Writes.IsEmpty && !effects.Has(AsmEffectFlags.WritesMemory))
        {
            return state;
        }

        var result = Lost(effects, step, state);
        result = Stored(instruction, effects, step, state, result);
        if (effects.Has(AsmEffectFlags.Pushes | AsmEffectFlags.Pops))
        {
            return Moved(instruction, effects, step, state, result);
        }

        if (instruction.Mnemonic is "LEAVEQ" or "LEAVEL")
        {
            return Left(state, result);
        }

        if (architecture.IsArm64 && Arm64PairTransfer.After(instruction, step, state, result, places) is { } pair)
        {
            return pair;
        }

        if (instruction.Operands.Length == 0)
        {
            return result;
        }

        if (instruction is { Mnemonic: "XCHGQ" or "XCHGL", Operands.Length: 2 } && IsWord(instruction))
        {
            return Put(Put(result, instruction, 0, ValueOf(instruction, 1, step, state), step, state), instruction, 1, ValueOf(instruction, 0, step, state), step, state);
        }

        if (effects.Transfer != AsmTransfer.None)
        {
            return Transferred(instruction, effects, step, state, result);
        }

        return instruction.Operands[instruction.Operands.Length - 1] is RegisterOperand { Register: var register } && Sum(instruction, register, effects, state) is { IsAddress: true } sum
            ? places.With(result, register, sum)
            : result;
    }

    // An instruction that is known, with an operand that can't be read: it does to the stack pointer what it says.
    private bool IsUnread(AsmFlowStep step)
    {
        if (step.Decoded is not null || graph.Function.Body[step.Statement] is not Instruction instruction || architecture.EffectTable.Find(instruction.Mnemonic, instruction.Operands.Length) is null)
        {
            return false;
        }

        foreach (var operand in instruction.Operands)
        {
            if (operand is UnknownOperand)
            {
                return true;
            }
        }

        return false;
    }

    // Registers that are written hold something else; the stack pointer moves by what is known.
    private StackState Lost(AsmEffects effects, int step, StackState state)
    {
        var result = state;
        foreach (var (cell, value) in state.Entries)
        {
            if (!cell.IsMemory && effects.Writes.Contains(architecture.Slots[cell.Register]))
            {
                var isMoved = architecture.Slots[cell.Register].IsStackPointer && effects.StackChange is not null;
                result = result.With(cell, isMoved ? value.Plus(effects.StackChange!.Value) : Rounded(step, cell, value, ref result));
            }
        }

        return result;
    }

    // An address in the stack with its low bits cleared begins a place of its own, below everything known.
    private AsmTrackedValue Rounded(int step, StackCell cell, AsmTrackedValue value, ref StackState result)
    {
        if (!value.IsAddress || graph.Steps[step].Decoded is not null
            || graph.Function.Body[graph.Steps[step].Statement] is not Instruction { Mnemonic: "ANDQ" or "ANDL" or "AND" or "BIC" } and)
        {
            return default;
        }

        if (and.Operands.Length is not (2 or 3) || and.Operands[0] is not ImmediateOperand
            || and.Operands[and.Operands.Length - 1] is not RegisterOperand { Register: var target } || architecture.Slots.Of(target) != cell.Register)
        {
            return default;
        }

        result = result.Without((other, _) => other.IsMemory && other.Origin == step + 1);
        return new AsmTrackedValue(AsmTrackedKind.StackAddress, step + 1, 0);
    }

    // ABI0 gives nothing back but the stack pointer, the frame pointer, g and the memory of the frame.
    private StackState AfterCall(AsmEffects effects, StackState state) => state.Without((cell, _) =>
    {
        if (cell.IsMemory)
        {
            return false;
        }

        var register = architecture.Slots[cell.Register];
        var isKept = register.IsStackPointer ? effects.StackChange == 0 : (register.Roles & (AsmRegisterRoles.FramePointer | AsmRegisterRoles.Goroutine)) != 0;
        return !isKept;
    });

    // Words that the step writes hold something else, as wide as it writes.
    private StackState Stored(Instruction instruction, AsmEffects effects, int step, StackState state, StackState result)
    {
        if (!effects.Has(AsmEffectFlags.WritesMemory))
        {
            return result;
        }

        foreach (var access in StackAccess.All(instruction, effects, step, state, places))
        {
            if (access.IsWrite)
            {
                var width = access.Width ?? word;
                result = result.Without((cell, _) => cell.IsMemory && cell.Origin == access.Address.Origin
                    && cell.Offset < access.Address.Offset + width && access.Address.Offset < cell.Offset + word);
            }
        }

        return result;
    }

    private StackState Moved(Instruction instruction, AsmEffects effects, int step, StackState state, StackState result)
    {
        if (architecture.StackPointer is not { } stack || effects.StackChange is not { } by)
        {
            return result;
        }

        var top = places.ValueOf(stack, state);
        if (effects.Has(AsmEffectFlags.Pushes))
        {
            var pushed = instruction.Operands.Length == 1 && by == -word ? ValueOf(instruction, 0, step, state) : default;
            var below = top.Plus(by);
            return below.IsAddress ? result.With(StackCell.At(below), pushed) : result;
        }

        if (instruction.Operands.Length != 1 || by != word)
        {
            return result;
        }

        var popped = top.IsAddress ? state[StackCell.At(top)] : default;
        return instruction.Operands[0] switch
        {
            RegisterOperand { Register: { IsStackPointer: false } register } => places.With(result, register, popped),
            MemoryOperand memory when places.AddressOf(memory, step, state) is { IsAddress: true } address => result.With(StackCell.At(address), popped),
            _ => result,
        };
    }

    // The stack pointer goes to where the frame pointer points, and what was saved there is popped into it.
    private StackState Left(StackState state, StackState result)
    {
        if (architecture.StackPointer is not { } stack || !architecture.TryGetRegister("BP", out var pointer) || places.ValueOf(pointer, state) is not { IsAddress: true } saved)
        {
            return result;
        }

        return places.With(places.With(result, stack, saved.Plus(word)), pointer, state[StackCell.At(saved)]);
    }

    private StackState Transferred(Instruction instruction, AsmEffects effects, int step, StackState state, StackState result)
    {
        var value = effects.Transfer == AsmTransfer.Address
            ? places.AddressOf(instruction.Operands[0], step, state)
            : ValueOf(instruction, 0, step, state);
        return Put(result, instruction, instruction.Operands.Length - 1, value, step, state);
    }

    private StackState Put(StackState result, Instruction instruction, int operand, AsmTrackedValue value, int step, StackState state)
    {
        if (instruction.Operands[operand] is RegisterOperand { Register: var register })
        {
            return places.With(result, register, value);
        }

        var address = StackAccess.AddressOf(instruction, operand, step, state, places);
        return address.IsAddress ? result.With(StackCell.At(address), value) : result;
    }

    private bool IsWord(Instruction instruction) => instruction.Mnemonic == (word == 8 ? "XCHGQ" : "XCHGL");

    // What an operand holds: a register's value, a word's, an address for '$'.
    private AsmTrackedValue ValueOf(Instruction instruction, int operand, int step, StackState state) => instruction.Operands[operand] switch
    {
        RegisterOperand { Register: var register } => places.ValueOf(register, state),
        MemoryOperand { Prefix: AsmOperandPrefix.Address } or SymbolOperand { Prefix: AsmOperandPrefix.Address } => places.AddressOf(instruction.Operands[operand], step, state),
        _ => StackAccess.AddressOf(instruction, operand, step, state, places) is { IsAddress: true } address ? state[StackCell.At(address)] : default,
    };

    // A number added to an address in the stack, or taken from it: ADD $8, R1, R2.
    private AsmTrackedValue Sum(Instruction instruction, AsmRegister target, AsmEffects effects, StackState state)
    {
        var operands = instruction.Operands;
        var sign = architecture.EffectTable.Find(instruction.Mnemonic, operands.Length)?.ImmediateSign ?? 0;
        if (sign == 0 || operands.Length is not (2 or 3) || effects.Has(AsmEffectFlags.Conditional) || operands[0] is not ImmediateOperand { Value: var value, HasUnresolvedName: false })
        {
            return default;
        }

        var source = operands.Length == 2 ? target : operands[1] is RegisterOperand { Register: var register } ? register : default;
        return source.Name is null ? default : places.ValueOf(source, state).Plus(sign * value);
    }
}
