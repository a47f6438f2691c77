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
}
