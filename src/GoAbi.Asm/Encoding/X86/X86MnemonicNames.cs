using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace GoAbi.Asm;

/// <summary>
/// The instructions of a session's names, found once per name, and which of its forms an instruction has matched with which operands: programs repeat themselves. Thread-safe as <see cref="ArchitectureNames"/> is: whoever finds an entry anew finds the same.
/// </summary>
internal sealed class X86MnemonicNames(AsmNameTable names)
{
    private static readonly ConditionalWeakTable<AsmNameTable, X86MnemonicNames> BySession = new();

    // Stands for a name that is no instruction of the table.
    private static readonly X86Mnemonic Unknown = new("", 0, 0);

    private const int MatchBits = 11;
    private const int FormShift = 56;
    private const int MnemonicShift = 40;

    // Instruction and classes in the low bits, one more than the form in the high ones; what comes later to the same place replaces what was there.
    private readonly long[] matches = new long[1 << MatchBits];

    private X86Mnemonic?[] found = new X86Mnemonic?[names.Count + 1];

    public static X86MnemonicNames For(AsmNameTable names) => BySession.GetValue(names, static n => new X86MnemonicNames(n));

    /// <summary>The instruction of a name; null where the table has none.</summary>
    public X86Mnemonic? this[int nameId]
    {
        get
        {
            var known = Volatile.Read(ref found);
            var mnemonic = (uint)nameId < (uint)known.Length ? known[nameId] : null;
            mnemonic ??= Find(nameId, known);
            return ReferenceEquals(mnemonic, Unknown) ? null : mnemonic;
        }
    }

    /// <summary>The form that these operands have matched before; -1 where it is not known.</summary>
    public int KnownMatch(X86Mnemonic mnemonic, ulong classes)
    {
        var key = Key(mnemonic, classes);
        var entry = (ulong)Volatile.Read(ref matches[Slot(key)]);
        return (entry & ((1UL << FormShift) - 1)) == key ? (int)(entry >> FormShift) - 1 : -1;
    }

    /// <summary>Keeps a match.</summary>
    public void Keep(X86Mnemonic mnemonic, ulong classes, int form)
    {
        if (form + 1 < 1 << (64 - FormShift))
        {
            var key = Key(mnemonic, classes);
            Volatile.Write(ref matches[Slot(key)], (long)(key | ((ulong)(form + 1) << FormShift)));
        }
    }

    private static ulong Key(X86Mnemonic mnemonic, ulong classes) => classes | ((ulong)mnemonic.FirstForm << MnemonicShift);

    private static int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> (64 - MatchBits));

    private X86Mnemonic Find(int nameId, X86Mnemonic?[] known)
    {
        if (nameId >= known.Length)
        {
            Array.Resize(ref known, Math.Max(names.Count + 1, known.Length * 2));
            Volatile.Write(ref found, known);
        }

        return known[nameId] = X86Forms.Instance.Find(names.GetText(nameId)) ?? Unknown;
    }
}
