using System;
using System.Runtime.InteropServices;

namespace GoAbi.Asm;

/// <summary>What is true of an operand besides its form; the two low bits are the <see cref="AsmOperandPrefix"/>.</summary>
[Flags]
internal enum OperandFlags : byte
{
    None = 0,
    PrefixMask = 3,

    /// <summary>A name of an empty go_asm.h counts as 0 in it.</summary>
    HasUnresolvedName = 4,

    /// <summary>A symbol written name&lt;&gt;.</summary>
    IsStatic = 8,

    /// <summary>The one form of a symbol that -gensymabis takes for a reference.</summary>
    IsPlainReference = 16,

    /// <summary>The shift's amount or the scale is written, even where it is 0.</summary>
    HasAmount = 32,

    /// <summary>Memory written as one group, (R1+R2) on ppc64.</summary>
    IsSum = 64,

    /// <summary>Memory at Value times the length of a scalable vector.</summary>
    IsVectorLengthScaled = 128,
}

/// <summary>
/// One operand in 32 bytes, as the parser leaves it and the encoders' checks read it: a program has hundreds of thousands of them, so that the classes of the public
/// model are made only when somebody asks. Which field means what: <see cref="OperandForm"/>. A register is its index in <see cref="AsmArchitecture.Registers"/> plus
/// one; 0 is none. A name is its number in <see cref="AsmNameTable"/>, '.' for '·' (but for what is only compared).
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct OperandRecord
{
    public OperandForm Form;
    public OperandFlags Flags;
    public OperandModifier Modifier;
    public byte Amount;
    public ushort Register;
    public ushort Index;
    public int FirstToken;
    public int TokenCount;
    public int NameId;
    public int Extra;
    public long Value;

    /// <summary>'$', '*' or nothing.</summary>
    public readonly AsmOperandPrefix Prefix => (AsmOperandPrefix)(Flags & OperandFlags.PrefixMask);

    /// <summary>Of a symbol: what its address is counted from.</summary>
    public readonly AsmPseudoRegister Pseudo => (AsmPseudoRegister)Modifier;

    /// <summary>True where a name that counts as 0 makes its value unknown.</summary>
    public readonly bool HasUnresolvedName => (Flags & OperandFlags.HasUnresolvedName) != 0;

    /// <summary>A symbol or label written with &lt;&gt;.</summary>
    public readonly bool IsStatic => (Flags & OperandFlags.IsStatic) != 0;
}
