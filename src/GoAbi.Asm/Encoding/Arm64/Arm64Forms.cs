using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace GoAbi.Asm;

/// <summary>
/// What the encoder of one release takes. The text is lines: "r A,B,... rows" (instructions of a group and their rows: two digits each for case, suffix and five
/// classes), "n A,..." (instructions without rows), "c C takes", "s set A,...", "y register:rw", "o operand:CRn:r", "p operand".
/// </summary>
internal sealed class Arm64Forms
{
    private const int RowDigits = 14;

    private static readonly Lazy<Arm64Forms?>[] Known = Array.ConvertAll(
        Arm64FormData.Versions,
        static version => new Lazy<Arm64Forms?>(() => Arm64FormData.TextOf(version) is { } text ? new Arm64Forms(version, text) : null, LazyThreadSafetyMode.ExecutionAndPublication));

    private readonly Dictionary<string, Arm64Mnemonic> mnemonics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> systemRegisters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Arm64SpecialUse> specials = new(StringComparer.Ordinal);
    private readonly byte[] takes = new byte[128 * 128];

    private Arm64Forms(int minor, string text)
    {
        Minor = minor;
        foreach (var line in text.Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            switch (words[0])
            {
                case "r":
                    AddRows(words);
                    break;
                case "n":
                    AddNames(words[1]);
                    break;
                case "c":
                    AddClass(words);
                    break;
                case "s":
                    AddSet(words);
                    break;
                case "y":
                    AddSystemRegisters(words[1]);
                    break;
                case "o":
                    AddSystemOperands(words[1]);
                    break;
                default:
                    foreach (var name in words[1].Split(','))
                    {
                        specials[name] = Arm64SpecialUse.Prefetch;
                    }

                    break;
            }
        }

        for (var c = 0; c < 128; c++)
        {
            // A class takes itself; what is unknown may be anything but nothing; nothing else takes what has no class.
            takes[(c << 7) | c] = c == (int)Arm64Class.Gok ? (byte)0 : (byte)1;
            takes[((int)Arm64Class.Any << 7) | c] = c == (int)Arm64Class.None ? (byte)0 : (byte)1;
        }
    }

    /// <summary>The release is Go 1.Minor.</summary>
    public int Minor { get; }

    /// <summary>Before 1.22 or so the encoder took $0 and ZR for one another nearly everywhere; 1.19 is the only known one of those.</summary>
    public bool IsOld => Minor < 24;

    /// <summary>The facts that hold for a release, and, between two known ones, those of the one before: what either takes may be right.</summary>
    public static (Arm64Forms Forms, Arm64Forms? Other) For(int minor)
    {
        var newest = Known.Length - 1;
        while (newest > 0 && Arm64FormData.Versions[newest - 1] >= minor)
        {
            newest--;
        }

        return (Known[newest].Value!, newest > 0 && Arm64FormData.Versions[newest] > minor ? Known[newest - 1].Value : null);
    }

    /// <summary>Null for an instruction that the release does not have.</summary>
    public Arm64Mnemonic? Find(string name) =>
        mnemonics.TryGetValue(name switch { "JMP" => "B", "CALL" => "BL", _ => name }, out var found) ? found : null;

    /// <summary>Which classes take an operand of one class: by class, 1 or 0.</summary>
    public ReadOnlySpan<byte> TakenBy(Arm64Class actual) => takes.AsSpan((int)actual << 7, 128);

    public bool Takes(Arm64Class wanted, Arm64Class actual) => takes[((int)actual << 7) | (int)wanted] != 0;

    /// <summary>"r", "w", "rw"; null for what the release has no encoding of.</summary>
    public string? AccessOf(int systemRegister) =>
        Arm64SystemRegisters.NameOf(systemRegister) is { } name && systemRegisters.TryGetValue(name, out var access) ? access : null;

    public Arm64SpecialUse UseOf(string special) => specials.TryGetValue(special, out var use) ? use : Arm64SpecialUse.Other;

    private void AddRows(string[] words)
    {
        var forms = new Arm64Form[words[2].Length / RowDigits];
        for (var i = 0; i < forms.Length; i++)
        {
            var at = i * RowDigits;
            forms[i] = new Arm64Form(
                Byte(words[2], at), Byte(words[2], at + 2), Byte(words[2], at + 4), Byte(words[2], at + 6), Byte(words[2], at + 8), Byte(words[2], at + 10), Byte(words[2], at + 12));
        }

        var group = new Arm64FormGroup(forms);
        foreach (var name in words[1].Split(','))
        {
            mnemonics[name] = new Arm64Mnemonic(name, group);
        }
    }

    private void AddNames(string names)
    {
        var group = new Arm64FormGroup([]);
        foreach (var name in names.Split(','))
        {
            mnemonics[name] = new Arm64Mnemonic(name, group);
        }
    }

    private void AddClass(string[] words)
    {
        var wanted = Byte(words[1], 0);
        for (var i = 0; i < words[2].Length; i += 2)
        {
            takes[(Byte(words[2], i) << 7) | wanted] = 1;
        }
    }

    private void AddSet(string[] words)
    {
        if (!Enum.TryParse<Arm64Sets>(words[1], out var set))
        {
            throw new InvalidOperationException("Arm64Sets lacks " + words[1]);
        }

        foreach (var name in words[2].Split(','))
        {
            if (Find(name) is { } mnemonic)
            {
                mnemonic.Sets |= set;
            }
        }
    }

    private void AddSystemRegisters(string words)
    {
        foreach (var word in words.Split(','))
        {
            var colon = word.IndexOf(':');
            systemRegisters[word.Substring(0, colon)] = word.Substring(colon + 1);
        }
    }

    private void AddSystemOperands(string words)
    {
        foreach (var word in words.Split(','))
        {
            var parts = word.Split(':');
            specials[parts[0]] = (parts[1], parts[2]) switch
            {
                ("8", "r") => Arm64SpecialUse.TlbWithRegister,
                ("8", _) => Arm64SpecialUse.Tlb,
                _ => Arm64SpecialUse.CacheWithRegister,
            };
        }
    }

    private static byte Byte(string digits, int at) => byte.Parse(digits.Substring(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

/// <summary>Where a special operand stands.</summary>
internal enum Arm64SpecialUse : byte
{
    /// <summary>Nowhere that is known.</summary>
    Other,

    /// <summary>A condition: CSEL, CCMP.</summary>
    Condition,

    /// <summary>AL and NV: conditions that invert to nothing.</summary>
    Always,

    /// <summary>PRFM.</summary>
    Prefetch,

    /// <summary>TLBI, alone.</summary>
    Tlb,

    /// <summary>TLBI, before a register.</summary>
    TlbWithRegister,

    /// <summary>DC, before a register.</summary>
    CacheWithRegister,

    /// <summary>MSR $n.</summary>
    StateField,
}
