namespace GoAbi.Asm;

/// <summary>What an instruction does to the flow of control.</summary>
public enum AsmInstructionKind : byte
{
    /// <summary>Nothing: the next instruction follows.</summary>
    Other,

    /// <summary>Calls: direct, through a register or through memory.</summary>
    Call,

    /// <summary>Goes to its target always. With a symbol as target it is a tail call.</summary>
    Jump,

    /// <summary>Goes to its target or on to the next instruction.</summary>
    ConditionalJump,

    /// <summary>Returns; with a symbol as operand it leaves the frame and goes there.</summary>
    Return,

    /// <summary>Stops the program or enters a debugger: UNDEF, UD2, INT, BRK.</summary>
    Trap,

    /// <summary>Enters the operating system or hypervisor.</summary>
    SystemCall,
}
