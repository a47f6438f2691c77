namespace GoAbi.Asm;

/// <summary>The words that stages test for. Every table has them first, so their numbers are constants.</summary>
internal static class KnownNames
{
    public const int Define = 1;
    public const int Undef = 2;
    public const int Include = 3;
    public const int Ifdef = 4;
    public const int Ifndef = 5;
    public const int Else = 6;
    public const int Endif = 7;
    public const int Line = 8;
    public const int Text = 9;
    public const int Data = 10;
    public const int Globl = 11;
    public const int Pcdata = 12;
    public const int Funcdata = 13;
    public const int SB = 14;
    public const int FP = 15;
    public const int SP = 16;
    public const int PC = 17;
    public const int Pcalign = 18;

    /// <summary>In the order of the numbers above.</summary>
    public static readonly string[] Words =
    [
        "define", "undef", "include", "ifdef", "ifndef", "else", "endif", "line",
        "TEXT", "DATA", "GLOBL", "PCDATA", "FUNCDATA", "SB", "FP", "SP", "PC",
        "PCALIGN",
    ];
}
