namespace GoAbi.Reporting;

/// <summary>What <c>goabi parse</c> prints.</summary>
public enum ParseView
{
    /// <summary>What is wrong.</summary>
    Diagnostics,

    /// <summary>The syntax tree before preprocessing; of a listing, its symbols with their instructions.</summary>
    Tree,

    /// <summary>The tokens before preprocessing, with what stands between them.</summary>
    Tokens,

    /// <summary>The program after preprocessing.</summary>
    Preprocessed,

    /// <summary>Functions, variables and references; of a listing, functions and calls.</summary>
    Symbols,

    /// <summary>What asm -gensymabis writes.</summary>
    SymbolAbis,
}
