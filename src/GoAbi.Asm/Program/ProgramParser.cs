using System;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>From the preprocessed stream to records of statements and operands.</summary>
internal sealed partial class ProgramParser
{
    private const int CancellationInterval = 0xFFF;

    private readonly ExpandedStream stream;
    private readonly AsmArchitecture architecture;
    private readonly ArchitectureNames meanings;
    private readonly ProgramRecords records;
    private readonly OperandErrors errors;
    private readonly StatementSplitter splitter;
    private readonly OperandParser operandParser;
    private readonly OriginCounts origins;
    private RecordList<StatementRecord> statements;
    private RecordList<OperandRecord> operands;
    private RecordList<int> labels;

    // Pseudo-instructions read a bare name as the last instruction would: behind a jump it passes for a label.
    private bool wasJump;

    private ProgramParser(ExpandedStream stream, Target target, AsmProgramOptions options, DiagnosticBag diagnostics)
    {
        this.stream = stream;
        statements = new RecordList<StatementRecord>((stream.Count / 7) + 4);
        operands = new RecordList<OperandRecord>((stream.Count / 4) + 4);
        labels = new RecordList<int>(4);
        architecture = AsmArchitecture.Find(target.Goarch, target.Toolchain) ?? AsmArchitecture.Find("wasm", target.Toolchain)!;
        records = new ProgramRecords(architecture, stream.Names);
        origins = new OriginCounts(stream);
        errors = new OperandErrors(stream, diagnostics) { Suggestions = new NameSuggestions(architecture, stream) };
        splitter = new StatementSplitter(stream, architecture.HasSuffixes, errors);
        meanings = stream.Names.For(architecture);
        operandParser = new OperandParser(stream, meanings, records, errors)
        {
            AllowsUnresolvedNames = stream.LacksGoAsmNames,
            AllowsSelectors = AbiSelectors.AreAllowed(options.PackagePath, target.Toolchain),
        };
    }

    public static ProgramRecords Parse(ExpandedStream stream, Target target, AsmProgramOptions options, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var parser = new ProgramParser(stream, target, options, diagnostics);
        try
        {
            parser.Run(cancellation);
        }
        finally
        {
            parser.statements.Release();
            parser.operands.Release();
            parser.labels.Release();
        }

        LabelCheck.Run(parser.records, stream, parser.errors);
        SymbolCheck.Run(parser.records, stream, parser.errors);
        if (parser.records.HasDistances)
        {
            AssemblerCrashes.CheckDistances(parser.records, stream, parser.errors);
        }

        EncoderCheck.Run(parser.records, stream, target, diagnostics, cancellation);
        return parser.records;
    }

