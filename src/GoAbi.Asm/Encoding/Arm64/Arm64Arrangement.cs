namespace GoAbi.Asm;

/// <summary>How a vector register is divided: the whole of it, or one element.</summary>
internal enum Arm64Arrangement : byte
{
    None,
    B8,
    B16,
    H4,
    H8,
    S2,
    S4,
    D1,
    D2,
    Q1,
    B,
    H,
    S,
    D,
}
