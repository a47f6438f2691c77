using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Instructions before the first TEXT, or without any: cmd/internal/obj.Flushplist drops what belongs to no function. The first is reported.</summary>
internal static class CodeBeforeText
{
    public static void Report(ProgramLint lint, in StatementRecord statement) =>
        lint.Report(DiagnosticIds.CodeBeforeText, "no TEXT stands before this: it belongs to no function and is dropped", statement.Word);
}
