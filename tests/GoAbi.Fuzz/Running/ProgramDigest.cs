using System;
using System.Collections.Generic;
using GoAbi.Asm;

namespace GoAbi.Fuzz.Running;

/// <summary>Asks a program for all that it has, and makes numbers of it that are equal for equal programs.</summary>
public sealed class ProgramDigest
{
    private readonly List<int> parts = [];
    private ulong value = 14695981039346656037;

    /// <summary>The number of all parts together.</summary>
    public ulong Value => value;

    /// <summary>The first part that differs.</summary>
    public int FirstDifference(ProgramDigest other)
    {
        var at = 0;
        while (at < parts.Count && at < other.parts.Count && parts[at] == other.parts[at])
        {
            at++;
        }

        return at;
    }

    /// <summary>Adds a text.</summary>
    public void Add(string text)
    {
        foreach (var c in text)
        {
            value = (value ^ c) * 1099511628211;
        }

        parts.Add((int)value);
    }

    /// <summary>Adds all of a program.</summary>
    public PropertyFailure? Add(AsmProgram program)
    {
        var labels = 0;
        foreach (var statement in program.Statements)
        {
            Add(statement.ToString());
            Add(statement.Origin);
            labels += statement.Labels.Length;
            foreach (var label in statement.Labels)
            {
                Add(label.Name);
                Add(label.Origin);
            }

            foreach (var operand in statement.Operands)
            {
                Add(operand.GetType().Name);
                Add(operand.Text);
                Add(operand.Origin);
                Add(Describe(operand));
            }
        }

        foreach (var function in program.Functions)
        {
            Add(function.Text.Symbol.Text);
            foreach (var statement in function.Body)
            {
                foreach (var label in statement.Labels)
                {
                    if (!function.TryGetLabel(label.Name, out var index) || index < -1 || index >= function.Body.Length)
                    {
                        return new PropertyFailure("a label is not found", label.Name);
                    }
                }
            }
        }

        foreach (var symbol in program.SymbolAbis())
        {
            Add(symbol.ToString());
        }

        return labels > program.Tokens.Length ? new PropertyFailure("more labels than tokens", "") : null;
    }

    private static string Describe(AsmOperand operand) => operand switch
    {
        ImmediateOperand immediate => FormattableString.Invariant($"{immediate.Value}"),
        FloatOperand number => FormattableString.Invariant($"{number.Value:R}"),
        StringOperand text => FormattableString.Invariant($"{text.Bytes.Length}"),
        MemoryOperand memory => FormattableString.Invariant($"{memory.Prefix} {memory.Offset} {memory.Base} {memory.Index} {memory.Scale} {memory.IndexExtension} {memory.IndexShift}"),
        SymbolOperand symbol => FormattableString.Invariant($"{symbol.Prefix} {symbol.Symbol} {symbol.Symbol.Resolve("p")} {symbol.Offset} {symbol.Base} {symbol.Index} {symbol.Scale}"),
        RegisterOperand register => FormattableString.Invariant($"{register.Prefix} {register.Register}"),
        RegisterListOperand list => FormattableString.Invariant($"{list.Registers.Length} {list.Arrangement}"),
        LabelOperand label => FormattableString.Invariant($"{label.Name} {label.Offset}"),
        PcRelativeOperand relative => FormattableString.Invariant($"{relative.Count}"),
        FrameOperand frame => FormattableString.Invariant($"{frame.FrameSize} {frame.ArgumentSize}"),
        _ => operand.ToString() ?? "",
    };

    private void Add(AsmOrigin origin)
    {
        Add(origin.Location.ToString());
        Add(origin.Spelling.ToString());
        Add(origin.LineDirective?.File ?? "");
        foreach (var frame in origin.Expansion)
        {
            Add(frame.Name);
        }
    }
}
