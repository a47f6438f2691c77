using System.Runtime.InteropServices;

namespace GoAbi.Asm;

/// <summary>
/// One token in 8 bytes, the form in which trees and preprocessed streams keep them: a name's length is that of its text in the table, so a token has a name or a
/// length, never both. <see cref="AsmToken"/> is made of it for whoever asks.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct LexedToken
{
    private const int KindBits = 6;

    // Kind in the low 6 bits, in the other 26 the name's number or the length.
    private readonly uint nameOrLengthAndKind;

    public LexedToken(AsmTokenKind kind, int start, int nameOrLength)
    {
        Start = start;
        nameOrLengthAndKind = Pack(kind, nameOrLength);
    }

    /// <summary>A token somewhere.</summary>
    public LexedToken(int start, uint packed)
    {
        Start = start;
        nameOrLengthAndKind = packed;
    }

    /// <summary>The longest token and the highest name number there can be.</summary>
    public const int MaxNameOrLength = (1 << (32 - KindBits)) - 1;

    public int Start { get; }

    /// <summary>All of a token but its place.</summary>
    public static uint Pack(AsmTokenKind kind, int nameOrLength) => ((uint)nameOrLength << KindBits) | (uint)kind;

    public static int NameIdOf(uint packed) => (packed & ((1u << KindBits) - 1)) == (uint)AsmTokenKind.Identifier ? (int)(packed >> KindBits) : 0;

    public AsmTokenKind Kind => (AsmTokenKind)(nameOrLengthAndKind & ((1u << KindBits) - 1));

    /// <summary>0 for what is no name.</summary>
    public int NameId => Kind is AsmTokenKind.Identifier or AsmTokenKind.MacroName ? (int)(nameOrLengthAndKind >> KindBits) : 0;

    /// <summary>The length of what is no name.</summary>
    public int NumberLength => (int)(nameOrLengthAndKind >> KindBits);

    public int GetLength(AsmNameTable names) =>
        Kind is AsmTokenKind.Identifier or AsmTokenKind.MacroName ? names.GetLength(NameId) : (int)(nameOrLengthAndKind >> KindBits);

    public int GetEnd(AsmNameTable names) => Start + GetLength(names);

    public AsmToken ToToken(AsmNameTable names) => new(Kind, Start, GetLength(names), NameId);

    /// <param name="lengths">Those of the names, by number.</param>
    public AsmToken ToToken(int[] lengths)
    {
        var nameId = NameId;
        return new(Kind, Start, nameId == 0 ? (int)(nameOrLengthAndKind >> KindBits) : lengths[nameId], nameId);
    }

    /// <summary>The same place under another name, which is as long.</summary>
    public LexedToken WithName(AsmTokenKind kind, int nameId) => new(kind, Start, nameId);
}
