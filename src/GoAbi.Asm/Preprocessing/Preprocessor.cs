using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

internal sealed class Preprocessor
{
    public static ExpandedStream Run(AsmSyntaxTree tree, Target target, AsmProgramOptions options, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        diagnostics.AddRange(tree.Diagnostics);
        return new ExpandedStream { Names = tree.Names };
    }
}
