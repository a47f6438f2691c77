using System.Collections.Generic;

namespace GoAbi.Asm;

/// <summary>Operand classes in words.</summary>
internal static class X86OperandNames
{
    // Widest first; in Go's order of classes, which is not that of the ranges.
    private static readonly (X86OperandClass Class, string Text)[] Constants =
    [
        (X86OperandClass.Yi64, "a constant"),
        (X86OperandClass.Yi32, "a constant of 32 bits, from -0x80000000 to 0xffffffff"),
        (X86OperandClass.Ys32, "a constant from -0x80000000 to 0x7fffffff"),
        (X86OperandClass.Yu8, "a constant from 0 to 255"),
        (X86OperandClass.Yi8, "a constant from -128 to 127"),
        (X86OperandClass.Yu7, "a constant from 0 to 127"),
        (X86OperandClass.Yu2, "a constant from 0 to 3"),
        (X86OperandClass.Yi1, "$1"),
        (X86OperandClass.Yi0, "$0"),
    ];

    /// <summary>A class that stands for a kind of operand: who takes it takes the kind. The general ones hide those behind them of the same group.</summary>
    private static readonly (X86OperandClass Class, char Group, string Text)[] Kinds =
    [
        (X86OperandClass.Yrl, 'g', "a general register"),
        (X86OperandClass.Yrx, 'g', "AX, BX, CX or DX"),
        (X86OperandClass.Yax, 'g', "AX"),
        (X86OperandClass.Ycx, 'g', "CX"),
        (X86OperandClass.Yrb, 'b', "an 8-bit register"),
        (X86OperandClass.Yal, 'b', "AL"),
        (X86OperandClass.Ycl, 'b', "CL"),
        (X86OperandClass.Yf0, 'f', "F0"),
        (X86OperandClass.Yrf, 'F', "F1 to F7"),
        (X86OperandClass.Ymr, 'm', "an M register"),
        (X86OperandClass.YxrEvex, 'x', "X0 to X31"),
        (X86OperandClass.Yxr, 'x', "X0 to X15"),
        (X86OperandClass.Yxr0, 'x', "X0"),
        (X86OperandClass.YyrEvex, 'y', "Y0 to Y31"),
        (X86OperandClass.Yyr, 'y', "Y0 to Y15"),
        (X86OperandClass.Yzr, 'z', "a Z register"),
        (X86OperandClass.YxrEvexMulti4, 'l', "a list of four X registers, [X0-X3]"),
        (X86OperandClass.YyrEvexMulti4, 'L', "a list of four Y registers, [Y0-Y3]"),
        (X86OperandClass.YzrMulti4, 'M', "a list of four Z registers, [Z0-Z3]"),
        (X86OperandClass.Yk0, 'k', "a K register"),
        (X86OperandClass.Yknot0, 'k', "K1 to K7"),
        (X86OperandClass.Ym, '(', "memory"),
        (X86OperandClass.YxvmEvex, 'v', "memory with X0 to X31 as index"),
        (X86OperandClass.Yxvm, 'v', "memory with X0 to X15 as index"),
        (X86OperandClass.YyvmEvex, 'w', "memory with Y0 to Y31 as index"),
        (X86OperandClass.Yyvm, 'w', "memory with Y0 to Y15 as index"),
        (X86OperandClass.Yzvm, 'W', "memory with a Z register as index"),
        (X86OperandClass.Ybr, 'j', "a label"),
        (X86OperandClass.Yindir, 'i', "*symbol(SB)"),
        (X86OperandClass.Yiauto, 'a', "the address of a symbol"),
        (X86OperandClass.Ycs, 's', "a segment register"),
        (X86OperandClass.Yds, 's', "a segment register"),
        (X86OperandClass.Yfs, 's', "FS or GS"),
        (X86OperandClass.Ycr0, 'c', "CR0, CR2, CR3, CR4 or CR8"),
        (X86OperandClass.Ydr2, 'd', "DR0, DR2, DR3, DR6 or DR7"),
        (X86OperandClass.Ydr0, 'd', "DR0, DR6 or DR7"),
        (X86OperandClass.Ytr6, 't', "TR6 or TR7"),
        (X86OperandClass.Ygdtr, 'D', "GDTR or IDTR"),
        (X86OperandClass.Yldtr, 'D', "LDTR, MSW or TASK"),
        (X86OperandClass.Ytls, 'T', "TLS"),
    ];

    public static bool IsConstant(X86OperandClass @class) => @class is >= X86OperandClass.Yi0 and <= X86OperandClass.Yi64;

    /// <summary>Segment, control, debug and the other registers of the system.</summary>
    public static bool IsSystem(X86OperandClass @class) => @class is (>= X86OperandClass.Ycs and <= X86OperandClass.Ytr7) or X86OperandClass.Ytls;

