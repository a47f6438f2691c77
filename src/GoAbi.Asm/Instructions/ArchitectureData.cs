using System;
using System.Collections.Generic;
using System.Globalization;

namespace GoAbi.Asm;

/// <summary>
/// One architecture's tables as text, words between blanks. A register is name:number:class-and-roles, where the class is
/// the first letter of its name (Y for System) and roles are g, s (stack pointer), l (link), f (frame pointer), c (context);
/// a prefix is name:first-number:count.
/// </summary>
internal sealed class ArchitectureData(
    string name,
    string registers,
    string prefixes,
    string jumps,
    string calls,
    string unconditionalJumps,
    string returns,
    string traps,
    string systemCalls,
    string noFallThrough,
    string notControlFlow,
    string specialOperands)
{
    public string Name { get; } = name;

    public Dictionary<string, AsmRegister> Registers { get; } = ReadRegisters(registers);

    public Dictionary<string, (int First, int Count)> Prefixes { get; } = ReadPrefixes(prefixes);

    public Dictionary<string, InstructionFlow> Flow { get; } =
        ReadFlow(jumps, calls, unconditionalJumps, returns, traps, systemCalls, noFallThrough, notControlFlow);

    public HashSet<string> SpecialOperands { get; } = new(Words(specialOperands), StringComparer.Ordinal);

    private static string[] Words(string text) => text.Split([' '], StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, AsmRegister> ReadRegisters(string text)
    {
        var words = Words(text);
        var registers = new Dictionary<string, AsmRegister>(words.Length, StringComparer.Ordinal);
        foreach (var word in words)
        {
            var parts = word.Split(':');
            var roles = AsmRegisterRoles.None;
            foreach (var letter in parts[2].Substring(1))
            {
                roles |= letter switch
                {
                    'g' => AsmRegisterRoles.Goroutine,
                    's' => AsmRegisterRoles.StackPointer,
                    'l' => AsmRegisterRoles.Link,
                    'f' => AsmRegisterRoles.FramePointer,
                    'c' => AsmRegisterRoles.Context,
                    _ => AsmRegisterRoles.None,
                };
            }

            var @class = parts[2][0] switch
            {
                'P' => AsmRegisterClass.Pseudo,
                'G' => AsmRegisterClass.General,
                'F' => AsmRegisterClass.Float,
                'V' => AsmRegisterClass.Vector,
                'M' => AsmRegisterClass.Mask,
                'S' => AsmRegisterClass.Segment,
                'Y' => AsmRegisterClass.System,
                _ => AsmRegisterClass.Other,
            };
            registers.Add(parts[0], new AsmRegister(parts[0], Number(parts[1]), @class, roles));
        }

        return registers;
    }

    private static Dictionary<string, (int First, int Count)> ReadPrefixes(string text)
    {
        var prefixes = new Dictionary<string, (int First, int Count)>(StringComparer.Ordinal);
        foreach (var word in Words(text))
        {
            var parts = word.Split(':');
            prefixes.Add(parts[0], (Number(parts[1]), Number(parts[2])));
        }

        return prefixes;
    }

    private static Dictionary<string, InstructionFlow> ReadFlow(
        string jumps, string calls, string unconditionalJumps, string returns, string traps, string systemCalls, string noFallThrough, string notControlFlow)
    {
        var flow = new Dictionary<string, InstructionFlow>(StringComparer.Ordinal);
        foreach (var word in Words(jumps))
        {
            flow[word] = new InstructionFlow(AsmInstructionKind.ConditionalJump, TakesLabel: true, FallsThrough: true);
        }

        SetKind(flow, calls, AsmInstructionKind.Call, fallsThrough: true);
        SetKind(flow, unconditionalJumps, AsmInstructionKind.Jump, fallsThrough: false);
        SetKind(flow, returns, AsmInstructionKind.Return, fallsThrough: false);
        SetKind(flow, traps, AsmInstructionKind.Trap, fallsThrough: true);
        SetKind(flow, systemCalls, AsmInstructionKind.SystemCall, fallsThrough: true);
        SetKind(flow, notControlFlow, AsmInstructionKind.Other, fallsThrough: true);
        foreach (var word in Words(noFallThrough))
        {
            flow[word] = flow[word] with { FallsThrough = false };
        }

        return flow;
    }

    private static void SetKind(Dictionary<string, InstructionFlow> flow, string words, AsmInstructionKind kind, bool fallsThrough)
    {
        foreach (var word in Words(words))
        {
            flow[word] = new InstructionFlow(kind, flow.TryGetValue(word, out var known) && known.TakesLabel, fallsThrough);
        }
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}

/// <summary>What an instruction's name says about the flow of control.</summary>
/// <param name="Kind">The kind, before suffixes and operands are looked at.</param>
/// <param name="TakesLabel">True where a bare name as operand is a label (the assembler's jump table).</param>
/// <param name="FallsThrough">True where the next instruction can follow.</param>
internal readonly record struct InstructionFlow(AsmInstructionKind Kind, bool TakesLabel, bool FallsThrough);
