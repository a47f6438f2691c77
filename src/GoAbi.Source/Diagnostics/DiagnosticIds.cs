namespace GoAbi.Source;

/// <summary>The ids of what the front ends and the tool itself have to say. An id is never used again for something else.</summary>
public static class DiagnosticIds
{
    /// <summary>Assembly that the lexer or parser can't read.</summary>
    public const string AssemblySyntax = "GOABI4001";

    /// <summary>A preprocessor directive or macro invocation that is wrong.</summary>
    public const string Preprocessor = "GOABI4002";

    /// <summary>Macro expansion beyond its limit: recursive, or more tokens than allowed.</summary>
    public const string ExpansionLimit = "GOABI4003";

    /// <summary>A word that is no instruction of the architecture in that Go version.</summary>
    public const string UnknownInstruction = "GOABI4004";

    /// <summary>A suffix that the instruction or the architecture does not take.</summary>
    public const string InstructionSuffix = "GOABI4005";

    /// <summary>A name that is neither a register nor followed by what makes it a symbol: (SB), (FP), (SP).</summary>
    public const string UnknownName = "GOABI4006";

    /// <summary>More or fewer operands than the instruction takes.</summary>
    public const string OperandCount = "GOABI4007";

    /// <summary>Operands of a kind that the instruction has no encoding for.</summary>
    public const string OperandCombination = "GOABI4008";

    /// <summary>A constant, offset or distance that does not fit where the instruction has it.</summary>
    public const string OperandRange = "GOABI4009";

    /// <summary>A label that is missing or defined twice, or a jump out of its function.</summary>
    public const string Label = "GOABI4010";

    /// <summary>Operands of TEXT, DATA, GLOBL, PCDATA, FUNCDATA or PCALIGN that are wrong.</summary>
    public const string DirectiveOperand = "GOABI4011";

    /// <summary>A frame size that the architecture does not take.</summary>
    public const string FrameSize = "GOABI4012";

    /// <summary>A symbol that two TEXT or GLOBL define.</summary>
    public const string SymbolRedeclared = "GOABI4013";

    /// <summary>An ABI selector where none is allowed.</summary>
    public const string AbiSelector = "GOABI4014";

    /// <summary>Input that makes the assembler crash.</summary>
    public const string AssemblerCrash = "GOABI4015";

    /// <summary>A literal that the assembler complains of and then takes all the same.</summary>
    public const string Literal = "GOABI4016";

    /// <summary>PUSH and POP that don't add up where the function returns.</summary>
    public const string StackBalance = "GOABI4017";

    /// <summary>Instructions before the first TEXT: assembled into nothing.</summary>
    public const string CodeBeforeText = "GOABI4020";

    /// <summary>A label with no instruction behind it: dropped.</summary>
    public const string TrailingLabel = "GOABI4021";

    /// <summary>DATA for a symbol that no GLOBL defines.</summary>
    public const string DataWithoutGlobl = "GOABI4022";

    /// <summary>DATA that reaches beyond the size its GLOBL gives.</summary>
    public const string DataBeyondSize = "GOABI4023";

    /// <summary>A // comment that hides the \ at the end of a macro's line, which ends the macro there.</summary>
    public const string CommentHidesContinuation = "GOABI4024";

    /// <summary>Blanks between a macro's \ and the end of the line.</summary>
    public const string BlankAfterContinuation = "GOABI4025";

    /// <summary>A second #else of one #ifdef.</summary>
    public const string DuplicateElse = "GOABI4026";

    /// <summary>A label that no jump reaches, because its name means something else there: a register, a special operand, a name with '·'.</summary>
    public const string UnreachableLabelName = "GOABI4027";

    /// <summary>An empty argument of a macro: the parameter's own name stays in its place.</summary>
    public const string EmptyMacroArgument = "GOABI4028";

    /// <summary>A file that does not end with a newline.</summary>
    public const string MissingFinalNewline = "GOABI4029";

    /// <summary>A definition that is there only when go_asm.h is the real one.</summary>
    public const string DefinitionNeedsGoAsm = "GOABI4030";

    /// <summary>A DATA address, GLOBL size or flag that the assembler takes and that can't be meant.</summary>
    public const string SuspiciousData = "GOABI4031";

    /// <summary>Go source that the scanner or parser can't read.</summary>
    public const string GoSyntax = "GOABI4101";

    /// <summary>A build constraint that can't be read.</summary>
    public const string BuildConstraint = "GOABI4102";

    /// <summary>A go.mod, go.work or modules.txt that can't be read.</summary>
    public const string ModuleFile = "GOABI4103";

    /// <summary>A file that could not be read.</summary>
    public const string UnreadableFile = "GOABI9001";

    /// <summary>An #include that found no file, or one outside the directories allowed.</summary>
    public const string UnresolvedInclude = "GOABI9002";

    /// <summary>A package of which something is missing: sources, imports, generated files.</summary>
    public const string IncompletePackage = "GOABI9003";

    /// <summary>A Go version newer than any this build knows; the newest model is used.</summary>
    public const string UnknownGoVersion = "GOABI9004";

    /// <summary>A suppression comment without a reason.</summary>
    public const string SuppressionWithoutReason = "GOABI9005";

    /// <summary>A target that has no ABI wrappers, for a tree with assembly.</summary>
    public const string TargetWithoutWrappers = "GOABI9006";

    /// <summary>A line of a compiler listing that has none of the forms known.</summary>
    public const string ListingLine = "GOABI9007";

    /// <summary>A rule of a rule pack that threw an exception.</summary>
    public const string RuleFailed = "GOABI9008";

    /// <summary>A property of a C# project that can't be read.</summary>
    public const string ProjectProperty = "GOABI9100";

    /// <summary>A [GoFunction] attribute with a signature, declaration or name that can't be read.</summary>
    public const string GoFunctionSignature = "GOABI9101";

    /// <summary>A [GoFunction] attribute on a type that can't be completed.</summary>
    public const string GoFunctionType = "GOABI9102";

    /// <summary>A [GoFunction] attribute for a target that there isn't.</summary>
    public const string GoFunctionTarget = "GOABI9103";

    /// <summary>A [GoFunction] attribute for a function that the additional files don't have.</summary>
    public const string GoFunctionPackage = "GOABI9104";
}
