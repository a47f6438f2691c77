using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace GoAbi.Asm;

/// <summary>
/// The encoder's tables, read once when the first x86 program is checked. In <see cref="X86FormData"/>, words between blanks: Covers are a class and what it fits,
/// two hexadecimal digits each; a form is its operands' classes, ':', the first letter of its encoding, its modes (1: 32 bits, 2: 64), and for evex the operand that may
/// be memory, the mask and the suffixes; a shape is the numbers of the forms in the order in which they are tried; mnemonics name their shape, aliases their mnemonic.
/// </summary>
internal sealed class X86Forms
{
    /// <summary>Stands for an operand that can't be judged: fits everything.</summary>
    public const X86OperandClass Any = (X86OperandClass)(Stride - 1);

    private const int Stride = 128;

    private static readonly Lazy<X86Forms> Loaded = new(static () => new X86Forms(), LazyThreadSafetyMode.ExecutionAndPublication);

    private readonly bool[] covers = new bool[Stride * Stride];
    private readonly X86Form[] forms;
    private readonly Dictionary<string, X86Mnemonic> mnemonics = new(StringComparer.Ordinal);

    private X86Forms()
    {
        for (var i = 0; i < X86FormData.ClassCount; i++)
        {
            covers[(i * Stride) + i] = true;
            covers[((int)Any * Stride) + i] = true;
        }

        foreach (var word in Words(X86FormData.Covers))
        {
            for (var i = 2; i < word.Length; i += 2)
            {
                covers[(Hex(word, 0) * Stride) + Hex(word, i)] = true;
            }
        }

        var known = new List<X86Form>();
        foreach (var word in Words(X86FormData.Forms))
        {
            known.Add(ReadForm(word));
        }

        // One after the other in memory, since they are read in that order.
        var all = new List<X86Form>();
        var shapes = new List<(int First, int Count)>();
        foreach (var word in Words(X86FormData.Shapes))
        {
            var first = all.Count;
            foreach (var number in word == "-" ? [] : word.Split(','))
            {
                all.Add(known[int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)]);
            }

            shapes.Add((first, all.Count - first));
        }

        forms = all.ToArray();
        foreach (var word in Words(X86FormData.Mnemonics))
        {
            var parts = word.Split(':');
            var (first, count) = shapes[int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture)];
            mnemonics.Add(parts[0], new X86Mnemonic(parts[0], first, count));
        }

        foreach (var word in Words(X86FormData.Aliases))
        {
            var parts = word.Split(':');
            mnemonics[parts[0]] = mnemonics[parts[1]];
        }
    }

    public static X86Forms Instance => Loaded.Value;

    /// <summary>The instruction of a name; null where the table has none.</summary>
    public X86Mnemonic? Find(string name) => mnemonics.TryGetValue(name, out var found) ? found : null;

    /// <summary>One of an instruction's forms.</summary>
    public ref readonly X86Form Of(X86Mnemonic mnemonic, int form) => ref forms[mnemonic.FirstForm + form];

    /// <summary>An instruction's forms in the order in which the encoder tries them.</summary>
    public ReadOnlySpan<X86Form> Of(X86Mnemonic mnemonic) => forms.AsSpan(mnemonic.FirstForm, mnemonic.FormCount);

    /// <summary>Whether an operand of a class can stand where a form has another class.</summary>
    public bool Covers(X86OperandClass operand, X86OperandClass form) => covers[((int)operand * Stride) + (int)form];

    /// <summary>
    /// Whether operands fit a form. As in the encoder, one of no class at all (Yxxx) goes unnoticed behind a form's last operand.
    /// </summary>
    public bool Matches(in X86Form form, ReadOnlySpan<X86OperandClass> operands)
    {
        if (operands.Length < form.Count)
        {
            return false;
        }

        var rest = form.Operands;
        foreach (var operand in operands)
        {
            if (!covers[((int)operand * Stride) + (byte)rest])
            {
                return false;
            }

            rest >>= 8;
        }

        return true;
    }

    private static string[] Words(string text) => text.Split([' '], StringSplitOptions.RemoveEmptyEntries);

    private static int Hex(string word, int at) => (Digit(word[at]) << 4) | Digit(word[at + 1]);

    private static int Digit(char c) => c <= '9' ? c - '0' : c - 'a' + 10;

    private static X86Form ReadForm(string word)
    {
        var colon = word.IndexOf(':');
        var operands = 0UL;
        for (var i = 0; i < colon; i += 2)
        {
            operands |= (ulong)Hex(word, i) << (4 * i);
        }

        var encoding = word[colon + 1] switch
        {
            'b' => X86Encoding.Byte,
            'v' => X86Encoding.Vex,
            'e' => X86Encoding.Evex,
            'p' => X86Encoding.Pseudo,
            'm' => X86Encoding.SystemMove,
            's' => X86Encoding.DoubleShift,
            _ => X86Encoding.Legacy,
        };
        var isEvex = encoding == X86Encoding.Evex;
        return new X86Form(operands, colon / 2, encoding, Digit(word[colon + 2]))
        {
            Memory = (byte)(isEvex ? Digit(word[colon + 3]) : 0),
            Mask = (sbyte)(isEvex && word[colon + 4] != '-' ? Digit(word[colon + 4]) : -1),
            Suffixes = isEvex ? (X86Suffixes)Digit(word[colon + 5]) : X86Suffixes.None,
        };
    }
}
