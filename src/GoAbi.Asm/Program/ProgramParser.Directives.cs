using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>TEXT, DATA, GLOBL, PCDATA, FUNCDATA and PCALIGN: cmd/asm/internal/asm, asmText and the like.</summary>
internal sealed partial class ProgramParser
{
    private const long MaxDataOffset = 1L << 30;

    // Where each symbol's last DATA ends.
    private readonly System.Collections.Generic.Dictionary<int, long> dataEnds = [];

    private void Text(ref StatementRecord statement)
    {
        statement.Form = StatementForm.Text;
        var ranges = splitter.Operands;
        if (ranges.Count is not (2 or 3))
        {
            Wrong(splitter.Word, 1, "TEXT is written TEXT name(SB), flags, $frame-arguments");
        }

        var symbol = Symbol("TEXT", offsetAllowed: false);
        var flags = 0L;
        if (ranges.Count > 2)
        {
            flags = Flags("TEXT", ranges[1]);
        }

        if (ranges.Count > 1)
        {
            Frame(ranges[ranges.Count > 2 ? 2 : 1]);
        }

        for (var i = 3; i < ranges.Count; i++)
        {
            operandParser.Parse(ranges[i], wasJump, out operands.Add());
        }

        if (symbol is { Form: OperandForm.Symbol, Extra: not 0 } && operandParser.AllowsSelectors && (flags & AsmTextFlags.NoSplit) == 0
            && records.Names.GetText(symbol.Extra) == AbiSelectors.Internal)
        {
            Wrong(splitter.Word, 1, "a function of ABIInternal must have the flag NOSPLIT");
        }
    }

    private void Data(ref StatementRecord statement)
    {
        statement.Form = StatementForm.Data;
        var ranges = splitter.Operands;
        if (ranges.Count != 2)
        {
            Wrong(splitter.Word, 1, "DATA is written DATA name+offset(SB)/width, value");
        }

        var width = -1L;
        OperandRecord symbol = default;
        if (ranges.Count > 0)
        {
            width = Width(ranges[0], out var end);
            ranges[0] = new TokenRange(ranges[0].Start, end);
            symbol = Symbol("DATA", offsetAllowed: true);
        }

        for (var i = 1; i < ranges.Count; i++)
        {
            operandParser.Parse(ranges[i], wasJump, out operands.Add());
        }

        if (ranges.Count == 2 && !errors.HasReported)
        {
            CheckData(symbol, operands.Items[operands.Count - 1], width, ranges[0].End + 1);
        }

        statement.Width = width is < 0 or > int.MaxValue ? 0 : (int)width;
    }

    // The number behind the first operand's last '/'; -1 where it is a name that only the real go_asm.h has.
    private long Width(TokenRange range, out int end)
    {
        end = range.End;
        if (range.Length < 3 || stream.Lexed[end - 2].Kind != AsmTokenKind.Slash
            || !(stream.Lexed[end - 1].Kind == AsmTokenKind.Integer || (operandParser.AllowsUnresolvedNames && stream.Lexed[end - 1].Kind == AsmTokenKind.Identifier)))
        {
            Wrong(range.Start, range.Length, "the width is missing: name+offset(SB)/width");
            return -1;
        }

        end -= 2;
        var token = stream.Tokens[end + 1];
        if (token.Kind == AsmTokenKind.Identifier)
        {
            return -1;
        }

        if (!GoLiterals.TryParseDecimal(stream.Sources[token.Source].Text.Slice(token.Token.Span), out var width))
        {
            Wrong(end + 1, 1, "the width is a decimal number");
        }

        return width;
    }

