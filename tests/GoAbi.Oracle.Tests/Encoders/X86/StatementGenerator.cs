using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace GoAbi.Oracle.Tests.Encoders.X86;

/// <summary>Random statements, the same for a seed: an instruction's own forms with some operands made wrong, or anything.</summary>
internal sealed class StatementGenerator
{
    private const string General = "AX CX DX BX SP BP SI DI R8 R9 R10 R11 R12 R13 R14 R15";
    private const string Bytes = "AL CL DL BL AH CH DH BH SPB BPB SIB DIB R8B R9B R12B R15B";
    private const string System = "CS SS DS ES FS GS GDTR IDTR LDTR MSW TASK CR0 CR1 CR2 CR3 CR4 CR8 CR9 DR0 DR1 DR2 DR6 DR7 TR0 TR6 TR7";

    private static readonly string[] Suffixes = ["Z", "BCST", "BCST.Z", "SAE", "SAE.Z", "RN_SAE", "RZ_SAE", "RD_SAE.Z", "RU_SAE"];

    private static readonly string[] Constants =
    [
        "$0", "$1", "$2", "$3", "$4", "$7", "$127", "$128", "$255", "$256", "$-1", "$-128", "$-129", "$0x7fffffff", "$0x80000000", "$0xffffffff", "$0x100000000",
        "$-0x80000000", "$-0x80000001", "$0x7fffffffffffffff", "$-0x8000000000000000",
    ];

    private readonly Random random;
    private readonly List<string[]> forms = [];
    private readonly List<(string Name, int[] Forms)> mnemonics = [];

    /// <summary>Starts one.</summary>
    /// <param name="facts">eng/data/asm/x86-forms.txt.</param>
    /// <param name="seed">The seed.</param>
    public StatementGenerator(string facts, int seed)
    {
        random = new Random(seed);
        foreach (var line in File.ReadLines(facts))
        {
            var words = line.Split(' ');
            if (words[0] == "form")
            {
                forms.Add(words[2] == "-" ? [] : words[2].Split(','));
            }
            else if (words[0] == "mnemonic" && words[1] is not ("TEXT" or "PCDATA" or "FUNCDATA" or "DUFFZERO" or "DUFFCOPY" or "END"))
            {
                var own = words.Length > 2 && words[2].Length > 0 && char.IsDigit(words[2][0]) ? words[2].Split(',').Select(int.Parse).ToArray() : [];
                mnemonics.Add((words[1], own));
            }
        }
    }

