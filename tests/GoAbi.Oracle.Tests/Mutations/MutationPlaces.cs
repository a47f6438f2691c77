using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using GoAbi.Analysis;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.Mutations;

/// <summary>
/// The places of an assembly file that a mutation can change. Whether a change means something is decided by the text alone: an offset, name or width of an argument always does, in functions that Go
/// declares; a smaller frame does where something reaches into what was cut off.
/// </summary>
internal sealed partial class MutationPlaces(AsmProgram program, GoTargetRequest target, string package, IReadOnlyDictionary<string, FunctionSymbol> declared)
{
    private static readonly Dictionary<string, string> Widths = new(StringComparer.Ordinal)
    {
        ["MOVQ"] = "MOVL", ["MOVL"] = "MOVQ", ["MOVB"] = "MOVW", ["MOVW"] = "MOVB", ["MOVD"] = "MOVW", ["MOVV"] = "MOVW", ["MOV"] = "MOVW", ["MOVBU"] = "MOVHU", ["MOVBZ"] = "MOVHZ", ["MOVWZ"] = "MOVD",
        ["MOVWU"] = "MOVHU", ["MOVSD"] = "MOVSS", ["MOVSS"] = "MOVSD", ["FMOVD"] = "FMOVS", ["FMOVS"] = "FMOVD", ["LEAQ"] = "",
    };

    private readonly List<Mutation> found = [];
    private readonly AsmArchitecture architecture = AsmArchitecture.Find(program.Target.Goarch, program.Target.Toolchain)!;

    public List<Mutation> Find()
    {
        foreach (var function in program.Functions)
        {
            var text = function.Text;
            var isDeclared = declared.ContainsKey(Name(text.Symbol)) && text.Symbol.AbiSelector is null;
            if (text.IsFromMacro || text.Origin.IsFromInclude || text.Origin.Location.File.Path != program.File.Path)
            {
                continue;
            }

            if (isDeclared)
            {
                AddSizes(function);
            }

            AddFrame(function);
            var written = ResultWrites(function);
            for (var i = 0; i < function.Body.Length; i++)
            {
                if (function.Body[i] is Instruction { Origin: { IsFromMacro: false, IsFromInclude: false } } instruction)
                {
                    AddStack(function, instruction);
                    AddOutgoing(function, i, instruction);
                    if (isDeclared)
                    {
                        AddArguments(instruction);
                        if (written.TryGetValue(i, out var isOnly) && isOnly)
                        {
                            Delete("result", instruction);
                        }
                    }
                }
            }
        }

        return found;
    }

    private string Name(AsmSymbolReference symbol) => symbol.Resolve(package);

    private void AddSizes(AsmFunction function)
    {
        if (function.Text is { ArgumentSize: > 0 and var size, Operands: [.., FrameOperand frame] } && TextOf(frame) is { } text && Regex.Match(text, "-([0-9]+)$") is { Success: true } match)
        {
            Add("argsize", frame.Origin, text[..match.Index] + "-" + (size + 8).ToString(CultureInfo.InvariantCulture));
        }
    }

    // Locals that lie in the highest 16 bytes are above the frame then.
    private void AddFrame(AsmFunction function)
    {
        if (function.Text is not { FrameSize: >= 16 and var size, Operands: [.., FrameOperand frame] } || TextOf(frame) is not { } text || !Regex.IsMatch(text, @"^\$[0-9]+(-[0-9]+)?$"))
        {
            return;
        }

        var reaches = function.Body.OfType<Instruction>().SelectMany(static i => i.Operands).Any(operand => operand switch
        {
            MemoryOperand { Base.IsStackPointer: true, Index: null, Prefix: AsmOperandPrefix.None, Offset: var offset } => offset >= size - 8 && offset < size,
            SymbolOperand { Base: AsmPseudoRegister.SP, Prefix: AsmOperandPrefix.None, Offset: var offset } => -offset > size - 16 && -offset <= size,
            _ => false,
        });
        if (reaches && !MovesStack(function, byConstants: true))
        {
            Add("frame", frame.Origin, "$" + (size - 16).ToString(CultureInfo.InvariantCulture) + text[(text.IndexOf('-', StringComparison.Ordinal) is >= 0 and var at ? at : text.Length)..]);
        }
    }

    // Where the stack pointer is set to something else, as where stacks are switched, what lies at n(SP) can't be told from the text.
    private static bool MovesStack(AsmFunction function, bool byConstants)
    {
        var returns = false;
        foreach (var instruction in function.Body.OfType<Instruction>())
        {
            var effects = instruction.Effects;
            returns |= instruction.Kind == AsmInstructionKind.Return;
            if (effects.Has(AsmEffectFlags.WritesStackPointer) && (byConstants || effects.StackChange is null))
            {
                return true;
            }
        }

        return !returns;
    }

    private void AddArguments(Instruction instruction)
    {
        foreach (var operand in instruction.Operands)
        {
            if (operand is not SymbolOperand { Base: AsmPseudoRegister.FP, Index: null } argument || TextOf(operand) is not { } text || argument.Symbol.Name is "argframe" or "")
            {
                continue;
            }

            if (Offset().Match(text) is { Success: true } match)
            {
                var offset = long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
                Add("offset", operand.Origin, text[..match.Groups[1].Index] + (offset + 4).ToString(CultureInfo.InvariantCulture) + "(FP)");
                Add("name", operand.Origin, text[..match.Index] + "q" + text[match.Index..]);
            }

            if (argument.Prefix == AsmOperandPrefix.None && instruction.Suffixes.IsEmpty && instruction.Operands.Length == 2
                && Widths.TryGetValue(instruction.Mnemonic, out var other) && other.Length > 0 && architecture.IsMnemonic(other))
            {
                Add("width", instruction.Origin, other);
            }
        }
    }

