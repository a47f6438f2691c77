using System;
using System.Threading;

namespace GoAbi.Asm;

/// <summary>What the encoder makes of the names of a session, by name number; found once a name. Thread-safe as <see cref="ArchitectureNames"/> is.</summary>
internal sealed class Arm64Names(AsmNameTable names, Arm64Forms forms)
{
    private Entry?[] entries = new Entry?[names.Count + 1];

    /// <summary>Null for a word that is no instruction of the release.</summary>
    public Arm64Mnemonic? Mnemonic(int nameId) => Find(nameId).Mnemonic;

    public Arm64Arrangement Arrangement(int nameId) => Find(nameId).Arrangement;

    public Arm64SpecialUse Special(int nameId) => Find(nameId).Special;

    /// <summary>0 for what is no suffix of arm64, 1 for P, 2 for W.</summary>
    public int Suffix(int nameId) => Find(nameId).Suffix;

    public string Text(int nameId) => names.GetText(nameId);

    private Entry Find(int id)
    {
        var known = Volatile.Read(ref entries);
        return ((uint)id < (uint)known.Length ? known[id] : null) ?? Add(id, known);
    }

    private Entry Add(int id, Entry?[] known)
    {
        if (id >= known.Length)
        {
            // Losing a race loses what the other found: it is found again.
            Array.Resize(ref known, Math.Max(names.Count + 1, known.Length * 2));
            Volatile.Write(ref entries, known);
        }

        return known[id] = new Entry(names.GetText(id), forms);
    }

    private sealed class Entry(string name, Arm64Forms forms)
    {
        public readonly Arm64Mnemonic? Mnemonic = forms.Find(name);

        public readonly Arm64Arrangement Arrangement = Enum.TryParse<Arm64Arrangement>(name, out var found) && found != 0 && char.IsUpper(name[0]) ? found : Arm64Arrangement.None;

        public readonly Arm64SpecialUse Special = name switch
        {
            "EQ" or "NE" or "HS" or "CS" or "LO" or "CC" or "MI" or "PL" or "VS" or "VC" or "HI" or "LS" or "GE" or "LT" or "GT" or "LE" => Arm64SpecialUse.Condition,
            "AL" or "NV" => Arm64SpecialUse.Always,
            "DAIFSet" or "DAIFClr" => Arm64SpecialUse.StateField,
            _ => forms.UseOf(name),
        };

        public readonly int Suffix = name switch { "P" => 1, "W" => 2, _ => 0 };
    }
}
