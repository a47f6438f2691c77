using System;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Every id that the reading of assembly reports under, sorted by id. A new id is a line here, and a page in docs/rules.</summary>
public static class AsmDiagnosticCatalog
{
    /// <summary>The descriptors.</summary>
    public static ImmutableArray<AsmDiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        Parser(
            DiagnosticIds.AssemblySyntax,
            nameof(DiagnosticIds.AssemblySyntax),
            "Assembly that the lexer or the parser can't read",
            "The assembler reports a syntax error and writes no object."),
        Preprocessor(
            DiagnosticIds.Preprocessor,
            nameof(DiagnosticIds.Preprocessor),
            "A directive or macro invocation that is wrong",
            "The assembler stops at once."),
        Preprocessor(
            DiagnosticIds.ExpansionLimit,
            nameof(DiagnosticIds.ExpansionLimit),
            "Macros or includes that never come to an end",
            "The assembler stops after 100 invocations without a token."),
        Parser(
            DiagnosticIds.UnknownInstruction,
            nameof(DiagnosticIds.UnknownInstruction),
            "A word that is no instruction of the architecture",
            "The assembler of that Go version and architecture does not know the word."),
        Parser(
            DiagnosticIds.InstructionSuffix,
            nameof(DiagnosticIds.InstructionSuffix),
            "A suffix that the instruction does not take",
            "The assembler refuses the suffix."),
        Parser(
            DiagnosticIds.UnknownName,
            nameof(DiagnosticIds.UnknownName),
            "A name that is neither a register nor a symbol",
            "The assembler wants (SB), (FP) or (SP) behind the name of a symbol."),
        Parser(
            DiagnosticIds.OperandCount,
            nameof(DiagnosticIds.OperandCount),
            "More or fewer operands than the instruction takes",
            "The assembler refuses the statement."),
        Encoder(
            DiagnosticIds.OperandCombination,
            nameof(DiagnosticIds.OperandCombination),
            "Operands of a kind that the instruction has no encoding for",
            "The assembler reads the statement and finds no machine instruction for it."),
        Encoder(
            DiagnosticIds.OperandRange,
            nameof(DiagnosticIds.OperandRange),
            "A number that does not fit where the instruction has it",
            "The assembler reads the statement and refuses the value."),
        Parser(
            DiagnosticIds.Label,
            nameof(DiagnosticIds.Label),
            "A label that is missing or defined twice",
            "The assembler refuses the function; labels belong to one TEXT."),
        Parser(
            DiagnosticIds.DirectiveOperand,
            nameof(DiagnosticIds.DirectiveOperand),
            "Operands of TEXT, DATA, GLOBL, PCDATA, FUNCDATA or PCALIGN that are wrong",
            "The assembler refuses the directive."),
        Encoder(
            DiagnosticIds.FrameSize,
            nameof(DiagnosticIds.FrameSize),
            "A frame size that the architecture does not take",
            "The assembler reads TEXT and refuses the frame when it writes the prologue."),
        Encoder(
            DiagnosticIds.SymbolRedeclared,
            nameof(DiagnosticIds.SymbolRedeclared),
            "A symbol that is defined twice",
            "The assembler refuses the second TEXT or GLOBL of a name in one file."),
        Parser(
            DiagnosticIds.AbiSelector,
            nameof(DiagnosticIds.AbiSelector),
            "An ABI selector where none is allowed",
            "Outside of the runtime the assembler refuses <ABIInternal>."),
        Encoder(
            DiagnosticIds.AssemblerCrash,
            nameof(DiagnosticIds.AssemblerCrash),
            "Input that makes the assembler crash",
            "The assembler panics instead of saying what is wrong."),
        new AsmDiagnosticDescriptor(
            DiagnosticIds.Literal,
            nameof(DiagnosticIds.Literal),
            AsmDiagnosticKind.Lexer,
            Severity.Warning,
            "A literal that the assembler complains of and takes all the same",
            "The assembler prints a message and goes on."),
        Encoder(
            DiagnosticIds.StackBalance,
            nameof(DiagnosticIds.StackBalance),
            "PUSH and POP that don't add up at a return",
            "The assembler counts them on amd64 and 386, and refuses the function."),
        Warning(
            DiagnosticIds.CodeBeforeText,
            nameof(DiagnosticIds.CodeBeforeText),
            "Instructions before the first TEXT",
            "The assembler checks their operands and drops them."),
        Warning(
            DiagnosticIds.TrailingLabel,
            nameof(DiagnosticIds.TrailingLabel),
            "A label with no instruction behind it in its function",
            "The assembler drops it, or gives it to the next function."),
        Warning(
            DiagnosticIds.DataWithoutGlobl,
            nameof(DiagnosticIds.DataWithoutGlobl),
            "DATA for a symbol that no GLOBL of the file defines",
            "The assembler takes the bytes and writes no symbol that has them."),
        Warning(
            DiagnosticIds.DataBeyondSize,
            nameof(DiagnosticIds.DataBeyondSize),
            "DATA that reaches beyond the size its GLOBL gives",
            "The assembler says nothing; the linker fails where the symbol is used."),
        Warning(
            DiagnosticIds.CommentHidesContinuation,
            nameof(DiagnosticIds.CommentHidesContinuation),
            "A // comment that swallows the \\ of a macro's line",
            "The assembler ends the macro there, and the next line is code of its own."),
        Warning(
            DiagnosticIds.BlankAfterContinuation,
            nameof(DiagnosticIds.BlankAfterContinuation),
            "Blanks between a macro's \\ and the end of the line",
            "The assembler joins the lines all the same."),
        Warning(
            DiagnosticIds.DuplicateElse,
            nameof(DiagnosticIds.DuplicateElse),
            "A second #else of one #ifdef",
            "The assembler turns the condition once more."),
        Warning(
            DiagnosticIds.UnreachableLabelName,
            nameof(DiagnosticIds.UnreachableLabelName),
            "A label that no jump can name",
            "The assembler defines the label; a jump to its name means a register, or nothing."),
        Warning(
            DiagnosticIds.EmptyMacroArgument,
            nameof(DiagnosticIds.EmptyMacroArgument),
            "A macro's argument that is empty",
            "The assembler leaves the parameter's own name in the macro's body."),
        Warning(
            DiagnosticIds.MissingFinalNewline,
            nameof(DiagnosticIds.MissingFinalNewline),
            "An included file that does not end with a newline",
            "The assembler reads the includer's next line as the end of the included file's last one."),
        Warning(
            DiagnosticIds.DefinitionNeedsGoAsm,
            nameof(DiagnosticIds.DefinitionNeedsGoAsm),
            "A definition that depends on what is in go_asm.h",
            "The go command looks for definitions with an empty go_asm.h, and assembles with the real one."),
        Warning(
            DiagnosticIds.SuspiciousData,
            nameof(DiagnosticIds.SuspiciousData),
            "A DATA value, GLOBL size or flag that can't be meant",
            "The assembler takes it and makes something else of it."));

    /// <summary>The descriptor of an id, compared without regard to case; null where there is none.</summary>
    public static AsmDiagnosticDescriptor? Find(string id)
    {
        foreach (var descriptor in All)
        {
            if (string.Equals(descriptor.Id, id, StringComparison.OrdinalIgnoreCase))
            {
                return descriptor;
            }
        }

        return null;
    }

    private static AsmDiagnosticDescriptor Preprocessor(string id, string name, string title, string summary) =>
        new(id, name, AsmDiagnosticKind.Preprocessor, Severity.Error, title, summary);

    private static AsmDiagnosticDescriptor Parser(string id, string name, string title, string summary) =>
        new(id, name, AsmDiagnosticKind.Parser, Severity.Error, title, summary);

    private static AsmDiagnosticDescriptor Encoder(string id, string name, string title, string summary) =>
        new(id, name, AsmDiagnosticKind.Encoder, Severity.Error, title, summary);

    private static AsmDiagnosticDescriptor Warning(string id, string name, string title, string summary) =>
        new(id, name, AsmDiagnosticKind.Warning, Severity.Warning, title, summary);
}