    /// <summary>Whether the two are the same kind of thing and differ in value or number only.</summary>
    public static bool AreAlike(X86Forms forms, X86OperandClass operand, X86OperandClass form)
    {
        if (IsConstant(operand))
        {
            return IsConstant(form);
        }

        foreach (var kind in Kinds)
        {
            if (kind.Group is 'x' or 'y' or 'k' or 'v' or 'w' or 's' or 'c' or 'd' && GroupOf(operand) == kind.Group && forms.Covers(kind.Class, form))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a form takes where it has one of these classes: "a general register or memory".</summary>
    public static string Describe(X86Forms forms, List<X86OperandClass> classes, bool is64, out bool isConstantOnly)
    {
        var words = new List<string>();
        foreach (var (@class, text) in Constants)
        {
            if (classes.Exists(c => IsConstant(c) && forms.Covers(@class, c)))
            {
                words.Add(text);
                break;
            }
        }

        isConstantOnly = words.Count > 0 && classes.TrueForAll(IsConstant);
        var groups = "";
        foreach (var (@class, group, text) in Kinds)
        {
            if (words.Count > 1 && IsSystem(@class))
            {
                continue; // Left out where there is something more usual.
            }

            if (groups.IndexOf(group) < 0 && classes.Exists(c => !IsConstant(c) && forms.Covers(is64 || @class != X86OperandClass.Yrl ? @class : X86OperandClass.Yrl32, c)))
            {
                groups += group;

                // 386 has a general register where the class for its own is taken, and the first eight of the others.
                words.Add(is64 ? text : text.Replace("X31", "X7").Replace("X15", "X7").Replace("Y31", "Y7").Replace("Y15", "Y7"));
            }
        }

        // An 8-bit place takes wide registers too, which says nothing.
        if (groups.IndexOf('b') >= 0)
        {
            words.Remove("a general register");
            words.Remove("AX, BX, CX or DX");
        }

        var list = words.Count == 0 ? "nothing that can be written" : words[0];
        for (var i = 1; i < words.Count; i++)
        {
            list += (i == words.Count - 1 ? " or " : ", ") + words[i];
        }

        return list;
    }

    /// <summary>What an operand is, after "takes no".</summary>
    public static string Kind(in OperandRecord operand, X86OperandClass @class, bool is64) => operand.Form switch
    {
        OperandForm.Immediate => "constant",
        OperandForm.Float => "floating-point constant",
        OperandForm.String => "string",
        OperandForm.RegisterList => "such register list",
        OperandForm.Label or OperandForm.PcRelative => "label",
        OperandForm.Memory or OperandForm.Symbol when operand.Prefix == AsmOperandPrefix.Address => "address",
        OperandForm.Memory or OperandForm.Symbol when @class is >= X86OperandClass.Yxvm and not X86OperandClass.Yk0 => "memory with such an index",
        OperandForm.Symbol when operand.Pseudo == AsmPseudoRegister.SB && operand.Prefix == AsmOperandPrefix.None && operand.Index == 0 => "symbol",
        OperandForm.Memory or OperandForm.Symbol => "memory",
        OperandForm.Register => Register(@class, is64),
        _ => "such operand",
    };

    private static string Register(X86OperandClass @class, bool is64) => @class switch
    {
        X86OperandClass.Yxxx => is64 ? "such register" : "register that 386 does not have",
        X86OperandClass.Yal or X86OperandClass.Ycl or X86OperandClass.Yrb => "8-bit register",
        X86OperandClass.Yax or X86OperandClass.Ycx or X86OperandClass.Yrx or X86OperandClass.Yrl or X86OperandClass.Yrl32 => "general register",
        X86OperandClass.Yf0 or X86OperandClass.Yrf => "F register like this",
        X86OperandClass.Ymr => "M register",
        X86OperandClass.Yxr0 or X86OperandClass.Yxr => "X register",
        X86OperandClass.YxrEvex => "X16 to X31",
        X86OperandClass.Yyr => "Y register",
        X86OperandClass.YyrEvex => "Y16 to Y31",
        X86OperandClass.Yzr => "Z register",
        X86OperandClass.Yk0 => "K0",
        X86OperandClass.Yknot0 => "K register",
        X86OperandClass.Ytls => "TLS",
        >= X86OperandClass.Ycs and <= X86OperandClass.Ygs => "segment register like this",
        _ => "system register like this",
    };

    private static char GroupOf(X86OperandClass @class)
    {
        foreach (var kind in Kinds)
        {
            if (kind.Class == @class)
            {
                return kind.Group;
            }
        }

        return @class is >= X86OperandClass.Ycs and <= X86OperandClass.Ygs ? 's'
            : @class is >= X86OperandClass.Ycr0 and <= X86OperandClass.Ycr8 ? 'c'
            : @class is >= X86OperandClass.Ydr0 and <= X86OperandClass.Ydr7 ? 'd'
            : '\0';
    }
}
