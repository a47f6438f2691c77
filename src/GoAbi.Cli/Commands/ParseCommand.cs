using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;

namespace GoAbi.Cli;

/// <summary>goabi parse</summary>
internal sealed class ParseCommand : GoAbiCommand
{
    private readonly ParseOptions options = new();

    public ParseCommand()
        : base("parse", "Read assembly files as the Go assembler does: what is wrong in them, their tree, tokens, program and symbols.") =>
        options.AddTo(this);

    public override (string CommandLine, string Does)[] Examples =>
    [
        ("goabi parse m_amd64.s", "Print what is wrong in a file."),
        ("goabi parse --quiet *.s", "The same for scripts: nothing but findings."),
        ("goabi parse --symabis m_amd64.s", "What 'go tool asm -gensymabis' writes."),
        ("goabi parse --tree --format json m_amd64.s", "The syntax tree for other tools; the file can be rebuilt from it."),
        ("goabi parse --preprocess -D DEBUG=1 m_amd64.s", "The program after preprocessing, as assembly."),
    ];

    protected override Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken) =>
        new ParseRun(options.Read(arguments)).ExecuteAsync(cancellationToken);
}
