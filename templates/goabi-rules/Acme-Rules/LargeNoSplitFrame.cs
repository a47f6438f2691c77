using GoAbi.Analysis;
using GoAbi.Asm;
using GoAbi.Source;

namespace Acme_Rules;

/// <summary>ACME0001: a function that may not grow the stack has a large frame.</summary>
public sealed class LargeNoSplitFrame : AssemblyRule
{
    private const long Limit = 256;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "ACME0001",
        Name = nameof(LargeNoSplitFrame),
        Title = "A NOSPLIT function has a large frame",
        DefaultSeverity = Severity.Warning,
        Explanation = "Finds `TEXT` with NOSPLIT and a frame of more than 256 bytes: all of a chain of such functions has to fit in what every goroutine's stack keeps free.",
        BadExample = "```asm\nTEXT ·f(SB), NOSPLIT, $512-0\n\tRET\n```",
        GoodExample = "```asm\nTEXT ·f(SB), 0, $512-0\n\tRET\n```",
        FixSafety = "There is none.",
        References = ["https://go.dev/doc/asm#directives"],
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (body.Has(AsmTextFlags.NoSplit) && body.Text.FrameSize > Limit)
        {
            context.Report(FindingAt(body, body.Text.Origin, $"{body.Symbol} may not grow the stack and has a frame of {body.Text.FrameSize} bytes"));
        }
    }
}
