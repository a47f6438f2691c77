using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace GoAbi.Oracle.Tests.AssemblyHeaders;

/// <summary>Go source with random constants and types, always the same for a seed: everything that a layout, an order or a value in go_asm.h depends on.</summary>
internal sealed class TypeGenerator(int seed)
{
    private const int MaxNesting = 3;

    private static readonly string[] Basic =
    [
        "bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "int", "uint", "uintptr", "float32", "float64", "complex64", "complex128", "string", "byte", "rune",
        "error", "any", "unsafe.Pointer", "struct{}", "[0]uint64", "[0]byte",
    ];

    private static readonly string[] Atomic =
    [
        "atomic.Int64", "atomic.Uint64", "atomic.Int32", "atomic.Bool", "atomic.Pointer[int]", "atomic.Value", "[2]atomic.Int64", "[0]atomic.Uint64",
    ];

    private static readonly string[] Constants =
    [
        "1", "-1", "0x7f", "1 << 70", "-1 << 63", "'x'", "'\\n'", "true", "!true", "1.0", "2.5", "1i", "real(1i)", "\"\"", "\"a\\\"b\\\\\"", "\"\\x00\\a\\b\\f\\n\\r\\t\\v\\x7f\"", "\"\\xff\\xfeé\"",
        "\"é\\u200b\\u2028\\ufeff\\U0001f600\\U000e0001\"", "`\\raw\"`", "\"a\" + \"b\"", "uint8(255)", "^uint8(1)", "int64(-5) / 2", "-5 % 3", "float64(3)", "float32(1) == 1", "len(\"é\")", "uintptr(1) << 3",
        "unsafe.Sizeof(uintptr(0))", "unsafe.Sizeof(T0{})", "unsafe.Alignof(T1{})", "1 << 3.0", "'a' + 1.0", "complex64(1)", "rune(65)", "byte('0')", "int(2.0)", "7 &^ 5", "len([5]int{})", "cap([...]int{9: 1})",
        "\"\\u00a0\\u00ad\\u0300\\ue000\\U00020000\"",
    ];

    private readonly Random random = new(seed);
    private readonly StringBuilder text = new();
    private int types;

    public string Generate(int count)
    {
        text.Append("package p\n\nimport (\n\t\"sync/atomic\"\n\t\"unsafe\"\n)\n\nvar _ unsafe.Pointer\n\n");
        text.Append("type G0[P any] struct {\n\ta P\n\tb int8\n\tc [2]P\n}\n\ntype G1[K comparable, V any] struct {\n\tkey K\n\tnext *G1[K, V]\n\tvalue V\n\tm map[K]*V\n}\n\nfunc (g *G1[K, V]) Later(v V) Last { return Last{} }\n\n");
        for (; types < count; types++)
        {
            Declare();
        }

        // Last is mentioned long before it is declared.
        text.Append("type Last struct {\n\tx int\n\ty *Last2\n}\n\ntype Last2 struct{ z any }\n");
        return text.ToString();
    }

