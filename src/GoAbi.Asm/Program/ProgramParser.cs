using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

internal sealed class ProgramParser
{
    public static ProgramParts Parse(ExpandedStream stream, Target target, AsmProgramOptions options, DiagnosticBag diagnostics, CancellationToken cancellation) =>
        new(ImmutableArray<AsmStatement>.Empty, ImmutableArray<AsmFunction>.Empty, diagnostics.ToImmutable());
}
