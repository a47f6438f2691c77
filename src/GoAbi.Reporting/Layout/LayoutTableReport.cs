using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using GoAbi.Conventions;

namespace GoAbi.Reporting;

/// <summary>Layouts of one signature for people, targets side by side: a line for each word, how assembly writes its place under ABI0, and its register.</summary>
public static class LayoutTableReport
{
    private static readonly string[] Abis = ["ABI0", "ABIInternal"];
    private static readonly string[] NoPlaces = ["", ""];

    /// <summary>Writes the table.</summary>
    /// <param name="subjects">The layouts, one a target.</param>
    /// <param name="output">Where to.</param>
    public static void Write(ImmutableArray<LayoutSubject> subjects, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (subjects.IsDefaultOrEmpty)
        {
            return;
        }

        var first = subjects[0];
        output.Write(first.Signature + "\n\n");
        var rows = new List<string[]>
        {
            (string[])["", "type", .. subjects.SelectMany(static s => new[] { s.Layout.Target.ToString(), "" })],
            (string[])["", "", .. subjects.SelectMany(static _ => Abis)],
        };
        AddValues(rows, "parameter", [.. subjects.Select(static s => s.Layout.Parameters)], subjects);
        AddValues(rows, "result", [.. subjects.Select(static s => s.Layout.Results)], subjects);
        WriteRows(rows, output);
        output.Write('\n');
        foreach (var subject in subjects)
        {
            WriteSizes(subject, output);
        }
    }

    /// <summary>The TEXT line with which assembly begins the function; null for methods and generic functions, which assembly can't define.</summary>
    public static string? TextLine(LayoutSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Layout.Parameters.Any(static p => p.Kind != AbiParameterKind.Ordinary)
            ? null
            : FormattableString.Invariant($"TEXT ·{(subject.Name.Length == 0 ? "name" : subject.Name)}(SB), NOSPLIT, $0-{subject.Layout.Abi0ArgumentSize}");
    }

    private static void AddValues(List<string[]> rows, string kind, ImmutableArray<ImmutableArray<AbiValue>> byTarget, ImmutableArray<LayoutSubject> subjects)
    {
        for (var i = 0; i < byTarget[0].Length; i++)
        {
            var value = byTarget[0][i];
            var label = (value.Kind switch
            {
                AbiParameterKind.Receiver => "receiver",
                AbiParameterKind.Dictionary => "dictionary",
                _ => kind,
            }) + (value.Name.Length == 0 ? "" : " " + value.Name);
            var parts = byTarget.Max(v => v[i].Parts.Length);
            var isOne = parts == 1 && value.Parts[0].Suffix.Length == 0;
            if (!isOne)
            {
                rows.Add([label, value.TypeName, .. byTarget.SelectMany(v => new[] { Abi0(v[i]), v[i].StackOffset is { } stack ? Stack(stack, v[i].Size) : "" })]);
            }

            for (var part = 0; part < parts; part++)
            {
                var shown = value.Parts.Length > part ? value.Parts[part] : default;
                rows.Add(
                [
                    isOne ? label : "  " + shown.Path,
                    isOne ? value.TypeName : shown.Type,
                    .. byTarget.SelectMany(v => part < v[i].Parts.Length ? new[] { Abi0(v[i], v[i].Parts[part]), Place(v[i], part) } : ["", ""]),
                ]);
            }

            if (!value.HasAllParts)
            {
                rows.Add(["  ...", "", .. subjects.SelectMany(static _ => NoPlaces)]);
            }
        }
    }

    private static string Abi0(AbiValue value, AbiPart part) => FormattableString.Invariant($"{value.AssemblyName}{part.Suffix}+{value.Abi0Offset + part.Offset}(FP)");

    private static string Abi0(AbiValue value) => FormattableString.Invariant($"{value.AssemblyName}+{value.Abi0Offset}(FP)");

    private static string Stack(long offset, long size) => size == 0 ? "no bytes" : FormattableString.Invariant($"stack+{offset}");

    private static string Place(AbiValue value, int part) => value.StackOffset is { } stack
        ? Stack(stack + value.Parts[part].Offset, value.Parts[part].Size)
        : value.Registers[part].Register.Name + (value.SpillOffset is { } spill ? FormattableString.Invariant($" (spill+{spill + value.Parts[part].Offset})") : "");

    private static void WriteRows(List<string[]> rows, TextWriter output)
    {
        var widths = new int[rows[0].Length];
        foreach (var row in rows.Skip(1))
        {
            for (var i = 0; i < row.Length; i++)
            {
                widths[i] = Math.Max(widths[i], row[i].Length);
            }
        }

        // A target's name stands over two columns.
        for (var i = 2; i < widths.Length; i += 2)
        {
            widths[i + 1] = Math.Max(widths[i + 1], rows[0][i].Length - widths[i] - 2);
        }

        foreach (var row in rows)
        {
            var line = new StringBuilder();
            var end = 0;
            for (var i = 0; i < row.Length; i++)
            {
                line.Append(' ', Math.Max(0, end - line.Length)).Append(row[i]);
                end += widths[i] + 2;
            }

            output.Write(line.ToString().TrimEnd() + "\n");
        }
    }

    private static void WriteSizes(LayoutSubject subject, TextWriter output)
    {
        var layout = subject.Layout;
        var registers = layout.Registers;
        output.Write(layout.Target + "\n");
        output.Write(FormattableString.Invariant($"  ABI0: {layout.Abi0ArgumentSize} bytes of arguments and results\n"));
        if (registers.HasRegisterArguments)
        {
            output.Write(FormattableString.Invariant($"  ABIInternal: {layout.StackArgumentSize} bytes on the stack, {layout.SpillAreaSize} bytes of spill area at +{layout.SpillAreaOffset}\n"));
        }
        else
        {
            output.Write("  ABIInternal: the same, there are no register arguments\n");
        }

        output.Write("  closure " + registers.ClosureContext + (registers.Goroutine is { } g ? ", g " + g : "")
            + string.Create(CultureInfo.InvariantCulture, $", argument base at entry {registers.EntryArgumentOffset}({registers.StackPointer})\n"));
        if (TextLine(subject) is { } text)
        {
            output.Write("  " + text + "\n");
        }
    }
}
