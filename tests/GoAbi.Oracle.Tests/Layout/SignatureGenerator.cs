using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace GoAbi.Oracle.Tests.Layout;

/// <summary>
/// Go functions with random signatures, always the same for a seed. Each signature is there three times: with a body in which every parameter is alive after a call (f), without a body (a), and,
/// for some, as a method (m).
/// </summary>
internal sealed class SignatureGenerator(int seed)
{
    private const int MaxNesting = 3;

    private static readonly string[] Basic =
    [
        "bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "int", "uint", "uintptr", "float32", "float64", "float32", "float64", "complex64", "complex128", "string", "error",
        "any", "unsafe.Pointer", "[]byte", "*int", "func(int) string", "map[string]int", "chan int", "[]T0", "interface{ M(int) string }",
    ];

    private static readonly string[] WithoutSize = ["struct{}", "[0]int64", "[0]int16", "[1]struct{}", "[2]struct{}", "[0]string"];

    private readonly Random random = new(seed);
    private readonly StringBuilder text = new("package p\n\nimport \"unsafe\"\n\nvar _ unsafe.Pointer\n\nvar hook func()\n\ntype T0 struct {\n\ta int\n\tb float32\n}\n\n");
    private int types = 1;

    public string Generate(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Function(i.ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>
    /// A part of a program that calls functions f0, f1 and so on with random signatures, once each: package main, with functions prepareAll and callAll. Values of arguments and results are in variables, which the
    /// program fills and prints before.
    /// </summary>
    public string GenerateCalls(int count)
    {
        text.Replace("package p\n", "package main\n").Replace("var hook func()\n\n", "");
        var prepare = new StringBuilder("func prepareAll() {\n");
        var calls = new StringBuilder("func callAll() {\n");
        for (var i = 0; i < count; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            AddType();
            var (parameters, names) = Parameters("p", random.Next(6) == 0 ? random.Next(14) : random.Next(7));
            var (results, resultNames) = Parameters("q", 1 + random.Next(random.Next(5) == 0 ? 9 : 4));
            var arguments = Variables(parameters, names, "a" + number + "_", "P", i, prepare);
            var values = Variables(results, resultNames, "r" + number + "_", "R", i, prepare);
            text.Append("//go:noinline\nfunc f").Append(number).Append('(').Append(parameters).Append(") (").Append(results).Append(") {\n\thits++\n\treturn ").AppendJoin(", ", values).Append("\n}\n\n");
            calls.Append("\tf").Append(number).Append('(').AppendJoin(", ", arguments).Append(")\n");
        }

        return text.Append(prepare).Append("}\n\n").Append(calls).Append("}\n").ToString();
    }

    private List<string> Variables(string declared, List<string> names, string prefix, string kind, int function, StringBuilder prepare)
    {
        var variables = new List<string>();
        var list = declared;
        foreach (var name in names)
        {
            var variable = prefix + name[1..];
            variables.Add(variable);
            var end = variables.Count < names.Count ? list.IndexOf(", " + names[variables.Count] + " ", StringComparison.Ordinal) : list.Length;
            text.Append("var ").Append(variable).Append(list.AsSpan(name.Length, end - name.Length)).Append("\n\n");
            list = list[Math.Min(list.Length, end + 2)..];
            prepare.Append(CultureInfo.InvariantCulture, $"\tprepare(\"{kind}\", {function}, {variables.Count - 1}, &{variable})\n");
        }

        return variables;
    }

    private void AddType()
    {
        if (random.Next(3) == 0)
        {
            text.Append("type T").Append(types).Append(' ').Append(random.Next(4) == 0 ? Type(0) : Structure(0)).Append("\n\n");
            types++;
        }
    }

    private void Function(string number)
    {
        AddType();
        var (parameters, names) = Parameters("p", random.Next(6) == 0 ? random.Next(14) : random.Next(7));
        var (results, _) = Parameters("q", random.Next(random.Next(5) == 0 ? 9 : 4));
        var use = "{\n\thook()\n\tuse" + number + "(" + string.Join(", ", names) + ")\n\treturn\n}\n\n";
        text.Append("var use").Append(number).Append(" func(").Append(parameters).Append(")\n\n");
        text.Append("func f").Append(number).Append('(').Append(parameters).Append(") (").Append(results).Append(") ").Append(use);
        text.Append("func a").Append(number).Append('(').Append(parameters).Append(") (").Append(results).Append(")\n\n");
        if (random.Next(4) == 0)
        {
            // Of a type that is a struct in any case: not a pointer, not an interface.
            var pointer = random.Next(2) == 0 ? "*" : "";
            text.Append("var self").Append(number).Append(" func(").Append(pointer).Append('M').Append(number).Append(")\n\n");
            text.Append("type M").Append(number).Append(' ').Append(Structure(1)).Append("\n\nfunc (r ").Append(pointer).Append('M').Append(number).Append(") m").Append(number).Append('(').Append(parameters).Append(") (")
                .Append(results).Append(") ").Append(use.Insert(2, "\tself" + number + "(r)\n"));
        }
    }

    private (string Text, List<string> Names) Parameters(string prefix, int count)
    {
        var list = new List<string>();
        var names = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var name = prefix + i.ToString(CultureInfo.InvariantCulture);
            names.Add(name);
            list.Add(name + " " + Type(0));
        }

        return (string.Join(", ", list), names);
    }

    private string Structure(int nesting)
    {
        var fields = new List<string>();
        var count = random.Next(nesting == 0 ? 6 : 4);
        for (var i = 0; i < count; i++)
        {
            fields.Add((random.Next(12) == 0 ? "_" : "F" + i.ToString(CultureInfo.InvariantCulture)) + " " + Type(nesting + 1));
        }

        return "struct{ " + string.Join("; ", fields) + " }";
    }

    private string Type(int nesting) => random.Next(nesting > MaxNesting ? 8 : 14) switch
    {
        0 when nesting > 0 || random.Next(3) == 0 => Pick(WithoutSize),
        8 => Structure(nesting + 1),
        9 => "[" + Pick(["1", "1", "1", "0", "2", "3", "5"]) + "]" + Type(nesting + 1),
        10 or 11 => "T" + random.Next(types).ToString(CultureInfo.InvariantCulture),
        _ => Pick(Basic),
    };

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
