namespace GoAbi.Runtime;

/// <summary>Numbers of arm64's registers for <see cref="IRegisterFile"/>: R0 to R30 are 0 to 30, F0 to F31 are <see cref="F0"/> and the numbers behind it.</summary>
public static class Arm64Register
{
    /// <summary>x0.</summary>
    public const int R0 = 0;

    /// <summary>x26: the closure in a call of a func value.</summary>
    public const int R26 = 26;

    /// <summary>x28: the current goroutine, <c>g</c>.</summary>
    public const int G = 28;

    /// <summary>x30: the return address.</summary>
    public const int R30 = 30;

    /// <summary>sp: <c>RSP</c>.</summary>
    public const int Sp = 31;

    /// <summary>pc.</summary>
    public const int Pc = 32;

    /// <summary>v0.</summary>
    public const int F0 = 64;
}
