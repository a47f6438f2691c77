using System.Collections.Generic;
using System.IO;
using System.Linq;
using GoAbi.Asm;
using GoAbi.Binary;

namespace GoAbi.Oracle.Tests.ControlFlow;

/// <summary>The direct branches and calls in our graphs, as the assembler writes them.</summary>
internal static class GraphBranches
{
    public static IEnumerable<Branch> Find(AssembledFile file, AsmFlowGraph graph)
    {
        foreach (var step in graph.Steps)
        {
            var isCall = step.Kind == AsmInstructionKind.Call;
            if (!isCall && !step.Effects.Has(AsmEffectFlags.Jumps | AsmEffectFlags.Calls))
            {
                continue;
            }

            var place = PlaceOf(graph.Function.Body[step.Statement]);
            switch (step.Target.Kind)
            {
                case AsmFlowTargetKind.Symbol:
                    yield return new Branch(place, isCall, step.Target.Symbol!.Symbol.Resolve(file.PackagePath));
                    break;
                case AsmFlowTargetKind.Step:
                    yield return new Branch(place, isCall, Target(file, graph, step.Target.Step));
                    break;
                case AsmFlowTargetKind.None when graph.Function.Body[step.Statement].Mnemonic is "DUFFZERO" or "DUFFCOPY":
                    yield return new Branch(place, true, "runtime." + graph.Function.Body[step.Statement].Mnemonic.ToLowerInvariant());
                    break;
            }
        }
    }

    public static AsmFlowGraph Graph(AsmFunction function) => AsmFlowGraph.Create(function, X86InstructionDecoder.Instance);

    public static string PlaceOf(AsmStatement statement)
    {
        var location = statement.Origin.Location;
        return Path.GetFileName(location.File.Path) + ":" + location.Start.Line;
    }

    // A jump to a jump goes where that one goes; what has no code stands for what follows.
    private static string Target(AssembledFile file, AsmFlowGraph graph, int step)
    {
        for (var hops = 0; hops < 5000 && IsPlainJump(graph, step); hops++)
        {
            step = graph.Steps[step].Target.Step;
        }

        while (step + 1 < graph.Steps.Length && !file.Listing.Places.Contains(PlaceOf(graph.Function.Body[graph.Steps[step].Statement])))
        {
            step++;
        }

        return PlaceOf(graph.Function.Body[graph.Steps[step].Statement]);
    }

    private static bool IsPlainJump(AsmFlowGraph graph, int step) =>
        graph.Steps[step] is { Kind: AsmInstructionKind.Jump, Decoded: null, Target.Kind: AsmFlowTargetKind.Step } jump
        && graph.Function.Body[jump.Statement] is Instruction { Suffixes.IsEmpty: true } instruction
        && instruction.Operands.Length == 1;
}