    private void CheckData(in OperandRecord symbol, in OperandRecord value, long width, int widthAt)
    {
        var isGood = value.Form switch
        {
            OperandForm.Immediate => width is 1 or 2 or 4 or 8,
            OperandForm.Float => width is 4 or 8,
            OperandForm.String => true,
            OperandForm.Symbol or OperandForm.Memory when value.Prefix == AsmOperandPrefix.Address => width == architecture.PointerSize,
            _ => false,
        };
        if (!isGood && value.Form is not (OperandForm.Immediate or OperandForm.Float) && value.Prefix != AsmOperandPrefix.Address)
        {
            Wrong(value.FirstToken, value.TokenCount, "the value is a number, a string or an address, with '$'");
            return;
        }

        if (symbol.HasUnresolvedName || value.HasUnresolvedName || width < 0)
        {
            return;
        }

        if (dataEnds.TryGetValue(symbol.NameId, out var last) && symbol.Value < last)
        {
            Wrong(symbol.FirstToken, symbol.TokenCount, "this overlaps the symbol's data before it; DATA must come in order");
            return;
        }

        dataEnds[symbol.NameId] = unchecked(symbol.Value + width);
        if (!isGood)
        {
            Wrong(widthAt, 1, value.Form switch
            {
                OperandForm.Immediate => "an integer has a width of 1, 2, 4 or 8",
                OperandForm.Float => "a floating-point number has a width of 4 or 8",
                _ => "an address has a width of " + (architecture.PointerSize == 4 ? "4" : "8"),
            });
        }
        else if (symbol.Value is < 0 or >= MaxDataOffset)
        {
            errors.Report(symbol.FirstToken, symbol.TokenCount, "data can't lie there; the assembler crashes here", DiagnosticIds.AssemblerCrash);
        }
        else if (value.Form == OperandForm.String && records.Strings[value.Extra].Length > width)
        {
            Wrong(widthAt, 1, "the string is longer than the width");
        }
    }

    private void Globl(ref StatementRecord statement)
    {
        statement.Form = StatementForm.Globl;
        var ranges = splitter.Operands;
        if (ranges.Count is not (2 or 3))
        {
            Wrong(splitter.Word, 1, "GLOBL is written GLOBL name(SB), flags, $size");
        }

        Symbol("GLOBL", offsetAllowed: false);
        if (ranges.Count > 2)
        {
            Flags("GLOBL", ranges[1]);
        }

        for (var i = ranges.Count > 2 ? 2 : 1; i < ranges.Count; i++)
        {
            ref var operand = ref operands.Add();
            operandParser.Parse(ranges[i], wasJump, out operand);
            if (operand.Form != OperandForm.Immediate)
            {
                Wrong(ranges[i].Start, ranges[i].Length, "the size of GLOBL is a number with '$'");
            }
        }
    }

    private void Pcdata(ref StatementRecord statement)
    {
        statement.Form = StatementForm.Pcdata;
        if (splitter.Operands.Count != 2)
        {
            Wrong(splitter.Word, 1, "PCDATA is written PCDATA $table, $value");
        }

        ParseOperands(wasJump);
        CheckImmediate(statement, 0, "PCDATA");
        CheckImmediate(statement, 1, "PCDATA");
    }

    private void Pcalign()
    {
        if (splitter.Operands.Count != 1)
        {
            Wrong(splitter.Word, 1, "PCALIGN is written PCALIGN $alignment");
        }

        var first = operands.Count;
        ParseOperands(wasJump);
        if (splitter.Operands.Count == 1 && operands.Items[first].Form != OperandForm.Immediate)
        {
            Wrong(splitter.Operands[0].Start, splitter.Operands[0].Length, "PCALIGN takes a number with '$'");
        }
        else if (architecture.Family == ArchitectureFamily.Wasm)
        {
            errors.Report(splitter.Word, 1, "wasm has no PCALIGN; the assembler crashes here", DiagnosticIds.AssemblerCrash);
        }
    }

    private void Funcdata(ref StatementRecord statement)
    {
        statement.Form = StatementForm.Funcdata;
        if (splitter.Operands.Count != 2)
        {
            Wrong(splitter.Word, 1, "FUNCDATA is written FUNCDATA $table, name(SB)");
        }

        ParseOperands(wasJump);
        CheckImmediate(statement, 0, "FUNCDATA");
        if (splitter.Operands.Count == 2 && operands.Items[statement.FirstOperand + 1] is var symbol)
        {
            var range = splitter.Operands[1];
            if (!IsStaticBase(symbol))
            {
                Wrong(range.Start, range.Length, "FUNCDATA's second operand is written name(SB)");
            }
            else if (symbol.Value != 0 && !symbol.HasUnresolvedName)
            {
                errors.Report(range.Start, range.Length, "FUNCDATA takes no offset; the assembler crashes here", DiagnosticIds.AssemblerCrash);
            }
        }
    }

    // cmd/asm/internal/asm.(*Parser).validSymbol: a '$' or '*' passes it.
    private static bool IsStaticBase(in OperandRecord operand) =>
        operand is { Form: OperandForm.Symbol, Pseudo: AsmPseudoRegister.SB, Index: 0, Register: 0 };

    private void Wrong(int token, int count, string message) => errors.Report(token, count, message, DiagnosticIds.DirectiveOperand);

