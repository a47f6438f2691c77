using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Which part of the assembler a diagnostic of assembly stands for.</summary>
public enum AsmDiagnosticKind
{
    /// <summary>The text can't be divided into tokens.</summary>
    Lexer,

    /// <summary>A directive, a macro or an include is refused.</summary>
    Preprocessor,

    /// <summary>A statement is refused as it is read.</summary>
    Parser,

    /// <summary>A statement is read, and refused where it becomes machine code or data.</summary>
    Encoder,

    /// <summary>The assembler says nothing.</summary>
    Warning,
}

/// <summary>What is said once about all diagnostics of one id; the page docs/rules/ID.md says the rest.</summary>
/// <param name="Id">The id, GOABI40nn.</param>
/// <param name="Name">The id's name in <see cref="DiagnosticIds"/>.</param>
/// <param name="Kind">Which part of the assembler it stands for.</param>
/// <param name="DefaultSeverity">How bad it is where nothing else is said.</param>
/// <param name="Title">One line: what it finds.</param>
/// <param name="Summary">One sentence: what the assembler does there.</param>
public sealed record AsmDiagnosticDescriptor(
    string Id, string Name, AsmDiagnosticKind Kind, Severity DefaultSeverity, string Title, string Summary)
{
    /// <summary>
    /// True where the input can be read all the same: a tool can go on with the rest and report this as a finding of its own. False where what was read is incomplete.
    /// </summary>
    public bool IsFinding => Kind is AsmDiagnosticKind.Encoder or AsmDiagnosticKind.Warning;

    /// <inheritdoc/>
    public override string ToString() => Id + " " + Name;
}
