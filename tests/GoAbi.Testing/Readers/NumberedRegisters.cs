using System.Collections.Generic;
using GoAbi.Runtime;

namespace GoAbi.Testing.Readers;

/// <summary>Registers by their numbers.</summary>
public sealed class NumberedRegisters : Dictionary<int, ulong>, IRegisterFile
{
    public bool TryRead(int number, out ulong value) => TryGetValue(number, out value);
}