    private void Declare()
    {
        var name = "T" + types.ToString(CultureInfo.InvariantCulture);
        switch (random.Next(10))
        {
            case 0 when types > 0:
                text.Append("type ").Append(name).Append(" = ").Append(Type(0)).Append("\n\n");
                break;
            case 1 when types > 0:
                text.Append("type ").Append(name).Append(' ').Append(Type(0)).Append("\n\n");
                break;
            default:
                text.Append("type ").Append(name).Append(" struct {\n").Append(Fields(0, "\t", "\n")).Append("}\n\n");
                if (random.Next(6) == 0)
                {
                    text.Append("func (").Append(random.Next(2) == 0 ? "*" : "").Append(name).Append(") Method(a ").Append(Mention()).Append(") (b, c ").Append(Mention()).Append(") { return }\n\n");
                }

                break;
        }

        // The alignment of a type is where it begins behind a byte.
        text.Append("type A").Append(name).Append(" struct {\n\ta int8\n\tb ").Append(name).Append("\n}\n\n");
        if (random.Next(3) == 0)
        {
            DeclareConstants("c" + types.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void DeclareConstants(string name)
    {
        switch (random.Next(3))
        {
            case 0:
                text.Append("const ").Append(name).Append(" = ").Append(Pick(Constants)).Append("\n\n");
                break;
            case 1:
                text.Append("const (\n\t").Append(name).Append("a, ").Append(name).Append("b = iota, ").Append(Pick(Constants)).Append("\n\t_, _\n\n\t").Append(name).Append("c, ").Append(name).Append("d\n)\n\n");
                break;
            default:
                text.Append("const (\n\t_ uint16 = 1 << (2 * iota)\n\t").Append(name).Append("x\n\t").Append(name).Append("y\n\t").Append(name).Append("z = float64(iota)\n\t").Append(name).Append("w\n)\n\n");
                break;
        }
    }

    private string Fields(int nesting, string indent, string end)
    {
        var fields = new StringBuilder();
        var embedded = new HashSet<string>(StringComparer.Ordinal);
        var count = random.Next(nesting == 0 ? 9 : 4);
        for (var i = 0; i < count; i++)
        {
            fields.Append(indent);
            switch (random.Next(12))
            {
                case 0:
                    fields.Append("_ ").Append(Type(nesting + 1));
                    break;
                case 1 when types > 0 && "T" + random.Next(types).ToString(CultureInfo.InvariantCulture) is var type && IsEmbeddable(type) && embedded.Add(type):
                    fields.Append(random.Next(3) == 0 ? "*" : "").Append(type);
                    break;
                case 2 when embedded.Add("Int64"):
                    fields.Append("atomic.Int64");
                    break;
                case 3 when embedded.Add("G0"):
                    fields.Append("G0[").Append(Type(nesting + 1)).Append(']');
                    break;
                case 4:
                    fields.Append('f').Append(i).Append(", g").Append(i).Append(' ').Append(Type(nesting + 1));
                    break;
                default:
                    fields.Append('f').Append(i).Append(' ').Append(Type(nesting + 1)).Append(random.Next(8) == 0 ? " `tag:\"x\"`" : "");
                    break;
            }

            fields.Append(end);
        }

        return fields.ToString();
    }

    // Not of types that may be pointers or interfaces below.
    private bool IsEmbeddable(string type) => text.ToString().Contains("\ntype " + type + " struct {", StringComparison.Ordinal);

    private string Type(int nesting)
    {
        var isDeep = nesting > MaxNesting;
        return random.Next(isDeep ? 4 : 16) switch
        {
            0 when types > 0 => "T" + random.Next(types).ToString(CultureInfo.InvariantCulture),
            1 => Pick(Atomic),
            2 when !isDeep => "G0[" + Type(nesting + 1) + "]",
            4 => "*" + Mention(),
            5 => "[]" + Mention(),
            // go1.19 fails on maps with elements aligned to 8 bytes where words have 4.
            6 => "map[string]*" + Mention(),
            7 => "func(" + Mention() + ") " + Mention(),
            8 => Pick(["chan ", "<-chan ", "chan<- "]) + "[4]" + Mention(),
            9 => "interface {\n\t\tm(" + Mention() + ")\n\t\tX()\n\t\tM() " + Mention() + "\n\t}",
            10 => "[" + Pick(["0", "1", "2", "3", "1 << 2", "len(\"abc\")", "2*1.5"]) + "]" + Type(nesting + 1),
            11 => "struct{ " + Fields(nesting + 1, "", "; ") + "}",
            12 => "G1[" + Pick(["int", "string", "[2]int8"]) + ", " + Mention() + "]",
            _ => Pick(Basic),
        };
    }

    // Where no size is needed, also what comes later or is not complete yet.
    private string Mention() => random.Next(4) switch
    {
        0 => "Last",
        1 => "*Last2",
        2 when types > 0 => "T" + random.Next(types).ToString(CultureInfo.InvariantCulture),
        _ => Pick(Basic),
    };

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
