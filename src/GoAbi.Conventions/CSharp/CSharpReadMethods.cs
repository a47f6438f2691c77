using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace GoAbi.Conventions;

/// <summary>A property of a record struct that reads itself.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where the value is.</param>
/// <param name="Shape">What it is; null for a block of memory.</param>
internal readonly record struct CSharpValue(string Name, AbiValue Place, CSharpShape? Shape)
{
    public string Type => Shape?.Type ?? "global::GoAbi.Runtime.GoBlock";

    public string PlaceText => Place.StackOffset is { } stack
        ? "stack+" + stack.ToString(CultureInfo.InvariantCulture)
        : string.Join(", ", Place.Registers.Select(static r => r.Register.Name));
}

/// <summary>
/// The methods of a record struct that read it: each register once, by its number in DWARF; of the stack as few runs of bytes as there can be, into memory of the method's own.
/// </summary>
internal sealed class CSharpReadMethods(AbiLayout layout, string blanks, string type, string registers, string memory)
{
    private const int MaxRun = 512;
    private const int MaxInlined = 16;
    private const string Runtime = "global::GoAbi.Runtime.";

    private readonly Dictionary<string, string> locals = new(StringComparer.Ordinal);
    private readonly bool isBigEndian = layout.Target.Goarch is "s390x" or "ppc64" or "mips" or "mips64";

    public void Write(StringBuilder text, List<CSharpValue> values, string what, string mark)
    {
        WriteEntry(text, what, "/// <returns>False where a register or memory can't be read.</returns>", "bool TryRead", ", out " + type + " value", "TryReadValues(in registers, in memory, out value, out _)");
        WriteEntry(
            text, what, "/// <exception cref=\"" + Runtime + "GoReadException\">A register or memory can't be read.</exception>", type + " Read", "",
            "TryReadValues(in registers, in memory, out var value, out var failure) ? value : throw new " + Runtime + "GoReadException(failure)");
        var body = new List<string> { "value = default;" };
        ReadRegisters(body, values);
        var stack = ReadStack(body, values);
        if (values.Count > 0)
        {
            body.Add("value = new " + type + "(");
            for (var i = 0; i < values.Count; i++)
            {
                body.Add("    " + Expression(values[i], stack) + (i == values.Count - 1 ? mark + ");" : ","));
            }
        }

        body.Add("failure = default;");
        body.Add("return true;");
        if (stack.Count == 0 && locals.Count <= MaxInlined)
        {
            Line(text, "", Inlining);
        }

        WriteHead(text, "private static bool TryReadValues", ", out " + type + " value, out " + Runtime + "GoReadFailure failure", "");
        Line(text, "", "{");
        Line(text, "    ", "unchecked");
        Line(text, "    ", "{");
        foreach (var line in body)
        {
            Line(text, "        ", line);
        }

        Line(text, "    ", "}");
        Line(text, "", "}");
    }

    private const string Inlining = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";

    private void Line(StringBuilder text, string indent, string line) => text.Append(blanks).Append(indent).Append(line).Append('\n');

    private void WriteEntry(StringBuilder text, string what, string remark, string signature, string more, string expression)
    {
        Line(text, "", "/// <summary>Reads " + what + ".</summary>");
        Line(text, "", "/// <typeparam name=\"" + registers + "\">The kind of register file.</typeparam>");
        Line(text, "", "/// <typeparam name=\"" + memory + "\">The kind of memory.</typeparam>");
        Line(text, "", "/// <param name=\"registers\">The thread's registers.</param>");
        Line(text, "", "/// <param name=\"memory\">The program's memory.</param>");
        if (more.Length > 0)
        {
            Line(text, "", "/// <param name=\"value\">What was read.</param>");
        }

        Line(text, "", remark);
        Line(text, "", Inlining);
        WriteHead(text, "public static " + signature, more, " =>");
        Line(text, "        ", expression + ";");
        text.Append('\n');
    }

    private void WriteHead(StringBuilder text, string signature, string more, string end)
    {
        Line(text, "", signature + "<" + registers + ", " + memory + ">(in " + registers + " registers, in " + memory + " memory" + more + ")");
        Line(text, "    ", "where " + registers + " : " + Runtime + "IRegisterFile");
        Line(text, "    ", "where " + memory + " : " + Runtime + "IMemoryReader" + end);
    }

    private void ReadRegisters(List<string> body, List<CSharpValue> values)
    {
        foreach (var value in values)
        {
            foreach (var part in value.Place.Registers)
            {
                ReadRegister(body, part.Register);
            }
        }
    }

