using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>The classes of the public model, made from records when somebody asks for them.</summary>
internal sealed class ProgramModel
{
    private readonly ProgramRecords records;
    private readonly ExpandedStream stream;

    private ProgramModel(ProgramRecords records, ExpandedStream stream)
    {
        this.records = records;
        this.stream = stream;
        var statements = ImmutableArray.CreateBuilder<AsmStatement>(records.Statements.Length);
        foreach (ref readonly var statement in records.Statements.AsSpan())
        {
            statements.Add(Statement(statement));
        }

        Statements = statements.MoveToImmutable();
        Functions = GroupFunctions();
    }

    public ImmutableArray<AsmStatement> Statements { get; }

    public ImmutableArray<AsmFunction> Functions { get; }

    public static ProgramModel Create(ProgramRecords records, ExpandedStream stream) => new(records, stream);

    private AsmStatement Statement(in StatementRecord statement)
    {
        var parts = new StatementParts(
            new AsmOrigin(stream, statement.Word, 1),
            statement.IndexAtOrigin,
            Labels(statement),
            records.Names.GetText(statement.NameId),
            Suffixes(statement),
            Operands(statement));
        var given = records.OperandsOf(statement);
        return statement.Form switch
        {
            StatementForm.Text => Text(parts, statement, given),
            StatementForm.Data => new DataDirective(parts, First(statement, given), given.Length > 0 && given[0].Form == OperandForm.Symbol ? given[0].Value : 0, statement.Width),
            StatementForm.Globl => new GloblDirective(parts, First(statement, given), given.Length > 2 ? Value(given[1]) : 0, given.Length > 1 ? Value(given[given.Length - 1]) : 0),
            StatementForm.Pcdata => new PcdataDirective(parts),
            StatementForm.Funcdata => new FuncdataDirective(parts),
            _ => new Instruction(parts, records.Architecture, statement.Kind, statement.FallsThrough, statement.Target),
        };
    }

    private TextDirective Text(in StatementParts parts, in StatementRecord statement, ReadOnlySpan<OperandRecord> given)
    {
        var flags = given.Length > 2 ? Value(given[1]) : 0;
        var frame = given.Length > 1 ? given[given.Length > 2 ? 2 : 1] : default;
        return frame.Form == OperandForm.Frame
            ? new TextDirective(parts, First(statement, given), flags, (int)frame.Value, frame.Extra == int.MinValue ? null : frame.Extra)
            : new TextDirective(parts, First(statement, given), flags, 0, null);
    }

    private AsmSymbolReference First(in StatementRecord statement, ReadOnlySpan<OperandRecord> given) =>
        given.Length > 0 && given[0].Form == OperandForm.Symbol
            ? OperandFactory.SymbolOf(records, stream, given[0])
            : new AsmSymbolReference("", new AsmOrigin(stream, statement.Word, 1), isStatic: false, abiSelector: null);

    private static long Value(in OperandRecord record) => record.Form == OperandForm.Immediate ? record.Value : 0;

    private ImmutableArray<AsmLabel> Labels(in StatementRecord statement)
    {
        if (statement.LabelCount == 0)
        {
            return ImmutableArray<AsmLabel>.Empty;
        }

        var labels = ImmutableArray.CreateBuilder<AsmLabel>(statement.LabelCount);
        foreach (var label in records.LabelsOf(statement))
        {
            labels.Add(new AsmLabel(records.Names.GetText(stream.Tokens[label].Token.NameId), new AsmOrigin(stream, label, 1)));
        }

        return labels.MoveToImmutable();
    }

    private ImmutableArray<string> Suffixes(in StatementRecord statement)
    {
        if (statement.SuffixCount == 0)
        {
            return ImmutableArray<string>.Empty;
        }

        var suffixes = ImmutableArray.CreateBuilder<string>(statement.SuffixCount);
        for (var i = 0; i < statement.SuffixCount; i++)
        {
            suffixes.Add(stream.GetText(stream.Tokens[ProgramRecords.SuffixToken(statement, i)]));
        }

        return suffixes.MoveToImmutable();
    }

    private ImmutableArray<AsmOperand> Operands(in StatementRecord statement)
    {
        if (statement.OperandCount == 0)
        {
            return ImmutableArray<AsmOperand>.Empty;
        }

        var operands = ImmutableArray.CreateBuilder<AsmOperand>(statement.OperandCount);
        foreach (ref readonly var operand in records.OperandsOf(statement))
        {
            operands.Add(OperandFactory.Create(records, stream, operand));
        }

        return operands.MoveToImmutable();
    }

    private ImmutableArray<AsmFunction> GroupFunctions()
    {
        var functions = ImmutableArray.CreateBuilder<AsmFunction>();
        for (var i = 0; i < Statements.Length;)
        {
            if (Statements[i] is not TextDirective text)
            {
                i++; // Before any TEXT: assembled into nothing.
                continue;
            }

            var end = i + 1;
            var count = 0;
            while (end < Statements.Length && Statements[end] is not TextDirective)
            {
                count += IsInBody(Statements[end]) ? 1 : 0;
                end++;
            }

            var body = ImmutableArray.CreateBuilder<AsmStatement>(count);
            for (var k = i + 1; k < end; k++)
            {
                if (IsInBody(Statements[k]))
                {
                    body.Add(Statements[k]);
                }
            }

            functions.Add(Function(text, body.MoveToImmutable()));
            i = end;
        }

        return functions.ToImmutable();
    }

    private static bool IsInBody(AsmStatement statement) => statement is not (DataDirective or GloblDirective);

    private AsmFunction Function(TextDirective text, ImmutableArray<AsmStatement> body)
    {
        Dictionary<string, int>? labels = null;
        AddLabels(ref labels, text, -1);
        var bodyIsFromMacro = body.Length > 0;
        for (var i = 0; i < body.Length; i++)
        {
            AddLabels(ref labels, body[i], i);
            bodyIsFromMacro &= body[i].Origin.IsFromMacro;
        }

        text.IsFromMacro = bodyIsFromMacro || text.Origin.IsFromMacro || text.Symbol.Origin.IsFromMacro;
        return new AsmFunction(text, body, labels, records.Architecture);
    }

    // The first of a name counts; LabelCheck has reported the others.
    private static void AddLabels(ref Dictionary<string, int>? labels, AsmStatement statement, int index)
    {
        foreach (var label in statement.Labels)
        {
            labels ??= new Dictionary<string, int>(StringComparer.Ordinal);
            if (!labels.ContainsKey(label.Name))
            {
                labels.Add(label.Name, index);
            }
        }
    }
}
