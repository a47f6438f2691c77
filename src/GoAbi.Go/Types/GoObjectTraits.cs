using System;

namespace GoAbi.Go;

/// <summary>What a <see cref="GoObject"/>'s kind alone does not say.</summary>
[Flags]
internal enum GoObjectTraits : ushort
{
    None = 0,
    PackageLevel = 1,
    Universe = 2,
    Parameter = 4,
    Result = 8,
    Receiver = 16,
    TypeParameter = 32,
    Field = 64,
    Method = 128,
    InterfaceMethod = 256,
    PointerReceiver = 512,
    GuessedName = 1024,
    TypeSwitchSymbol = 2048,
}
