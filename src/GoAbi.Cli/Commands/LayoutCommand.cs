using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;

namespace GoAbi.Cli;

/// <summary>goabi layout</summary>
internal sealed class LayoutCommand : GoAbiCommand
{
    private readonly LayoutOptions options = new();

    public LayoutCommand()
        : base("layout", "Print where each argument and result of a function is, under ABI0 and under ABIInternal.") =>
        options.AddTo(this);

    public override (string CommandLine, string Does)[] Examples =>
    [
        ("goabi layout 'func(a int, s string) (r error)'", "A signature: offsets for assembly, registers, spill slots."),
        ("goabi layout --target amd64 --target arm64 'func(p []byte) int'", "Two architectures side by side."),
        ("goabi layout .#trap", "A function of a package; a method is '.#(*T).M' or '.#T.M', of a generic type '.#(*T[int]).M'."),
        ("goabi layout --emit bpf-c .#trap", "A header that reads arguments and results in a BPF program."),
        ("goabi layout --emit csharp .#trap", "C# types that read themselves from a stopped thread."),
        ("goabi layout --emit json 'method (t *int8) func(x float64)'", "For other tools."),
    ];

    protected override Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken) =>
        new LayoutRun(options.Read(arguments)).ExecuteAsync(cancellationToken);
}