    private string ReadRegister(List<string> body, GoRegister register)
    {
        if (!locals.TryGetValue(register.Name, out var local))
        {
            local = "r" + locals.Count.ToString(CultureInfo.InvariantCulture);
            locals.Add(register.Name, local);

            // wasm has no numbers; its one register is the stack pointer.
            var number = (register.DwarfNumber ?? 0).ToString(CultureInfo.InvariantCulture);
            body.Add("if (!registers.TryRead(" + number + " /* " + register.Name + " */, out var " + local + "))");
            body.Add("{");
            body.Add("    failure = " + Runtime + "GoReadFailure.OfRegister(" + CSharpNames.Literal(register.Name) + ");");
            body.Add("    return false;");
            body.Add("}");
        }

        return local;
    }

    // The runs of the stack that hold values, each read into an array of its own; the address of the argument base, where one is needed.
    private List<(long Begin, long End, string Local)> ReadStack(List<string> body, List<CSharpValue> values)
    {
        var runs = new List<(long Begin, long End, string Local)>();
        if (!values.Any(static v => v.Place.StackOffset is not null))
        {
            return runs;
        }

        var pointer = ReadRegister(body, layout.Registers.StackPointer);
        body.Add("var address = " + pointer + " + " + layout.Registers.EntryArgumentOffset.ToString(CultureInfo.InvariantCulture) + "UL;");
        foreach (var value in values.Where(static v => v.Shape is not null && v.Place.StackOffset is not null).OrderBy(static v => v.Place.StackOffset))
        {
            var (begin, end) = (value.Place.StackOffset!.Value, value.Place.StackOffset.Value + value.Place.Size);
            if (runs.Count > 0 && end - runs[runs.Count - 1].Begin <= MaxRun)
            {
                runs[runs.Count - 1] = runs[runs.Count - 1] with { End = end };
            }
            else
            {
                runs.Add((begin, end, "stack" + runs.Count.ToString(CultureInfo.InvariantCulture)));
            }
        }

        foreach (var (begin, end, local) in runs)
        {
            var size = (end - begin).ToString(CultureInfo.InvariantCulture);
            var at = "address + " + begin.ToString(CultureInfo.InvariantCulture) + "UL";
            body.Add("global::System.Span<byte> " + local + " = stackalloc byte[" + size + "];");
            body.Add("if (!memory.TryRead(" + at + ", " + local + "))");
            body.Add("{");
            body.Add("    failure = " + Runtime + "GoReadFailure.OfMemory(" + at + ", " + size + ");");
            body.Add("    return false;");
            body.Add("}");
        }

        return runs;
    }

    private string Expression(CSharpValue value, List<(long Begin, long End, string Local)> runs)
    {
        var pieces = new Queue<string>();
        if (value.Place.StackOffset is not { } stack)
        {
            foreach (var part in value.Place.Registers)
            {
                pieces.Enqueue(Convert(part.Part, InRegister(part)));
            }

            return value.Shape!.Make(pieces);
        }

        if (value.Shape is null)
        {
            return FormattableString.Invariant($"new {Runtime}GoBlock(address + {stack}UL, {value.Place.Size})");
        }

        var run = runs.First(r => stack >= r.Begin && stack + value.Place.Size <= r.End);
        foreach (var part in value.Place.Parts)
        {
            var read = FormattableString.Invariant($"{Runtime}GoWord.Read({run.Local}, {stack - run.Begin + part.Offset}, {part.Size}, {(isBigEndian ? "true" : "false")})");
            pieces.Enqueue(Convert(part, part.Kind == AbiPartKind.Float ? Float(part.Size, read) : read));
        }

        return value.Shape.Make(pieces);
    }

    private static string Float(long size, string bits) => Runtime + (size == 4 ? "GoWord.Float32(" : "GoWord.Float64(") + bits + ")";

    // Where a float32 is in a register of 64 bits: on s390x in the high half; on ppc64 it is kept as a float64 (Power ISA, lfs; z/Architecture, LE).
    private string InRegister(AbiRegisterPart part)
    {
        var local = locals[part.Register.Name];
        return part.Part.Kind != AbiPartKind.Float ? local
            : part.Part.Size == 8 ? Float(8, local)
            : layout.Target.Goarch switch
            {
                "s390x" => Float(4, local + " >> 32"),
                "ppc64" or "ppc64le" => "(float)" + Float(8, local),
                _ => Float(4, local),
            };
    }

    private static string Convert(AbiPart part, string read)
    {
        switch (part.Kind)
        {
            case AbiPartKind.Float:
                return read;
            case AbiPartKind.Boolean:
                return "(byte)" + read + " != 0";
            case AbiPartKind.Pointer:
                return part.Size == 4 ? "(uint)" + read : read;
            default:
                var type = (part.Kind == AbiPartKind.Signed, part.Size) switch
                {
                    (true, 1) => "sbyte",
                    (true, 2) => "short",
                    (true, 4) => "int",
                    (true, _) => "long",
                    (false, 1) => "byte",
                    (false, 2) => "ushort",
                    (false, 4) => "uint",
                    (false, _) => "",
                };
                return type.Length == 0 ? read : "(" + type + ")" + read;
        }
    }
}
