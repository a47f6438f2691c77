using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace GoAbi.Oracle.Tests.Encoders.Arm64;

/// <summary>
/// Statements of arm64 from a seed: half follow a row of the encoder's table (values at the edges of what the classes say), a quarter have one operand replaced, the
/// others are any instruction with any operands.
/// </summary>
internal sealed class StatementGenerator
{
    private static readonly string[] Arrangements = ["B8", "B16", "H4", "H8", "S2", "S4", "D1", "D2", "Q1"];
    private static readonly string[] Elements = ["B", "H", "S", "D"];
    private static readonly string[] Conditions = ["EQ", "NE", "CS", "HS", "CC", "LO", "MI", "PL", "VS", "VC", "HI", "LS", "GE", "LT", "GT", "LE", "AL", "NV"];
    private static readonly string[] Extensions = ["UXTB", "UXTH", "UXTW", "UXTX", "SXTB", "SXTH", "SXTW", "SXTX"];
    private static readonly int[] Edges = [1, 2, 4, 7, 8, 15, 16, 24, 31, 32, 63, 64, 127, 255, 256, 257, 504, 505, 512, 1008, 1024, 4080, 4095, 4096, 8190, 16380, 32760, 32768, 65520, 65535, 65536];

    private readonly Random random;
    private readonly Dictionary<string, List<string[]>> rows = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<string> systemRegisters = [];
    private readonly List<string> operations = [];

    /// <summary>Makes one.</summary>
    /// <param name="facts">Lines of eng/data/asm/arm64-forms.txt.</param>
    /// <param name="minor">The release whose facts are followed.</param>
    /// <param name="seed">Makes it the same again.</param>
    public StatementGenerator(IEnumerable<string> facts, int minor, int seed)
    {
        random = new Random(seed);
        var groups = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var words in facts.Where(static l => l[0] != '#').Select(static l => l.Split(' ')).Where(w => w[0].Split(',').Contains(minor.ToString(CultureInfo.InvariantCulture))))
        {
            switch (words[1])
            {
                case "row":
                    (rows.TryGetValue(words[2], out var known) ? known : rows[words[2]] = []).Add(words[4..]);
                    break;
                case "group":
                    groups[words[2]] = words[3..];
                    break;
                case "name":
                    names.Add(words[2]);
                    break;
                case "sys":
                    systemRegisters.Add(words[2]);
                    break;
                case "sysop" or "prf":
                    operations.Add(words[2]);
                    break;
            }
        }

        foreach (var (first, members) in groups)
        {
            foreach (var member in members)
            {
                rows[member] = rows[first];
            }
        }

        operations.AddRange(["DAIFSet", "DAIFClr"]);

        // What the assembler says of PCALIGN has no position.
        foreach (var name in rows.Keys.Where(static name => name.StartsWith("DUFF", StringComparison.Ordinal) || name.StartsWith("PCALIGN", StringComparison.Ordinal)).ToList())
        {
            rows.Remove(name);
        }

