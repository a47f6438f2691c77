using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// What an architecture's encoder (cmd/internal/obj/...) refuses after the parser has accepted it: operand kinds, ranges, frames. An implementation holds no state of a program, is made once per
/// architecture, and never reports what the assembler of the target's version would take.
/// </summary>
internal abstract class EncoderRules
{
    /// <summary>Checks one function: its TEXT and the statements of its body.</summary>
    /// <param name="function">The function; its statements are numbers in its records.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public abstract void Check(in FunctionRecords function, EncoderErrors errors);
}

/// <summary>One function for the encoder's checks.</summary>
internal readonly ref struct FunctionRecords
{
    public required ProgramRecords Records { get; init; }

    public required ExpandedStream Stream { get; init; }

    public required Target Target { get; init; }

    /// <summary>Index of TEXT in <see cref="ProgramRecords.Statements"/>.</summary>
    public required int Text { get; init; }

    /// <summary>Index after the last statement; DATA and GLOBL may stand in between.</summary>
    public required int End { get; init; }
}

/// <summary>Takes what an encoder refuses.</summary>
internal sealed class EncoderErrors(ExpandedStream stream, DiagnosticBag diagnostics)
{
    /// <summary>An operand that is wrong; it is underlined.</summary>
    public void Report(in OperandRecord operand, string message, string id = DiagnosticIds.OperandCombination, Severity severity = Severity.Error) =>
        Report(operand.FirstToken, operand.TokenCount, message, id, severity);

    /// <summary>A statement that is wrong as a whole; its word is underlined.</summary>
    public void Report(in StatementRecord statement, string message, string id = DiagnosticIds.OperandCombination, Severity severity = Severity.Error) =>
        Report(statement.Word, 1, message, id, severity);

    private void Report(int token, int count, string message, string id, Severity severity)
    {
        var origin = new AsmOrigin(stream, token, count);
        diagnostics.Add(new SourceDiagnostic(id, severity, message, origin.Location) { Expansion = origin.Expansion });
    }
}
