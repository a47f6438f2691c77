using System;
using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// Says what is wrong with operands that no form takes: which one is, by comparison with the forms that are nearest, and what could stand in its place. Runs only where something is refused.
/// </summary>
internal readonly struct X86Explanation(X86Registers registers, X86Forms forms, X86Operands operandClasses, X86Mnemonic mnemonic, EncoderErrors errors)
{
    private string Name => mnemonic.Name;

    /// <summary>No form fits.</summary>
    public void Mismatch(in StatementRecord statement, ReadOnlySpan<OperandRecord> operands, ReadOnlySpan<X86OperandClass> classes, X86Suffixes suffixes)
    {
        var candidates = forms.Of(mnemonic);
        if (candidates.Length == 0)
        {
            errors.Report(statement, Name + " is a name without an encoding: the assembler takes no operands for it");
            return;
        }

        // An operand of no class is wrong whatever the instruction.
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] == X86OperandClass.Yxxx && operandClasses.Classify(operands[i]).Problems is var problems and not (X86Problems.None or X86Problems.NotEncodable))
            {
                Problem(operands[i], problems);
                return;
            }
        }

        var usable = new List<X86Form>();
        var counts = new SortedSet<int>();
        foreach (ref readonly var form in candidates)
        {
            if (form.IsLegalIn(registers.Is64) && (suffixes == X86Suffixes.None || form.Encoding == X86Encoding.Evex))
            {
                counts.Add(form.Count);
                if (form.Count == classes.Length)
                {
                    usable.Add(form);
                }
            }
        }

        if (counts.Count == 0)
        {
            if (suffixes != X86Suffixes.None)
            {
                errors.Report(statement, Name + " takes no suffix", DiagnosticIds.InstructionSuffix);
            }
            else
            {
                ReportMode(statement);
            }
        }
        else if (usable.Count == 0)
        {
            errors.Report(statement, Name + " takes " + Counts(counts) + "; here " + (classes.Length == 1 ? "is 1" : "are " + classes.Length), DiagnosticIds.OperandCount);
        }
        else
        {
            Nearest(statement, operands, classes, usable, suffixes);
        }
    }

    /// <summary>A form fits that the mode does not have.</summary>
    public void WrongMode(in StatementRecord statement, ReadOnlySpan<OperandRecord> operands, ReadOnlySpan<X86OperandClass> classes, ReadOnlySpan<X86Form> candidates)
    {
        var usable = new List<X86Form>();
        foreach (ref readonly var form in candidates)
        {
            if (form.IsLegalIn(registers.Is64) && form.Count == classes.Length && !forms.Matches(form, classes))
            {
                usable.Add(form);
            }
        }

        if (usable.Count == 0)
        {
            ReportMode(statement);
        }
        else
        {
            Nearest(statement, operands, classes, usable, X86Suffixes.None);
        }
    }

    /// <summary>An operand that fits a form and can't be encoded all the same.</summary>
    public void Problem(in OperandRecord operand, X86Problems problems)
    {
        if ((problems & X86Problems.SymbolIndex) != 0)
        {
            errors.Report(operand, "amd64 addresses symbols by the program counter, with no register: load the address with LEAQ first");
        }
        else if ((problems & X86Problems.Index) != 0)
        {
            errors.Report(operand, "the register can't be an index here: it can be a general register other than SP" + (registers.Is64 ? "" : ", AX to DI"));
        }
        else if ((problems & X86Problems.Base) != 0)
        {
            errors.Report(operand, "the register can't be the base of an address here: it can be a general register" + (registers.Is64 ? "" : ", AX to DI"));
        }
        else if ((problems & X86Problems.Indirect) != 0)
        {
            errors.Report(operand, "'*' goes with a symbol alone: *f(SB), without an offset");
        }
        else if ((problems & X86Problems.Scale) != 0)
        {
            errors.Report(operand, "the index has no scale: it has to be written, *1, *2, *4 or *8");
        }
        else if ((problems & X86Problems.NotEncodable) != 0)
        {
            errors.Report(operand, Name + " takes no such constant");
        }
        else if ((problems & X86Problems.NeedsRex) != 0)
        {
            errors.Report(operand, "386 has no registers 8 to 15 here");
        }
        else
        {
            errors.Report(operand, "the offset does not fit in 32 bits", DiagnosticIds.OperandRange);
        }
    }

    private static string Counts(SortedSet<int> counts)
    {
        var text = "";
        var left = counts.Count;
        foreach (var count in counts)
        {
            text += (text.Length == 0 ? "" : left == 1 ? " or " : ", ") + (count == 0 ? "no" : count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            left--;
        }

        return text + (counts.Max == 1 ? " operand" : " operands");
    }

    private void ReportMode(in StatementRecord statement) =>
        errors.Report(statement, registers.Is64 ? Name + " is an instruction of 32-bit code only" : Name + " is an instruction of amd64: 386 has none like it");

    private void Nearest(in StatementRecord statement, ReadOnlySpan<OperandRecord> operands, ReadOnlySpan<X86OperandClass> classes, List<X86Form> usable, X86Suffixes suffixes)
    {
        // The fewest operands that differ; then the operand whose kind is right and whose value or number is not; then the last.
        var fewest = int.MaxValue;
        foreach (var form in usable)
        {
            fewest = Math.Min(fewest, Differences(form, classes, out _));
        }

        var wrong = -1;
        var isNear = false;
        foreach (var form in usable)
        {
            if (Differences(form, classes, out var first) == fewest && first >= 0)
            {
                var near = X86OperandNames.AreAlike(forms, classes[first], form[first]);

                // Who writes a system register means it.
                var isLikely = wrong < 0 || (X86OperandNames.IsSystem(classes[wrong]) ? first != wrong : first > wrong && !X86OperandNames.IsSystem(classes[first]));
                if ((near && !isNear) || (near == isNear && isLikely))
                {
                    wrong = first;
                    isNear = near;
                }
            }
        }

        if (wrong < 0)
        {
            // Only a suffix can be what is in the way.
            errors.Report(statement, Name + " takes no suffix with these operands", DiagnosticIds.InstructionSuffix);
            return;
        }

        var accepted = new List<X86OperandClass>();
        foreach (var form in usable)
        {
            if (Differences(form, classes, out var first) == fewest && first == wrong && !accepted.Contains(form[wrong]))
            {
                accepted.Add(form[wrong]);
            }
        }

        var can = X86OperandNames.Describe(forms, accepted, registers.Is64, out var isImmediateOnly);
        var place = operands.Length == 1 ? "" : " as operand " + (wrong + 1);
        var with = suffixes == X86Suffixes.None ? "" : " with this suffix";
        if (X86OperandNames.IsConstant(classes[wrong]) && (isNear || isImmediateOnly))
        {
            errors.Report(operands[wrong], "the constant does not fit: " + Name + " takes " + can + place + with, DiagnosticIds.OperandRange);
            return;
        }

        errors.Report(operands[wrong], Name + " takes no " + X86OperandNames.Kind(operands[wrong], classes[wrong], registers.Is64) + place + with + ": it can be " + can);
    }

    private int Differences(in X86Form form, ReadOnlySpan<X86OperandClass> classes, out int first)
    {
        var differences = 0;
        first = -1;
        for (var i = classes.Length - 1; i >= 0; i--)
        {
            if (!forms.Covers(classes[i], form[i]))
            {
                differences++;
                first = i;
            }
        }

        return differences;
    }
}