    private void AddStack(AsmFunction function, Instruction instruction)
    {
        if (MovesStack(function, byConstants: false))
        {
            return;
        }

        if (instruction.Mnemonic is "PUSHQ" or "POPQ" or "PUSHL" or "POPL" or "PUSHFQ" or "POPFQ")
        {
            Delete("push", instruction);
        }
        else if (instruction.Operands is [ImmediateOperand { Value: > 0 and < 4096 } by, .., RegisterOperand { Register.IsStackPointer: true }] && instruction.Mnemonic is "SUBQ" or "ADDQ" or "SUB" or "ADD" or "SUBL" or "ADDL")
        {
            Add("stack", by.Origin, "$" + (by.Value + 16).ToString(CultureInfo.InvariantCulture));
        }

        foreach (var operand in instruction.Operands)
        {
            if (operand is MemoryOperand { Base.IsStackPointer: true, Index: null, Prefix: AsmOperandPrefix.None, Offset: >= 0 and var offset } && function.Text.FrameSize > 0 && !MovesStack(function, byConstants: true)
                && instruction.Mnemonic.StartsWith("MOV", StringComparison.Ordinal) && TextOf(operand) is { } text && Regex.Match(text, @"^([0-9]*)\((\w+)\)$") is { Success: true } match)
            {
                Add("local", operand.Origin, (offset + function.Text.FrameSize).ToString(CultureInfo.InvariantCulture) + "(" + match.Groups[2].Value + ")");
            }
        }
    }

    // An argument of the next call, of a function that Go declares.
    private void AddOutgoing(AsmFunction function, int index, Instruction instruction)
    {
        if (instruction.Operands is not [.., MemoryOperand { Base.IsStackPointer: true, Index: null, Prefix: AsmOperandPrefix.None, Offset: >= 0 and var offset } destination]
            || !instruction.Mnemonic.StartsWith("MOV", StringComparison.Ordinal) || instruction.Operands.Length != 2 || MovesStack(function, byConstants: true) || TextOf(destination) is not { } text
            || Regex.Match(text, @"^[0-9]*\((\w+)\)$") is not { Success: true } match)
        {
            return;
        }

        for (var i = index + 1; i < function.Body.Length && function.Body[i].Labels.IsEmpty; i++)
        {
            if (function.Body[i] is Instruction { Kind: AsmInstructionKind.Call } call)
            {
                if (call.Target is SymbolOperand { Base: AsmPseudoRegister.SB, Symbol: { IsStatic: false, AbiSelector: null } symbol } && declared.TryGetValue(Name(symbol), out var callee)
                    && (callee.ArgumentSize is > 0 || callee.Language == SourceLanguage.Go))
                {
                    Add("outgoing", destination.Origin, (offset + 4).ToString(CultureInfo.InvariantCulture) + "(" + match.Groups[1].Value + ")");
                }

                return;
            }
        }
    }

    // The statements that write a result, and whether each is the only one that names it.
    private static Dictionary<int, bool> ResultWrites(AsmFunction function)
    {
        var writes = new Dictionary<int, string>();
        var mentions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < function.Body.Length; i++)
        {
            for (var o = 0; o < function.Body[i].Operands.Length; o++)
            {
                if (function.Body[i].Operands[o] is SymbolOperand { Base: AsmPseudoRegister.FP } argument && argument.Symbol.Name.StartsWith("ret", StringComparison.Ordinal))
                {
                    mentions[argument.Symbol.Name] = mentions.GetValueOrDefault(argument.Symbol.Name) + 1;
                    if (o == function.Body[i].Operands.Length - 1 && argument.Prefix == AsmOperandPrefix.None && function.Body[i].Mnemonic.StartsWith("MOV", StringComparison.Ordinal))
                    {
                        writes[i] = argument.Symbol.Name;
                    }
                }
            }
        }

        return writes.ToDictionary(static w => w.Key, w => mentions[w.Value] == 1);
    }

    // Its mnemonic becomes NOP, which every architecture has, and the operands go; labels and lines stay.
    private void Delete(string kind, Instruction instruction)
    {
        var file = instruction.Origin.Spelling.File;
        var start = instruction.Origin.Spelling.Span.Start;
        var end = instruction.Operands.IsEmpty ? instruction.Origin.Spelling.Span.End : instruction.Operands.Max(static o => o.Origin.Spelling.Span.End);
        if (file?.Path == program.File.Path && end > start && !file.Text.Text[start..end].Contains('\n', StringComparison.Ordinal))
        {
            Add(kind, new TextSpan(start, end - start), "NOP");
        }
    }

    private string? TextOf(AsmOperand operand) =>
        operand.Origin is { IsFromMacro: false, IsFromInclude: false, Spelling.File: { } file } && file.Path == program.File.Path ? file.Text.ToString(operand.Origin.Spelling.Span) : null;

    private void Add(string kind, AsmOrigin origin, string newText) => Add(kind, origin.Spelling.Span, newText);

    private void Add(string kind, TextSpan span, string newText)
    {
        var text = program.File.Text;
        var line = text.GetLinePosition(span.Start).Line;
        found.Add(new Mutation(kind, target, package, program.File.Path, span, newText, line + 1) { Before = text.ToString(text.LineSpan(line)).Trim() });
    }

    [GeneratedRegex(@"\+([0-9]+)\(FP\)$")]
    private static partial Regex Offset();
}