    private void Run(CancellationToken cancellation)
    {
        while (splitter.Next())
        {
            Statement();
            if ((statements.Count & CancellationInterval) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        records.Statements = statements.ToArray();
        records.Operands = operands.ToArray();
        records.Labels = AllLabels();
    }

    // The last statement's and those that follow it.
    private int[] AllLabels()
    {
        foreach (var label in splitter.PendingLabels)
        {
            labels.Add() = label;
        }

        return labels.ToArray();
    }

    private void Statement()
    {
        ref var statement = ref statements.Add();
        var nameId = stream.Lexed[splitter.Word].NameId;
        statement.Word = splitter.Word;
        statement.NameId = nameId;
        statement.FirstOperand = operands.Count;
        statement.SuffixCount = (ushort)splitter.SuffixCount;
        statement.Target = -1;
        statement.LabelOperand = -1;
        statement.FallsThrough = true;
        statement.IndexAtOrigin = IndexAtOrigin(splitter.Word);
        statement.FirstLabel = labels.Count;
        if (splitter.Operands.Count > ushort.MaxValue)
        {
            errors.Report(splitter.Word, 1, "more operands than any instruction takes", DiagnosticIds.OperandCount);
            splitter.Operands.RemoveRange(ushort.MaxValue, splitter.Operands.Count - ushort.MaxValue);
        }

        switch (nameId)
        {
            case KnownNames.Text:
                Text(ref statement);
                break;
            case KnownNames.Data:
                Data(ref statement);
                break;
            case KnownNames.Globl:
                Globl(ref statement);
                break;
            case KnownNames.Pcdata:
                Pcdata(ref statement);
                break;
            case KnownNames.Funcdata:
                Funcdata(ref statement);
                break;
            case KnownNames.Pcalign:
                Pcalign();
                break;
            default:
                Instruction(ref statement);
                break;
        }

        statement.OperandCount = (ushort)(operands.Count - statement.FirstOperand);
        if (statement.Form is not (StatementForm.Data or StatementForm.Globl))
        {
            // Labels stay for the next statement that takes some.
            TakeLabels(ref statement);
        }

        statement.IsBroken = errors.HasReported;
    }

    private void TakeLabels(ref StatementRecord statement)
    {
        var pending = splitter.PendingLabels;
        if (pending.Count == 0)
        {
            return;
        }

        for (var i = 0; i < pending.Count && i < ushort.MaxValue; i++)
        {
            labels.Add() = pending[i];
            statement.LabelCount++;
        }

        pending.Clear();
    }

    private int IndexAtOrigin(int word)
    {
        var expansion = stream.ExpansionAt(word);
        return expansion == 0 ? 0 : origins.Next(word, expansion);
    }

    private void ParseOperands(bool takesLabel)
    {
        var ranges = splitter.Operands;
        for (var i = 0; i < ranges.Count; i++)
        {
            var range = ranges[i];
            ref var operand = ref operands.Add();
            if (!operandParser.ParseShort(range, takesLabel, ref operand))
            {
                operandParser.Parse(range, takesLabel, out operand);
            }
        }
    }

    private void Instruction(ref StatementRecord statement)
    {
        if (!meanings.TryGetInstruction(statement.NameId, out var facts))
        {
            var word = records.Names.GetText(statement.NameId);
            errors.Report(splitter.Word, 1, architecture.Name + " has no instruction " + word, DiagnosticIds.UnknownInstruction);
            ParseOperands(takesLabel: false);
            return;
        }

        wasJump = facts.IsJump;
        ParseOperands(facts.IsJump);
        var count = operands.Count - statement.FirstOperand;
        CheckInstruction(ref statement, facts, count);
        statement.Kind = facts.Kind;
        statement.FallsThrough = facts.FallsThrough;
        if (facts.Kind == AsmInstructionKind.Other)
        {
            return;
        }

        if (architecture.HasFlowByOperands)
        {
            statement.OperandCount = (ushort)count;
            InstructionFlows.Refine(ref statement, records, operands.Items, stream);
        }

        var target = statement.Kind switch
        {
            AsmInstructionKind.Call or AsmInstructionKind.Jump or AsmInstructionKind.ConditionalJump => count - 1,
            AsmInstructionKind.Return => 0,
            _ => -1,
        };
        statement.Target = (sbyte)(target < count && target <= sbyte.MaxValue ? target : -1);
    }

    // What can only be said when all operands are read.
    private void CheckInstruction(ref StatementRecord statement, InstructionFacts facts, int count)
    {
        if (errors.HasReported)
        {
            return;
        }

        var read = operands.Items.AsSpan(statement.FirstOperand, count);
        if (!OperandRules.AreFine(architecture, facts, read) && OperandRules.Check(architecture, facts, records.Names.GetText(statement.NameId), read) is { } problem)
        {
            Report(problem, read);
            return;
        }

        if (facts.IsJump && count > 0 && JumpRules.TargetOf(facts, count) is var target && JumpRules.IsLabel(read[target]))
        {
            statement.LabelOperand = (sbyte)target;
            records.HasLabelOperands = true;
        }

        if (statement.SuffixCount > 0 && SuffixRules.Check(architecture, records.Names.GetText(statement.NameId), statement, stream) is var (suffix, message))
        {
            errors.Report(ProgramRecords.SuffixToken(statement, suffix), 1, message, DiagnosticIds.InstructionSuffix);
            return;
        }

        if (AssemblerCrashes.MayCrash(architecture, count) && AssemblerCrashes.Find(architecture, records.Names.GetText(statement.NameId), read) is { } crash)
        {
            Report(crash, read);
            return;
        }

        if (facts.Kind != AsmInstructionKind.Other && count > 0)
        {
            records.HasDistances |= read[count - 1].Form == OperandForm.PcRelative || read[0].Form == OperandForm.PcRelative;
        }
    }

    private void Report(OperandProblem problem, ReadOnlySpan<OperandRecord> read)
    {
        if (problem.Operand < 0)
        {
            errors.Report(splitter.Word, 1, problem.Message, problem.Id);
        }
        else
        {
            errors.Report(read[problem.Operand].FirstToken, read[problem.Operand].TokenCount, problem.Message, problem.Id);
        }
    }
}
