using System;
using System.Collections.Generic;
using System.Globalization;

namespace GoAbi.Asm;

/// <summary>
/// The tables of one architecture in one Go version, from the generated text of <see cref="ArchitectureTables"/>. Words are divided by blanks; registers are NAME:NUMBER:CLASS,
/// the class followed by the letters of its roles, prefixes NAME:FIRST:COUNT. "+23" says that the words behind it came with Go 1.23, "-21" that they went after 1.21, "+20-23" both;
/// ":Rule" begins the words of an operand rule.
/// </summary>
internal sealed class ArchitectureData
{
    private readonly int minor;

    public ArchitectureData(ArchitectureText text, int minor)
    {
        this.minor = minor;
        Registers = ReadRegisters(text.Registers);
        Prefixes = ReadPrefixes(text.Prefixes);
        Instructions = ReadInstructions(text);
        SpecialOperands = [.. Words(text.SpecialOperands)];
    }

    public Dictionary<string, AsmRegister> Registers { get; }

    public Dictionary<string, (int First, int Count)> Prefixes { get; }

    public Dictionary<string, InstructionFacts> Instructions { get; }

    public HashSet<string> SpecialOperands { get; }

    // The words that the version has.
    private IEnumerable<string> Words(string text)
    {
        var isKnown = true;
        foreach (var word in text.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word[0])
            {
                case '+':
                    var range = word.Substring(1).Split('-');
                    isKnown = minor >= Number(range[0]) && (range.Length == 1 || minor <= Number(range[1]));
                    break;
                case '-':
                    isKnown = minor <= Number(word.Substring(1));
                    break;
                case ':':
                    isKnown = true;
                    yield return word;
                    break;
                default:
                    if (isKnown)
                    {
                        yield return word;
                    }

                    break;
            }
        }
    }

    private Dictionary<string, AsmRegister> ReadRegisters(string text)
    {
        var registers = new Dictionary<string, AsmRegister>(StringComparer.Ordinal);
        foreach (var word in Words(text))
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

    private Dictionary<string, (int First, int Count)> ReadPrefixes(string text)
    {
        var prefixes = new Dictionary<string, (int First, int Count)>(StringComparer.Ordinal);
        foreach (var word in Words(text))
        {
            var parts = word.Split(':');
            prefixes.Add(parts[0], (Number(parts[1]), Number(parts[2])));
        }

        return prefixes;
    }

    private Dictionary<string, InstructionFacts> ReadInstructions(ArchitectureText text)
    {
        var instructions = new Dictionary<string, InstructionFacts>(StringComparer.Ordinal);
        var facts = new InstructionFacts(AsmInstructionKind.Other, IsJump: false, FallsThrough: true, OperandRule.None, HasUnaryDestination: false);
        foreach (var word in Words(text.Instructions))
        {
            instructions[word] = facts;
        }

        Update(instructions, text.Jumps, f => f with { Kind = AsmInstructionKind.ConditionalJump, IsJump = true });
        Update(instructions, text.Calls, f => f with { Kind = AsmInstructionKind.Call });
        Update(instructions, text.UnconditionalJumps, f => f with { Kind = AsmInstructionKind.Jump, FallsThrough = false });
        Update(instructions, text.Returns, f => f with { Kind = AsmInstructionKind.Return, FallsThrough = false });
        Update(instructions, text.Traps, f => f with { Kind = AsmInstructionKind.Trap });
        Update(instructions, text.SystemCalls, f => f with { Kind = AsmInstructionKind.SystemCall });
        Update(instructions, text.NotControlFlow, f => f with { Kind = AsmInstructionKind.Other });
        Update(instructions, text.NoFallThrough, f => f with { FallsThrough = false });
        Update(instructions, text.UnaryDestinations, f => f with { HasUnaryDestination = true });
        var rule = OperandRule.None;
        foreach (var word in Words(text.OperandRules))
        {
            if (word[0] == ':')
            {
                _ = Enum.TryParse(word.Substring(1), out rule);
            }
            else if (instructions.TryGetValue(word, out var known))
            {
                instructions[word] = known with { Rule = rule };
            }
        }

        return instructions;
    }

    private void Update(Dictionary<string, InstructionFacts> instructions, string words, Func<InstructionFacts, InstructionFacts> update)
    {
        foreach (var word in Words(words))
        {
            if (instructions.TryGetValue(word, out var facts))
            {
                instructions[word] = update(facts);
            }
        }
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
