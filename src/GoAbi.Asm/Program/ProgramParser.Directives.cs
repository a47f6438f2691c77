using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>TEXT, DATA, GLOBL, PCDATA and FUNCDATA: cmd/asm/internal/asm, asmText and the like, with their messages.</summary>
internal sealed partial class ProgramParser
{
    private TextDirective Text()
    {
        var ranges = splitter.Operands;
        var operands = ImmutableArray.CreateBuilder<AsmOperand>(ranges.Count);
        var symbol = Symbol("TEXT", operands, offsetAllowed: false);
        if (ranges.Count is not (2 or 3))
        {
            errors.Report(splitter.Word, 1, "expect two or three operands for TEXT");
        }

        var flags = 0L;
        if (ranges.Count > 2)
        {
            operands.Add(Flags("TEXT", ranges[1], out flags));
        }

        FrameOperand? frame = null;
        if (ranges.Count > 1)
        {
            operands.Add(Frame(ranges[ranges.Count > 2 ? 2 : 1], symbol?.Symbol.Name ?? "", out frame));
        }

        for (var i = 3; i < ranges.Count; i++)
        {
            operands.Add(operandParser.Parse(ranges[i], takesLabel: false));
        }

        if (symbol?.Symbol.AbiSelector == AbiSelectors.Internal && operandParser.AllowsSelectors && (flags & AsmTextFlags.NoSplit) == 0)
        {
            errors.Report(splitter.Word, 1, "TEXT \"" + symbol.Symbol.Name + "\": ABIInternal requires NOSPLIT");
        }

        return new TextDirective(Parts(operands.ToImmutable()), symbol?.Symbol ?? NoSymbol(), flags, frame?.FrameSize ?? 0, frame?.ArgumentSize);
    }

    private DataDirective Data()
    {
        var ranges = splitter.Operands;
        if (ranges.Count != 2)
        {
            errors.Report(splitter.Word, 1, "expect two operands for DATA");
        }

        var operands = ImmutableArray.CreateBuilder<AsmOperand>(ranges.Count);
        var width = 0L;
        SymbolOperand? symbol = null;
        if (ranges.Count > 0)
        {
            var (start, end) = (ranges[0].Start, ranges[0].End);
            if (end - start >= 3 && stream.Tokens[end - 2].Kind == AsmTokenKind.Slash && stream.Tokens[end - 1].Kind == AsmTokenKind.Integer)
            {
                var token = stream.Tokens[end - 1];
                if (!GoLiterals.TryParseDecimal(stream.Sources[token.Source].Text.Slice(token.Token.Span), out width))
                {
                    errors.Report(end - 1, 1, "bad size for DATA argument: \"" + stream.GetText(token) + "\"");
                }

                ranges[0] = new TokenRange(start, end - 2);
            }
            else
            {
                errors.Report(start, end - start, "expect /size for DATA argument");
            }

            symbol = Symbol("DATA", operands, offsetAllowed: true);
        }

        for (var i = 1; i < ranges.Count; i++)
        {
            operands.Add(operandParser.Parse(ranges[i], takesLabel: false));
        }

        if (operands.Count == 2 && operands[1] is not (ImmediateOperand or FloatOperand or StringOperand
            or SymbolOperand { Prefix: AsmOperandPrefix.Address } or MemoryOperand { Prefix: AsmOperandPrefix.Address } or UnknownOperand))
        {
            errors.Report(ranges[1].Start, ranges[1].Length, "DATA value must be an immediate constant or address");
        }

        return new DataDirective(
            Parts(operands.ToImmutable(), takesLabels: false), symbol?.Symbol ?? NoSymbol(), symbol?.Offset ?? 0, width > int.MaxValue ? 0 : (int)width);
    }

    private GloblDirective Globl()
    {
        var ranges = splitter.Operands;
        var operands = ImmutableArray.CreateBuilder<AsmOperand>(ranges.Count);
        var symbol = Symbol("GLOBL", operands, offsetAllowed: false);
        if (ranges.Count is not (2 or 3))
        {
            errors.Report(splitter.Word, 1, "expect two or three operands for GLOBL");
        }

        var flags = 0L;
        if (ranges.Count > 2)
        {
            operands.Add(Flags("GLOBL", ranges[1], out flags));
        }

        var size = 0L;
        for (var i = ranges.Count > 2 ? 2 : 1; i < ranges.Count; i++)
        {
            var operand = operandParser.Parse(ranges[i], takesLabel: false);
            operands.Add(operand);
            if (operand is ImmediateOperand immediate)
            {
                size = immediate.Value;
            }
            else
            {
                errors.Report(ranges[i].Start, ranges[i].Length, "GLOBL: expected immediate constant; found " + operand.Text);
            }
        }

        return new GloblDirective(Parts(operands.ToImmutable(), takesLabels: false), symbol?.Symbol ?? NoSymbol(), flags, size);
    }

    private PcdataDirective Pcdata()
    {
        var operands = Operands(takesLabel: false);
        CheckCount(operands, "PCDATA");
        CheckImmediate(operands, 0, "PCDATA");
        CheckImmediate(operands, 1, "PCDATA");
        return new PcdataDirective(Parts(operands));
    }

