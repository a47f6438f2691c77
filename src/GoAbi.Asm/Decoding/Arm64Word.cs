namespace GoAbi.Asm;

/// <summary>One word of arm64's machine code and what was found out of it.</summary>
internal struct Arm64Word(AsmArchitecture architecture, uint word)
{
    private const int Zero = 31;

    private EffectBuilder effects = new(architecture);

    public uint Word { get; } = word;

    public AsmInstructionKind Kind { get; set; }

    public bool FallsThrough { get; set; } = true;

    public long? RelativeTarget { get; set; }

    /// <summary>The destination, first source, second source and (bits 14 to 10) third source of most formats.</summary>
    public readonly int Rd => (int)(Word & 31);

    public readonly int Rn => Field(5, 5);

    public readonly int Rm => Field(16, 5);

    public readonly int Ra => Field(10, 5);

    /// <summary>Some bits as a number.</summary>
    public readonly int Field(int low, int count) => (int)((Word >> low) & ((1u << count) - 1));

    /// <summary>Some bits as a number with a sign.</summary>
    public readonly int Signed(int low, int count) => (int)(Word << (32 - low - count)) >> (32 - count);

    public readonly bool Is(uint mask, uint value) => (Word & mask) == value;

    public void Add(AsmEffectFlags flags) => effects.Flags |= flags;

    /// <summary>Reads R0 to R30; 31 is the register that holds 0, or SP.</summary>
    public void Read(int register, bool orStack = false)
    {
        if (Find(register, orStack) is { } found)
        {
            effects.Read(found);
        }
    }

    public void Write(int register, bool orStack = false)
    {
        if (Find(register, orStack) is { } found)
        {
            effects.Write(found);
        }
    }

    /// <summary>A base register rises by a number, or by one that is not known.</summary>
    public void Move(int register, long? by)
    {
        if (register == Zero && by is { } known)
        {
            effects.ChangeStack(known);
        }
        else
        {
            Write(register, orStack: true);
        }
    }

    public void ReadVector(int register) => effects.Read("V" + Digits(register));

    public void WriteVector(int register) => effects.Write("V" + Digits(register & 31));

    public readonly DecodedInstruction Build(int size)
    {
        var built = effects.Build();
        var flags = Kind switch
        {
            AsmInstructionKind.Call => AsmEffectFlags.Calls,
            AsmInstructionKind.Jump => AsmEffectFlags.Jumps,
            AsmInstructionKind.ConditionalJump => AsmEffectFlags.Jumps | AsmEffectFlags.Conditional,
            AsmInstructionKind.Return => AsmEffectFlags.Returns,
            AsmInstructionKind.Trap => AsmEffectFlags.Traps,
            AsmInstructionKind.SystemCall => AsmEffectFlags.SystemCalls,
            _ => AsmEffectFlags.None,
        };
        return new DecodedInstruction(DecodingOutcome.Decoded, size, Kind, built with { Flags = built.Flags | flags })
        {
            RelativeTarget = RelativeTarget,
            FallsThrough = FallsThrough,
        };
    }

    private readonly AsmRegister? Find(int register, bool orStack)
    {
        if (register == Zero)
        {
            return orStack ? architecture.StackPointer : null;
        }

        return architecture.TryGetRegister("R", register, out var found) ? found : null;
    }

    private static string Digits(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
