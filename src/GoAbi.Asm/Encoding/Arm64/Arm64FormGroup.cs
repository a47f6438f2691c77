using System;
using System.Threading;

namespace GoAbi.Asm;

/// <summary>The rows that a group of instructions shares, and which of them come into question for an operand; that is found once a class. Thread-safe: whoever finds it anew finds the same.</summary>
internal sealed class Arm64FormGroup(Arm64Form[] rows)
{
    private readonly byte[]?[] byFrom = new byte[]?[128];
    private readonly byte[]?[] byTo = new byte[]?[128];

    public Arm64Form[] Forms { get; } = rows;

    /// <summary>Numbers of the rows, in order, that take the first or the last operand: of the two lists the shorter one.</summary>
    public ReadOnlySpan<byte> Candidates(Arm64Class from, Arm64Class to, Arm64Forms forms)
    {
        var first = Volatile.Read(ref byFrom[(int)from]) ?? Find(byFrom, from, forms, isTo: false);
        var last = Volatile.Read(ref byTo[(int)to]) ?? Find(byTo, to, forms, isTo: true);
        return first.Length <= last.Length ? first : last;
    }

    private byte[] Find(byte[]?[] known, Arm64Class actual, Arm64Forms forms, bool isTo)
    {
        var taken = forms.TakenBy(actual);
        var found = new byte[Forms.Length];
        var count = 0;
        for (var i = 0; i < Forms.Length; i++)
        {
            if (taken[isTo ? Forms[i].To : Forms[i].From] != 0)
            {
                found[count++] = (byte)i;
            }
        }

        Array.Resize(ref found, count);
        Volatile.Write(ref known[(int)actual], found);
        return found;
    }
}
