namespace GoAbi.Asm;

/// <summary>TEXT, DATA, GLOBL, PCDATA and FUNCDATA: cmd/asm/internal/asm, asmText and the like, with their messages.</summary>
internal sealed partial class ProgramParser
{
    private void Text(ref StatementRecord statement)
    {
        statement.Form = StatementForm.Text;
        var ranges = splitter.Operands;
        var symbol = Symbol("TEXT", offsetAllowed: false);
        if (ranges.Count is not (2 or 3))
        {
            errors.Report(splitter.Word, 1, "expect two or three operands for TEXT");
        }

        var flags = 0L;
        if (ranges.Count > 2)
        {
            flags = Flags("TEXT", ranges[1]);
        }

        if (ranges.Count > 1)
        {
            Frame(ranges[ranges.Count > 2 ? 2 : 1], symbol.NameId);
        }

        for (var i = 3; i < ranges.Count; i++)
        {
            operandParser.Parse(ranges[i], takesLabel: false, out operands.Add());
        }

        if (symbol is { Form: OperandForm.Symbol, Extra: not 0 } && operandParser.AllowsSelectors && (flags & AsmTextFlags.NoSplit) == 0
            && records.Names.GetText(symbol.Extra) == AbiSelectors.Internal)
        {
            errors.Report(splitter.Word, 1, "TEXT \"" + records.Names.GetText(symbol.NameId) + "\": ABIInternal requires NOSPLIT");
        }
    }

    private void Data(ref StatementRecord statement)
    {
        statement.Form = StatementForm.Data;
        var ranges = splitter.Operands;
        if (ranges.Count != 2)
        {
            errors.Report(splitter.Word, 1, "expect two operands for DATA");
        }

        var width = 0L;
        if (ranges.Count > 0)
        {
            var (start, end) = (ranges[0].Start, ranges[0].End);
            if (end - start >= 3 && stream.Lexed[end - 2].Kind == AsmTokenKind.Slash && stream.Lexed[end - 1].Kind == AsmTokenKind.Integer)
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

            Symbol("DATA", offsetAllowed: true);
        }

        for (var i = 1; i < ranges.Count; i++)
        {
            operandParser.Parse(ranges[i], takesLabel: false, out operands.Add());
        }

        if (ranges.Count == 2 && !IsDataValue(operands.Items[operands.Count - 1]))
        {
            errors.Report(ranges[1].Start, ranges[1].Length, "DATA value must be an immediate constant or address");
        }

        statement.Width = width > int.MaxValue ? 0 : (int)width;
    }

    // What has no form was reported already.
    private static bool IsDataValue(in OperandRecord value) => value.Form switch
    {
        OperandForm.Immediate or OperandForm.Float or OperandForm.String or OperandForm.Unknown => true,
        OperandForm.Symbol or OperandForm.Memory => value.Prefix == AsmOperandPrefix.Address,
        _ => false,
    };

    private void Globl(ref StatementRecord statement)
    {
        statement.Form = StatementForm.Globl;
        var ranges = splitter.Operands;
        Symbol("GLOBL", offsetAllowed: false);
        if (ranges.Count is not (2 or 3))
        {
            errors.Report(splitter.Word, 1, "expect two or three operands for GLOBL");
        }

        if (ranges.Count > 2)
        {
            Flags("GLOBL", ranges[1]);
        }

        for (var i = ranges.Count > 2 ? 2 : 1; i < ranges.Count; i++)
        {
            ref var operand = ref operands.Add();
            operandParser.Parse(ranges[i], takesLabel: false, out operand);
            if (operand.Form != OperandForm.Immediate)
            {
                errors.Report(ranges[i].Start, ranges[i].Length, "GLOBL: expected immediate constant; found " + TextOf(ranges[i]));
            }
        }
    }

    private void Pcdata(ref StatementRecord statement)
    {
        statement.Form = StatementForm.Pcdata;
        ParseOperands(takesLabel: false);
        CheckCount("PCDATA");
        CheckImmediate(statement, 0, "PCDATA");
        CheckImmediate(statement, 1, "PCDATA");
    }

    private void Funcdata(ref StatementRecord statement)
    {
        statement.Form = StatementForm.Funcdata;
        ParseOperands(takesLabel: false);
        CheckCount("FUNCDATA");
        CheckImmediate(statement, 0, "FUNCDATA");
        if (splitter.Operands.Count == 2 && operands.Items[statement.FirstOperand + 1] is var value
            && (value.Form != OperandForm.Symbol || value.Pseudo != AsmPseudoRegister.SB))
        {
            errors.Report(splitter.Operands[1].Start, splitter.Operands[1].Length, "FUNCDATA symbol \"" + NameOf(value) + "\" must be a symbol(SB)");
        }
    }

