using System.Collections.Generic;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>A use of an assembly function that an address stub would mend: what is rewritten, once a stub's name is known.</summary>
internal sealed class AddressStubUse
{
    /// <summary>The package that holds the use.</summary>
    public required AnalysisUnit Unit { get; init; }

    /// <summary>The assembly function.</summary>
    public required FunctionInfo Function { get; init; }

    /// <summary>The identifier (or qualified name) that names it.</summary>
    public required GoNode Use { get; init; }

    /// <summary>The expressions that read its address; each becomes a call of the stub.</summary>
    public required IReadOnlyList<GoNode> Reads { get; init; }

    /// <summary>Whether a fix needs a look.</summary>
    public FixSafety Safety { get; init; }
}
