using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace GoAbi.Asm;

/// <summary>
/// The instructions of a session's names, found once per name. Thread-safe as <see cref="ArchitectureNames"/> is: whoever finds an entry anew finds the same.
/// </summary>
internal sealed class X86MnemonicNames(AsmNameTable names)
{
    private static readonly ConditionalWeakTable<AsmNameTable, X86MnemonicNames> BySession = new();

    // Stands for a name that is no instruction of the table.
    private static readonly X86Mnemonic Unknown = new("", 0, 0);

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