    private void CheckCount(string word)
    {
        if (splitter.Operands.Count != 2)
        {
            errors.Report(splitter.Word, 1, "expect two operands for " + word);
        }
    }

    private void CheckImmediate(in StatementRecord statement, int index, string word)
    {
        if (index < splitter.Operands.Count && operands.Items[statement.FirstOperand + index].Form != OperandForm.Immediate)
        {
            errors.Report(splitter.Operands[index].Start, splitter.Operands[index].Length, word + ": expected immediate constant; found " + TextOf(splitter.Operands[index]));
        }
    }

    private string NameOf(in OperandRecord operand) => operand.Form == OperandForm.Symbol ? records.Names.GetText(operand.NameId) : "";

    private string TextOf(TokenRange range) => stream.GetText(range.Start, range.Length);

    // The first operand of TEXT, DATA and GLOBL.
    private OperandRecord Symbol(string word, bool offsetAllowed)
    {
        if (splitter.Operands.Count == 0)
        {
            return default;
        }

        var range = splitter.Operands[0];
        ref var operand = ref operands.Add();
        operandParser.Parse(range, takesLabel: false, out operand);
        if (operand.Form != OperandForm.Symbol || operand.Pseudo != AsmPseudoRegister.SB || operand.Index != 0)
        {
            errors.Report(range.Start, range.Length, word + " symbol \"" + NameOf(operand) + "\" must be a symbol(SB)");
        }
        else if (!offsetAllowed && operand.Value != 0)
        {
            errors.Report(range.Start, range.Length, word + " symbol \"" + NameOf(operand) + "\" must not be offset from SB");
        }

        return operand;
    }

    // A constant without '$', kept as an immediate. Names that are still there mean that textflag.h was not included: wrong, but it is clear what is meant.
    private long Flags(string word, TokenRange range)
    {
        var flags = 0L;
        for (var i = range.Start; i < range.End; i++)
        {
            if (stream.Lexed[i].Kind == AsmTokenKind.Identifier && AsmTextFlags.TryGetValue(stream.GetText(stream.Tokens[i]), out var value))
            {
                errors.Report(i, 1, "illegal or missing addressing mode for symbol " + stream.GetText(stream.Tokens[i]));
                flags |= value;
            }
        }

        ref var operand = ref operands.Add();
        if (flags == 0)
        {
            operandParser.Parse(range, takesLabel: false, out operand);
            if (operand is not { Form: OperandForm.Memory, Prefix: AsmOperandPrefix.None, Register: 0, Index: 0 })
            {
                errors.Report(range.Start, range.Length, word + ": expected integer constant; found " + TextOf(range));
                return 0;
            }

            flags = operand.Value;
        }

        operand = new OperandRecord
        {
            Form = OperandForm.Immediate,
            Flags = operand.Flags,
            FirstToken = range.Start,
            TokenCount = range.Length,
            Value = flags,
        };
        return flags;
    }

    // '$', an optional '-', an integer, and perhaps '-' and another: no expression.
    private void Frame(TokenRange range, int name)
    {
        ref var operand = ref operands.Add();
        operand = new OperandRecord { FirstToken = range.Start, TokenCount = range.Length };
        var at = range.Start;
        var isImmediate = Is(range, at++, AsmTokenKind.Dollar);
        var isNegative = Is(range, at, AsmTokenKind.Minus);
        at += isNegative ? 1 : 0;
        if (!isImmediate || !Is(range, at, AsmTokenKind.Integer))
        {
            errors.Report(range.Start, range.Length, "TEXT " + NameText(name) + ": frame size must be an immediate constant");
            return;
        }

        var size = Size(at++);
        var arguments = int.MinValue; // ArgsSizeUnknown
        if (at < range.End)
        {
            if (range.End - at != 2 || !Is(range, at, AsmTokenKind.Minus) || !Is(range, at + 1, AsmTokenKind.Integer))
            {
                errors.Report(at, range.End - at, "TEXT " + NameText(name) + ": argument size must be of form -integer");
                return;
            }

            // Stored in 32 bits: 0x80000000 is ArgsSizeUnknown.
            arguments = unchecked((int)Size(at + 1));
        }

        operand.Form = OperandForm.Frame;
        operand.Value = unchecked((int)(isNegative ? -size : size));
        operand.Extra = arguments;
    }

    private string NameText(int name) => name == 0 ? "" : records.Names.GetText(name);

    private bool Is(TokenRange range, int index, AsmTokenKind kind) => index < range.End && stream.Lexed[index].Kind == kind;

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
