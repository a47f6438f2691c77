using System;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>
/// How control goes through one function: steps, basic blocks and the ways between them. Calls don't end a block. Deterministic; takes time and memory in proportion to the
/// function's length. Immutable.
/// </summary>
public sealed class AsmFlowGraph
{
    private readonly ImmutableArray<int> stepOfStatement;
    private readonly ImmutableArray<int> blockOfStep;

    internal AsmFlowGraph(AsmFunction function, ImmutableArray<AsmFlowStep> steps, ImmutableArray<int> stepOfStatement, ImmutableArray<AsmBasicBlock> blocks, ImmutableArray<int> blockOfStep)
    {
        Function = function;
        Steps = steps;
        Blocks = blocks;
        this.stepOfStatement = stepOfStatement;
        this.blockOfStep = blockOfStep;
    }

    /// <summary>The function.</summary>
    public AsmFunction Function { get; }

    /// <summary>
    /// Its instructions in order: a statement each, but for runs of BYTE, WORD, LONG, QUAD and DWORD, which are decoded where a decoder reads them.
    /// PCDATA, FUNCDATA and the like are steps without effects.
    /// </summary>
    public ImmutableArray<AsmFlowStep> Steps { get; }

    /// <summary>Its blocks in order; the first is where it is entered. Empty for a function without statements.</summary>
    public ImmutableArray<AsmBasicBlock> Blocks { get; }

    /// <summary>The graph of a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="decoder">
    /// Reads instructions that are written as bytes; null for the built-in one, which reads arm64's. What it doesn't read has unknown effects.
    /// </param>
    public static AsmFlowGraph Create(AsmFunction function, IInstructionDecoder? decoder = null)
    {
        if (function is null)
        {
            throw new ArgumentNullException(nameof(function));
        }

        decoder = decoder?.Reads(function.Architecture) == true ? decoder : Arm64InstructionDecoder.Instance;
        return FlowGraphBuilder.Build(function, decoder.Reads(function.Architecture) ? decoder : null);
    }

    /// <summary>The step that begins with a statement of the body; -1 where the statement begins inside an encoded instruction, or there is none.</summary>
    public int StepOf(int statement) => statement >= 0 && statement < stepOfStatement.Length ? stepOfStatement[statement] : -1;

    /// <summary>The block that a step is in.</summary>
    public AsmBasicBlock BlockOf(int step) => Blocks[blockOfStep[step]];

    /// <inheritdoc/>
    public override string ToString() => Function.ToString();
}