        names.AddRange(rows.Keys.Except(names, StringComparer.Ordinal).ToList());
        names.Sort(StringComparer.Ordinal);
        systemRegisters.Sort(StringComparer.Ordinal);
        operations.Sort(StringComparer.Ordinal);
    }

    /// <summary>One statement.</summary>
    public string Next()
    {
        var kind = random.Next(4);
        var name = names[random.Next(names.Count)];
        if (kind == 3 || !rows.TryGetValue(name, out var forms))
        {
            return name + Suffix(random.Next(12)) + Join(Enumerable.Range(0, random.Next(5)).Select(_ => Any()));
        }

        var form = forms[random.Next(forms.Count)];
        var operands = Ordered(name, form).Select(Operand).ToArray();
        if (kind == 2 && operands.Length > 0)
        {
            operands[random.Next(operands.Length)] = Any();
        }

        return name + (form[0] == "-" ? Suffix(random.Next(40)) : "." + form[0]) + Join(operands);
    }

    private static string Suffix(int choice) => choice switch { 0 => ".P", 1 => ".W", _ => "" };

    private static string Join(IEnumerable<string> operands) => "\t" + string.Join(", ", operands);

    // From, Reg, From3, To, To2: the order in which they are written, but for those with two results.
    private static IEnumerable<string> Ordered(string name, string[] form)
    {
        var (from, reg, from3, to, to2) = (form[1], form[2], form[3], form[4], form[5]);
        IEnumerable<string> all = to2 == "-" && name.Length > 3 && IsAtomic(name) ? [from, reg, from3, to, name.StartsWith("CASP", StringComparison.Ordinal) ? "PAIR" : "ZREG"]
            : [from, reg, from3, to, to2];
        return all.Where(static c => c is not ("NONE" or "-"));
    }

    private static bool IsAtomic(string name) =>
        name.StartsWith("SWP", StringComparison.Ordinal) || name.StartsWith("CAS", StringComparison.Ordinal) || name.StartsWith("STX", StringComparison.Ordinal)
        || name.StartsWith("STLX", StringComparison.Ordinal) || name.StartsWith("LDADD", StringComparison.Ordinal) || name.StartsWith("LDOR", StringComparison.Ordinal)
        || name.StartsWith("LDCLR", StringComparison.Ordinal) || name.StartsWith("LDEOR", StringComparison.Ordinal);

    private string Any() => Operand(random.Next(24) switch
    {
        0 or 1 or 2 => "REG",
        3 => "RSP",
        4 => "ZREG",
        5 => "FREG",
        6 => "VREG",
        7 or 8 => "ARNG",
        9 => "ELEM",
        10 => "LIST",
        11 => "PAIR",
        12 => "SHIFT",
        13 => "EXTREG",
        14 => "COND",
        15 => "SPOP",
        16 => "SPR",
        17 or 18 => "VCON",
        19 => "LOREG",
        20 => "ROFF",
        21 => "ADDR",
        22 => "LAUTO",
        _ => random.Next(5) switch { 0 => "FCON", 1 => "VCONADDR", 2 => "AACON", 3 => "SBRA", _ => "ZOREG" },
    });

    private string Operand(string type) => type switch
    {
        "REG" => General(26),
        "ZREG" => random.Next(6) == 0 ? "ZR" : General(28),
        "RSP" => random.Next(3) == 0 ? "RSP" : General(28),
        "FREG" => "F" + random.Next(32),
        "VREG" => "V" + random.Next(32),
        "PAIR" => Pair(),
        "SHIFT" => General(30) + One("<<", ">>", "->", "@>") + random.Next(64),
        "EXTREG" => General(30) + "." + One(Extensions) + (random.Next(2) == 0 ? "" : "<<" + random.Next(8)),
        "SPR" => One([.. systemRegisters]),
        "COND" => One(Conditions),
        "SPOP" => One([.. operations]),
        "ARNG" => "V" + random.Next(32) + "." + (random.Next(2) == 0 ? Favourite : One(Arrangements)),
        "ELEM" => "V" + random.Next(32) + "." + One(Elements) + "[" + random.Next(random.Next(3) == 0 ? 20 : 2) + "]",
        "LIST" => List(),
        "FCON" => "$" + One("0.0", "1.0", "-2.5", "3.14159", "2.0"),
        "VCONADDR" => "$sym" + One("", "+8") + "(SB)",
        "AACON" or "AACON2" or "LACON" => "$" + One("x-8(SP)", "x+8(FP)", Offset() + "(" + Base() + ")"),
        "SBRA" or "LBRA" => One("here", "2(PC)", "f(SB)"),
        "ADDR" => "sym" + One("", "+8", "+4") + "(SB)",
        "ROFF" => "(" + Base() + ")(" + General(28) + One("", "<<1", "<<2", "<<3", ".UXTW", ".SXTW<<2", ".SXTX<<3") + ")",
        "ZOREG" => "(" + Base() + ")",
        "ZAUTO" => "x-" + One("8", "16", "24") + "(SP)",
        _ when type.EndsWith("CON", StringComparison.Ordinal) || type.Contains("CON0", StringComparison.Ordinal) || type.Contains("CON2", StringComparison.Ordinal) || type.EndsWith("CON3", StringComparison.Ordinal) => "$" + Constant(),
        _ when type.Contains("AUTO", StringComparison.Ordinal) => "x" + One("-", "+") + Edges[random.Next(Edges.Length)] + One("(SP)", "(FP)"),
        _ => Offset() + "(" + Base() + ")",
    };

    // Most statements need one arrangement throughout.
    private string Favourite => Arrangements[(favourite++ / 3) % Arrangements.Length];

    private int favourite;

    private string Base() => random.Next(5) == 0 ? "RSP" : General(28);

    private string General(int count)
    {
        var number = random.Next(count);
        return number switch { 18 => "R27", 28 => "g", _ => "R" + number };
    }

    private string Pair()
    {
        var first = random.Next(26);
        return random.Next(4) switch
        {
            0 => "(F" + first + ", F" + random.Next(32) + ")",
            1 => "(" + Operand("ZREG") + ", " + Operand("RSP") + ")",
            _ => first is 17 or 18 ? "(R2, R3)" : "(R" + first + ", R" + (first + 1) + ")",
        };
    }

    private string List()
    {
        var first = random.Next(32);
        var arrangement = random.Next(2) == 0 ? "B16" : Arrangements[random.Next(8)];
        return "[" + string.Join(", ", Enumerable.Range(0, 1 + random.Next(4)).Select(i => "V" + ((first + i) % 32) + "." + arrangement)) + "]";
    }

    private string Offset() => random.Next(6) switch
    {
        0 => "0",
        1 => "-" + Edges[random.Next(Edges.Length)],
        2 => (Edges[random.Next(Edges.Length)] * (1L << random.Next(20))).ToString(CultureInfo.InvariantCulture),
        3 => (8 * random.Next(1, 9)).ToString(CultureInfo.InvariantCulture),
        _ => Edges[random.Next(Edges.Length)].ToString(CultureInfo.InvariantCulture),
    };

    private string Constant() => random.Next(8) switch
    {
        0 => "0",
        1 => random.Next(64).ToString(CultureInfo.InvariantCulture),
        2 => "-" + Edges[random.Next(Edges.Length)],
        3 => Edges[random.Next(Edges.Length)].ToString(CultureInfo.InvariantCulture),
        4 => "0x" + ((ulong)random.Next(1 << 16) << (16 * random.Next(4))).ToString("x", CultureInfo.InvariantCulture),
        5 => "0x" + random.NextInt64().ToString("x", CultureInfo.InvariantCulture),
        6 => "0x" + ((ulong)random.Next(1 << 12) << random.Next(24)).ToString("x", CultureInfo.InvariantCulture),
        _ => "0x" + (((1UL << random.Next(1, 40)) - 1) << random.Next(24)).ToString("x", CultureInfo.InvariantCulture),
    };

    private string One(params string[] choices) => choices[random.Next(choices.Length)];
}
