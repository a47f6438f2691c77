namespace GoAbi.Runtime;

/// <summary>Numbers of amd64's registers for <see cref="IRegisterFile"/>, by the names of Go's assembler. X0 to X15 are <see cref="X0"/> and the numbers behind it.</summary>
public static class Amd64Register
{
    /// <summary>rax.</summary>
    public const int AX = 0;

    /// <summary>rdx: the closure in a call of a func value.</summary>
    public const int DX = 1;

    /// <summary>rcx.</summary>
    public const int CX = 2;

    /// <summary>rbx.</summary>
    public const int BX = 3;

    /// <summary>rsi.</summary>
    public const int SI = 4;

    /// <summary>rdi.</summary>
    public const int DI = 5;

    /// <summary>rbp.</summary>
    public const int BP = 6;

    /// <summary>rsp.</summary>
    public const int SP = 7;

    /// <summary>r8; R9 to R15 are the numbers behind it.</summary>
    public const int R8 = 8;

    /// <summary>r14: the current goroutine under ABIInternal.</summary>
    public const int R14 = 14;

    /// <summary>rip.</summary>
    public const int IP = 16;

    /// <summary>xmm0.</summary>
    public const int X0 = 17;
}