    private FuncdataDirective Funcdata()
    {
        var operands = Operands(takesLabel: false);
        CheckCount(operands, "FUNCDATA");
        CheckImmediate(operands, 0, "FUNCDATA");
        if (operands.Length == 2 && operands[1] is not SymbolOperand { Base: AsmPseudoRegister.SB })
        {
            errors.Report(splitter.Operands[1].Start, splitter.Operands[1].Length, "FUNCDATA symbol \"" + NameOf(operands[1]) + "\" must be a symbol(SB)");
        }

        return new FuncdataDirective(Parts(operands));
    }

    private void CheckCount(ImmutableArray<AsmOperand> operands, string word)
    {
        if (operands.Length != 2)
        {
            errors.Report(splitter.Word, 1, "expect two operands for " + word);
        }
    }

    private void CheckImmediate(ImmutableArray<AsmOperand> operands, int index, string word)
    {
        if (index < operands.Length && operands[index] is not ImmediateOperand)
        {
            errors.Report(splitter.Operands[index].Start, splitter.Operands[index].Length, word + ": expected immediate constant; found " + operands[index].Text);
        }
    }

    private static string NameOf(AsmOperand operand) => operand is SymbolOperand symbol ? symbol.Symbol.Name : "";

    // The first operand of TEXT, DATA and GLOBL.
    private SymbolOperand? Symbol(string word, ImmutableArray<AsmOperand>.Builder operands, bool offsetAllowed)
    {
        if (splitter.Operands.Count == 0)
        {
            return null;
        }

        var range = splitter.Operands[0];
        var operand = operandParser.Parse(range, takesLabel: false);
        operands.Add(operand);
        if (operand is not SymbolOperand { Base: AsmPseudoRegister.SB, Index: null } symbol)
        {
            errors.Report(range.Start, range.Length, word + " symbol \"" + NameOf(operand) + "\" must be a symbol(SB)");
            return operand as SymbolOperand;
        }

        if (!offsetAllowed && symbol.Offset != 0)
        {
            errors.Report(range.Start, range.Length, word + " symbol \"" + symbol.Symbol.Name + "\" must not be offset from SB");
        }

        return symbol;
    }

    private AsmSymbolReference NoSymbol() => new("", new AsmOrigin(stream, splitter.Word, 1), isStatic: false, abiSelector: null);

    // A constant without '$'. Names that are still there mean that textflag.h was not included: wrong, but it is clear what is meant.
    private AsmOperand Flags(string word, TokenRange range, out long flags)
    {
        flags = 0;
        for (var i = range.Start; i < range.End; i++)
        {
            if (stream.Tokens[i].Kind == AsmTokenKind.Identifier && AsmTextFlags.TryGetValue(stream.GetText(stream.Tokens[i]), out var value))
            {
                errors.Report(i, 1, "illegal or missing addressing mode for symbol " + stream.GetText(stream.Tokens[i]));
                flags |= value;
            }
        }

        var origin = new AsmOrigin(stream, range.Start, range.Length);
        if (flags != 0)
        {
            return new ImmediateOperand(origin, flags);
        }

        var operand = operandParser.Parse(range, takesLabel: false);
        if (operand is MemoryOperand { IsAbsolute: true, Prefix: AsmOperandPrefix.None } constant)
        {
            flags = constant.Offset;
            return new ImmediateOperand(origin, flags);
        }

        errors.Report(range.Start, range.Length, word + ": expected integer constant; found " + operand.Text);
        return operand;
    }

    // '$', an optional '-', an integer, and perhaps '-' and another: no expression.
    private AsmOperand Frame(TokenRange range, string name, out FrameOperand? frame)
    {
        frame = null;
        var origin = new AsmOrigin(stream, range.Start, range.Length);
        var at = range.Start;
        var isImmediate = Is(range, at++, AsmTokenKind.Dollar);
        var isNegative = Is(range, at, AsmTokenKind.Minus);
        at += isNegative ? 1 : 0;
        if (!isImmediate || !Is(range, at, AsmTokenKind.Integer))
        {
            errors.Report(range.Start, range.Length, "TEXT " + name + ": frame size must be an immediate constant");
            return new UnknownOperand(origin);
        }

        var size = Size(at++);
        int? arguments = null;
        if (at < range.End)
        {
            if (range.End - at != 2 || !Is(range, at, AsmTokenKind.Minus) || !Is(range, at + 1, AsmTokenKind.Integer))
            {
                errors.Report(at, range.End - at, "TEXT " + name + ": argument size must be of form -integer");
                return new UnknownOperand(origin);
            }

            // Stored in 32 bits: 0x80000000 is ArgsSizeUnknown.
            arguments = unchecked((int)Size(at + 1));
            arguments = arguments == int.MinValue ? null : arguments;
        }

        frame = new FrameOperand(origin, unchecked((int)(isNegative ? -size : size)), arguments);
        return frame;
    }

    private bool Is(TokenRange range, int index, AsmTokenKind kind) => index < range.End && stream.Tokens[index].Kind == kind;

    private long Size(int index)
    {
        var token = stream.Tokens[index];
        var value = GoLiterals.ParseUnsigned(stream.Sources[token.Source].Text.Slice(token.Token.Span), out var error);
        if (error is not null || value > long.MaxValue)
        {
            errors.Report(index, 1, "strconv.ParseInt: parsing \"" + stream.GetText(token) + "\": " + (error ?? GoLiterals.OutOfRange));
            return 0;
        }

        return (long)value;
    }
}
