using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>From the preprocessed stream to statements and functions.</summary>
internal sealed partial class ProgramParser
{
    private const int CancellationInterval = 0xFFF;

    private readonly ExpandedStream stream;
    private readonly AsmArchitecture architecture;
    private readonly ArchitectureNames meanings;
    private readonly OperandErrors errors;
    private readonly StatementSplitter splitter;
    private readonly OperandParser operandParser;
    private readonly Dictionary<(int Source, int Start), int> statementsAt = [];
    private readonly ImmutableArray<AsmOperand>.Builder operandBuilder = ImmutableArray.CreateBuilder<AsmOperand>();
    private readonly ImmutableArray<AsmStatement>.Builder statements;

    private ProgramParser(ExpandedStream stream, Target target, AsmProgramOptions options, DiagnosticBag diagnostics)
    {
        this.stream = stream;
        statements = ImmutableArray.CreateBuilder<AsmStatement>((stream.Count / 7) + 4);
        architecture = AsmArchitecture.Find(target.Goarch) ?? AsmArchitecture.Find("wasm")!;
        errors = new OperandErrors(stream, diagnostics);
        splitter = new StatementSplitter(stream, architecture.HasSuffixes(target.Toolchain), errors);
        meanings = stream.Names.For(architecture);
        operandParser = new OperandParser(stream, meanings, errors)
        {
            AllowsUnresolvedNames = stream.LacksGoAsmNames,
            AllowsSelectors = AbiSelectors.AreAllowed(options.PackagePath, target.Toolchain),
        };
    }

    public static ProgramParts Parse(ExpandedStream stream, Target target, AsmProgramOptions options, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var parser = new ProgramParser(stream, target, options, diagnostics);
        while (parser.splitter.Next())
        {
            parser.statements.Add(parser.Statement());
            if ((parser.statements.Count & CancellationInterval) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        var statements = parser.statements.ToImmutable();
        var functions = FunctionBuilder.Build(statements, parser.errors, parser.architecture.IsTyped);
        return new ProgramParts(statements, functions, diagnostics.ToImmutable());
    }

    private AsmStatement Statement()
    {
        var word = stream.Tokens[splitter.Word];
        return word.Token.NameId switch
        {
            KnownNames.Text => Text(),
            KnownNames.Data => Data(),
            KnownNames.Globl => Globl(),
            KnownNames.Pcdata => Pcdata(),
            KnownNames.Funcdata => Funcdata(),
            _ => Other(),
        };
    }

    // Labels stay for the next statement that takes some: DATA and GLOBL do not.
    private StatementParts Parts(ImmutableArray<AsmOperand> operands, bool takesLabels = true)
    {
        var word = stream.Tokens[splitter.Word];
        var suffixes = ImmutableArray<string>.Empty;
        if (splitter.Suffixes.Count > 0)
        {
            var builder = ImmutableArray.CreateBuilder<string>(splitter.Suffixes.Count);
            foreach (var suffix in splitter.Suffixes)
            {
                builder.Add(stream.GetText(stream.Tokens[suffix]));
            }

            suffixes = builder.MoveToImmutable();
        }

        return new StatementParts(
            new AsmOrigin(stream, splitter.Word, 1),
            IndexAtOrigin(word),
            takesLabels ? TakeLabels() : ImmutableArray<AsmLabel>.Empty,
            stream.Names.GetText(word.Token.NameId),
            suffixes,
            operands);
    }

    private ImmutableArray<AsmLabel> TakeLabels()
    {
        if (splitter.PendingLabels.Count == 0)
        {
            return ImmutableArray<AsmLabel>.Empty;
        }

        var labels = ImmutableArray.CreateBuilder<AsmLabel>(splitter.PendingLabels.Count);
        foreach (var label in splitter.PendingLabels)
        {
            labels.Add(new AsmLabel(stream.Names.GetText(stream.Tokens[label].Token.NameId), new AsmOrigin(stream, label, 1)));
        }

        splitter.PendingLabels.Clear();
        return labels.MoveToImmutable();
    }

    private int IndexAtOrigin(in AsmExpandedToken word)
    {
        if (word.Expansion == 0)
        {
            return 0;
        }

        var (source, span) = stream.Outermost(word.Source, word.Token.Span, word.Expansion);
        statementsAt.TryGetValue((source, span.Start), out var count);
        statementsAt[(source, span.Start)] = count + 1;
        return count;
    }

    private ImmutableArray<AsmOperand> Operands(bool takesLabel)
    {
        var ranges = splitter.Operands;
        if (ranges.Count == 0)
        {
            return ImmutableArray<AsmOperand>.Empty;
        }

        operandBuilder.Clear();
        foreach (var range in ranges)
        {
            operandBuilder.Add(operandParser.Parse(range, takesLabel));
        }

        return operandBuilder.ToImmutable();
    }

    private Instruction Other()
    {
        var word = stream.Tokens[splitter.Word];
        var known = meanings.TryGetFlow(word.Token.NameId, out var flow);
        var parts = Parts(Operands(known && flow.TakesLabel));
        if (!known)
        {
            return new Instruction(parts, AsmInstructionKind.Other, fallsThrough: true, targetIndex: -1);
        }

        flow = InstructionFlows.Refine(architecture, flow, parts);
        var target = flow.Kind switch
        {
            AsmInstructionKind.Call or AsmInstructionKind.Jump or AsmInstructionKind.ConditionalJump => parts.Operands.Length - 1,
            AsmInstructionKind.Return => 0,
            _ => -1,
        };
        return new Instruction(parts, flow.Kind, flow.FallsThrough, target);
    }
}