    private void CheckImmediate(in StatementRecord statement, int index, string word)
    {
        if (index < splitter.Operands.Count && operands.Items[statement.FirstOperand + index].Form != OperandForm.Immediate)
        {
            Wrong(splitter.Operands[index].Start, splitter.Operands[index].Length, word + " takes a number with '$' here");
        }
    }

    // The first operand of TEXT, DATA and GLOBL.
    private OperandRecord Symbol(string word, bool offsetAllowed)
    {
        if (splitter.Operands.Count == 0)
        {
            return default;
        }

        var range = splitter.Operands[0];
        ref var operand = ref operands.Add();
        operandParser.Parse(range, wasJump, out operand);
        if (!IsStaticBase(operand))
        {
            Wrong(range.Start, range.Length, word + "'s symbol is written name(SB)");
        }
        else if (!offsetAllowed && operand.Value != 0)
        {
            Wrong(range.Start, range.Length, word + "'s symbol takes no offset");
        }

        return operand;
    }

    // A constant without '$', kept as an immediate. Names that are still there mean that textflag.h was not included: wrong, but it is clear what is meant.
    private long Flags(string word, TokenRange range)
    {
        var flags = 0L;
        ref var operand = ref operands.Add();
        operandParser.Parse(range, wasJump, out operand);
        if (!OperandRules.IsConstant(operand))
        {
            Wrong(range.Start, range.Length, "the flags of " + word + " are a number without '$'");
        }
        else
        {
            flags = operand.Value;
        }

        for (var i = range.Start; i < range.End; i++)
        {
            if (stream.Lexed[i].Kind == AsmTokenKind.Identifier && AsmTextFlags.TryGetValue(stream.GetText(stream.Tokens[i]), out var value))
            {
                flags |= value;
            }
        }

        operand = new OperandRecord
        {
            Form = operand.Form == OperandForm.Unknown && flags == 0 ? OperandForm.Unknown : OperandForm.Immediate,
            Flags = operand.Flags & OperandFlags.HasUnresolvedName,
            FirstToken = range.Start,
            TokenCount = range.Length,
            Value = flags,
        };
        return flags;
    }

    // '$', an optional '-', an integer, and perhaps '-' and another: no expression.
    private void Frame(TokenRange range)
    {
        ref var operand = ref operands.Add();
        operand = new OperandRecord { FirstToken = range.Start, TokenCount = range.Length };
        var at = range.Start;
        var isImmediate = Is(range, at++, AsmTokenKind.Dollar);
        var isNegative = Is(range, at, AsmTokenKind.Minus);
        at += isNegative ? 1 : 0;
        if (!isImmediate || !IsSize(range, at))
        {
            Wrong(range.Start, range.Length, "the frame is written $size or $size-arguments, numbers alone");
            return;
        }

        var size = Size(ref operand, at++);
        var arguments = int.MinValue; // ArgsSizeUnknown
        if (at < range.End)
        {
            if (range.End - at != 2 || !Is(range, at, AsmTokenKind.Minus) || !IsSize(range, at + 1))
            {
                Wrong(at, range.End - at, "the size of the arguments is written -number");
                return;
            }

            // Stored in 32 bits: 0x80000000 is ArgsSizeUnknown.
            arguments = unchecked((int)Size(ref operand, at + 1));
        }

        operand.Form = OperandForm.Frame;
        operand.Value = unchecked((int)(isNegative ? -size : size));
        if (operand.Value < 0 && architecture.Family == ArchitectureFamily.Wasm)
        {
            errors.Report(range.Start, range.Length, "wasm takes no negative frame; the assembler crashes here", DiagnosticIds.AssemblerCrash);
        }

        operand.Extra = arguments;
    }

    private bool Is(TokenRange range, int index, AsmTokenKind kind) => index < range.End && stream.Lexed[index].Kind == kind;

    private bool IsSize(TokenRange range, int index) =>
        Is(range, index, AsmTokenKind.Integer) || (operandParser.AllowsUnresolvedNames && Is(range, index, AsmTokenKind.Identifier));

    private long Size(ref OperandRecord operand, int index)
    {
        var token = stream.Tokens[index];
        if (token.Kind == AsmTokenKind.Identifier)
        {
            operand.Flags |= OperandFlags.HasUnresolvedName;
            return 0;
        }

        var value = GoLiterals.ParseUnsigned(stream.Sources[token.Source].Text.Slice(token.Token.Span), out var error);
        if (error is not null || value > long.MaxValue)
        {
            Wrong(index, 1, "the size " + stream.GetText(token) + " can't be read or is too large");
            return 0;
        }

        return (long)value;
    }
}
