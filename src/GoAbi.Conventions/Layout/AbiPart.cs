namespace GoAbi.Conventions;

/// <summary>What a register or a word of memory holds of a value, as a program that reads it needs to know.</summary>
public enum AbiPartKind : byte
{
    /// <summary>An integer with a sign.</summary>
    Signed,

    /// <summary>An integer without sign.</summary>
    Unsigned,

    /// <summary>A bool: one byte, 0 or 1.</summary>
    Boolean,

    /// <summary>A floating-point number.</summary>
    Float,

    /// <summary>A pointer, unsafe.Pointer, map, chan, func, or a word of an interface.</summary>
    Pointer,
}

/// <summary>A piece of a value that is a machine word or less: a number, a pointer, the length of a string. What registers are assigned to.</summary>
/// <param name="Suffix">What vet's asmdecl puts behind the value's name: "" for a number, "_base", "_len", "_itable", "_field_real".</param>
/// <param name="Path">Where it is in the value, as Go writes it: "", ".Field.Len"; words of strings, slices and interfaces by what they are: ".ptr", ".len", ".cap", ".type", ".data".</param>
/// <param name="Kind">What it is.</param>
/// <param name="Type">Its type as the compiler names it.</param>
/// <param name="Offset">Bytes from the value's begin.</param>
/// <param name="Size">Its size in bytes.</param>
public readonly record struct AbiPart(string Suffix, string Path, AbiPartKind Kind, string Type, long Offset, long Size);

/// <summary>A piece of a value and the register that it is in. The register's other bits have no meaning.</summary>
/// <param name="Register">The register.</param>
/// <param name="Part">The piece.</param>
public readonly record struct AbiRegisterPart(GoRegister Register, AbiPart Part);
