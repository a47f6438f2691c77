using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace GoAbi.Oracle.Tests.Layout;

/// <summary>
/// What a function's listing (compile -S) says about places: the size of its arguments, where it keeps register arguments while the stack grows, and, of an ABI wrapper, what it moves between registers and the
/// outgoing arguments around its call.
/// </summary>
internal sealed partial class CompiledFunction
{
    private readonly List<(string Mnemonic, string[] Operands)> instructions = [];

    private CompiledFunction(string name, long argumentSize)
    {
        Name = name;
        ArgumentSize = argumentSize;
    }

    public string Name { get; }

    /// <summary>args=.</summary>
    public long ArgumentSize { get; }

    /// <summary>Whether it is an ABI wrapper.</summary>
    public bool IsWrapper { get; private set; }

    /// <summary>Whether it has the register ABI.</summary>
    public bool IsAbiInternal { get; private set; }

    /// <summary>Where each register goes before the call of runtime.morestack: bytes from SP.</summary>
    public Dictionary<string, long> Spills(string stackPointer)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        var call = instructions.FindLastIndex(static i => i.Operands.Any(static o => o.StartsWith("runtime.morestack", StringComparison.Ordinal)));
        for (var i = call - 1; i >= 0 && IsStoreOrMove(instructions[i]); i--)
        {
            var (mnemonic, operands) = instructions[i];
            if (StackOffset(operands[^1], stackPointer) is not { } offset)
            {
                continue;
            }

            // STP (R0, R1), 8(RSP) stores two words.
            var registers = operands[..^1].Select(static o => o.Trim('(', ')')).ToArray();
            for (var n = 0; n < registers.Length; n++)
            {
                found[FullName(registers[n])] = offset + (n * (mnemonic is "STPW" or "FSTPS" ? 4 : 8));
            }
        }

        return found;
    }

    /// <summary>Where a wrapper puts the values of registers before its call, and from where it fills them after it; only what is moved as a whole.</summary>
    public (Dictionary<string, long> Given, Dictionary<string, long> Taken) Moves(string stackPointer)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var given = new Dictionary<string, long>(StringComparer.Ordinal);
        var isBehindCall = false;
        foreach (var (mnemonic, operands) in instructions)
        {
            if (!isBehindCall && IsCall(mnemonic) && operands.Any(o => o.Contains("(SB)", StringComparison.Ordinal)))
            {
                foreach (var (place, value) in values)
                {
                    if (StackOffset(place, stackPointer) is { } offset && value.StartsWith("in:", StringComparison.Ordinal))
                    {
                        given.TryAdd(value[3..], offset);
                    }
                }

                values.Clear();
                isBehindCall = true;
                continue;
            }

            if (operands.Length < 2 || Resolve(operands[^1]) is not { } target)
            {
                continue;
            }

            values[target] = operands.Length == 2 && Move().IsMatch(mnemonic) ? ValueOf(operands[0]) : "";
        }

        var taken = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (place, value) in values)
        {
            if (!place.Contains('(', StringComparison.Ordinal) && value.StartsWith("out:", StringComparison.Ordinal))
            {
                taken[place] = long.Parse(value[4..], CultureInfo.InvariantCulture);
            }
        }

        return (given, taken);

        string ValueOf(string operand)
        {
            if (operand.StartsWith('$') && StackOffset(operand[1..], stackPointer) is not null)
            {
                return "at:" + operand[1..];
            }

            var place = Resolve(operand);
            if (place is null)
            {
                return "";
            }

            return values.TryGetValue(place, out var known) ? known
                : StackOffset(place, stackPointer) is { } offset ? isBehindCall ? "out:" + offset.ToString(CultureInfo.InvariantCulture) : ""
                : place.Contains('(', StringComparison.Ordinal) || isBehindCall ? ""
                : "in:" + place;
        }

        // (X5) after MOV $40(SP), X5.
        string? Resolve(string operand) => operand.StartsWith('$') ? null
            : operand.StartsWith('(') && values.TryGetValue(operand.Trim('(', ')'), out var address) && address.StartsWith("at:", StringComparison.Ordinal) ? address[3..]
            : operand.Contains('(', StringComparison.Ordinal) ? operand : FullName(operand);
    }

    /// <summary>All functions of a listing.</summary>
    public static IEnumerable<CompiledFunction> Read(string listing)
    {
        CompiledFunction? current = null;
        foreach (var line in listing.Split('\n'))
        {
            if (line.Length > 0 && line[0] != '\t')
            {
                if (current is not null)
                {
                    yield return current;
                }

                var header = Header().Match(line);
                current = header.Success
                    ? new CompiledFunction(header.Groups[1].Value.Replace("\"\".", "p.", StringComparison.Ordinal), long.Parse(header.Groups[2].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
                    : null;
            }
            else if (current is not null)
            {
                current.Add(line.Split('\t'));
            }
        }

        if (current is not null)
        {
            yield return current;
        }
    }

    private void Add(string[] columns)
    {
        if (columns.Length < 4 || columns[2] is "FUNCDATA" or "PCDATA")
        {
            return;
        }

        if (columns[2] == "TEXT")
        {
            IsWrapper = columns[3].Contains("ABIWRAPPER", StringComparison.Ordinal);
            IsAbiInternal = columns[3].Contains("ABIInternal", StringComparison.Ordinal);
        }

        instructions.Add((columns[2], columns[3].Split(", ")));
    }

    private static bool IsCall(string mnemonic) => mnemonic is "CALL" or "BL" or "JAL";

    private static bool IsStoreOrMove((string Mnemonic, string[] Operands) instruction) =>
        instruction.Operands.Length > 1 && (instruction.Mnemonic.Contains("MOV", StringComparison.Ordinal) || instruction.Mnemonic is "STP" or "STPW" or "FSTPD" or "FSTPS");

    private static long? StackOffset(string operand, string stackPointer) =>
        operand == "(" + stackPointer + ")" ? 0
        : operand.EndsWith("(" + stackPointer + ")", StringComparison.Ordinal) && long.TryParse(operand[..^(stackPointer.Length + 2)], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset) ? offset
        : null;

    // The low bytes of amd64's registers.
    private static string FullName(string register) => register switch
    {
        "AL" or "BL" or "CL" or "DL" => register[0] + "X",
        _ when register.EndsWith('B') && register.Length > 2 => register[..^1],
        _ => register,
    };

    [GeneratedRegex("^(\\S+) STEXT .*args=0x([0-9a-f]+) ")]
    private static partial Regex Header();

    // Not those that pair or convert.
    [GeneratedRegex("^F?MOV(W|V|D|F|S|SS|SD|Q|L|B|H|BU|HU|WU|BZ|HZ|WZ|BLZX|WLZX|BLSX|WLSX|BQZX|BQSX)?$")]
    private static partial Regex Move();
}