    /// <summary>The next statement.</summary>
    public string Next()
    {
        var (name, own) = mnemonics[random.Next(mnemonics.Count)];
        string[] classes;
        if (own.Length > 0 && Chance(90))
        {
            classes = forms[own[random.Next(own.Length)]];
        }
        else
        {
            classes = [.. Enumerable.Repeat("", random.Next(5))];
        }

        var wrong = Chance(50) ? random.Next(classes.Length + 1) : -1;
        var operands = new List<string>();
        for (var i = 0; i < classes.Length; i++)
        {
            operands.Add(i == wrong || classes[i].Length == 0 ? Anything() : Of(classes[i]));
        }

        if (Chance(3))
        {
            operands.Add(Anything());
        }
        else if (Chance(3) && operands.Count > 0)
        {
            operands.RemoveAt(operands.Count - 1);
        }

        var suffix = Chance(name[0] == 'V' ? 20 : 1) ? "." + Pick(Suffixes) : "";
        return name + suffix + (operands.Count == 0 ? "" : " " + string.Join(", ", operands));
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private string Pick(string[] words) => words[random.Next(words.Length)];

    private string Pick(string words) => Pick(words.Split(' '));

    private string Of(string @class) => @class switch
    {
        "Yi0" => "$0",
        "Yi1" => "$1",
        "Yu2" => "$" + random.Next(4),
        "Yi8" => "$" + random.Next(-128, 128),
        "Yu8" => "$" + random.Next(256),
        "Yu7" => "$" + random.Next(128),
        "Ys32" or "Yi32" or "Yi64" => Chance(80) ? "$" + random.Next(int.MinValue, int.MaxValue) : Pick(Constants),
        "Yiauto" => Chance(50) ? "$s+8(SB)" : "$v-8(SP)",
        "Yal" => "AL",
        "Ycl" => "CL",
        "Yax" => "AX",
        "Ycx" => "CX",
        "Yrb" => Pick(Chance(70) ? Bytes : General),
        "Yrl" or "Yrl32" => Pick(General),
        "Yrx" => Pick("AX CX DX BX"),
        "Yrf" => "F" + random.Next(8),
        "Yf0" => "F0",
        "Ymb" => Chance(50) ? Pick(Bytes) : Memory(),
        "Yml" => Chance(50) ? Pick(General) : Memory(),
        "Ym" => Memory(),
        "Ybr" => Chance(80) ? "label" : Target(),
        "Ymr" => "M" + random.Next(8),
        "Ymm" => Chance(50) ? "M" + random.Next(8) : Memory(),
        "Yxr0" => "X0",
        "Yxr" => "X" + random.Next(16),
        "YxrEvex" => "X" + random.Next(32),
        "Yxm" => Chance(50) ? "X" + random.Next(16) : Memory(),
        "YxmEvex" => Chance(50) ? "X" + random.Next(32) : Memory(),
        "Yyr" => "Y" + random.Next(16),
        "YyrEvex" => "Y" + random.Next(32),
        "Yym" => Chance(50) ? "Y" + random.Next(16) : Memory(),
        "YymEvex" => Chance(50) ? "Y" + random.Next(32) : Memory(),
        "Yzr" => "Z" + random.Next(32),
        "Yzm" => Chance(50) ? "Z" + random.Next(32) : Memory(),
        "Yxvm" => Vector('X', 16),
        "YxvmEvex" => Vector('X', 32),
        "Yyvm" => Vector('Y', 16),
        "YyvmEvex" => Vector('Y', 32),
        "Yzvm" => Vector('Z', 32),
        "YxrEvexMulti4" => List('X'),
        "YyrEvexMulti4" => List('Y'),
        "YzrMulti4" => List('Z'),
        "Yk0" => "K0",
        "Yknot0" => "K" + random.Next(1, 8),
        "Yk" => "K" + random.Next(8),
        "Ykm" => Chance(50) ? "K" + random.Next(8) : Memory(),
        "Yindir" => "*s(SB)",
        _ => @class.Length > 2 && System.Split(' ').Contains(@class[1..].ToUpperInvariant()) ? @class[1..].ToUpperInvariant() : Anything(),
    };

    private string Anything() => random.Next(18) switch
    {
        0 or 1 => Pick(Constants),
        2 or 3 => Pick(General),
        4 => Pick(Bytes),
        5 => "X" + random.Next(32),
        6 => "Y" + random.Next(32),
        7 => "Z" + random.Next(32),
        8 => "K" + random.Next(8),
        9 => "M" + random.Next(8),
        10 => "F" + random.Next(8),
        11 => Pick(System),
        12 => Vector(Pick("X Y Z")[0], 32),
        13 => Chance(50) ? List(Pick("X Y Z")[0]) : Pick(["[X0-X2]", "[Z4-Z1]", "[Y3-Y3]"]),
        14 => Pick(["$s(SB)", "$s+8(SB)", "$a+8(FP)", "$v-16(SP)", "$s(SB)(AX*4)", "$8(AX)", "$(BX)(CX*2)", "*s(SB)", "*8", "*(AX)"]),
        15 => Pick(["$1.5", "$0.0", "$(-2.5)", "$\"abc\"", "f(SB)", "4(PC)", "-1(PC)"]),
        _ => Memory(),
    };

    private string Memory() => Chance(70) ? PlainMemory() : OddMemory();

    private string PlainMemory() => random.Next(6) switch
    {
        0 => "s+" + random.Next(64) + "(SB)",
        1 => "a+" + random.Next(64) + "(FP)",
        2 => "v-" + random.Next(64) + "(SP)",
        3 => Offset() + "(" + Pick(General) + ")(" + Pick("AX CX DX BX BP SI DI R8 R15") + "*" + Pick("1 2 4 8") + ")",
        _ => Offset() + "(" + Pick(General) + ")",
    };

    private string OddMemory() => random.Next(12) switch
    {
        0 => "s(SB)(" + Pick(General) + "*4)",
        1 => "s(SB)(" + Pick(General) + ")",
        2 => "a+8(FP)(" + Pick(General) + "*1)",
        3 => "v-8(SP)(" + Pick(General) + ")",
        4 => "(" + Pick(General) + ")(" + Pick(General) + ")",
        5 => "(" + Pick(General) + ")(SP*2)",
        6 => "(" + Pick(General + " " + Bytes + " X1 K2 CS FS M1") + "*2)",
        7 => Pick(["2147483648", "-2147483649", "4294967295", "4294967296", "2147483647"]) + "(" + Pick(General) + ")",
        8 => "(" + Pick("AL K1 X0 M1 F0 CR0 FS GS DS") + ")",
        9 => random.Next(1, 4096).ToString(global::System.Globalization.CultureInfo.InvariantCulture),
        10 => "(" + Pick("FS GS") + ")(" + Pick(General) + "*1)",
        _ => "(" + Pick(General) + ")(" + Pick("GS CS") + "*1)",
    };

    private string Offset() => Chance(40) ? "" : random.Next(-70000, 70000).ToString(global::System.Globalization.CultureInfo.InvariantCulture);

    private string Vector(char letter, int count) =>
        Offset() + (Chance(80) ? "(" + Pick(General) + ")" : "") + "(" + letter + random.Next(count) + "*" + Pick("1 2 4 8") + ")";

    private string List(char letter)
    {
        var first = random.Next(29);
        return "[" + letter + first + "-" + letter + (first + 3) + "]";
    }

    private string Target() => Pick(["f(SB)", "label", "AX", "(BX)", "8(CX)(DX*4)", "*s(SB)", "s+8(SB)", "a+8(FP)", "$16", "1(PC)"]);
}
