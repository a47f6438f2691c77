using System;

namespace GoAbi.Go;

/// <summary>What a node's kind alone does not say.</summary>
[Flags]
public enum GoNodeFlags : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A TypeSpec with "=".</summary>
    Alias = 1,

    /// <summary>A Call with "..." after its last argument.</summary>
    Variadic = 2,

    /// <summary>A RangeStmt with ":=".</summary>
    Define = 4,

    /// <summary>A ChanType chan&lt;- T.</summary>
    SendOnly = 8,

    /// <summary>A ChanType &lt;-chan T.</summary>
    ReceiveOnly = 16,

    /// <summary>A Block whose statements were left unread: <see cref="GoParseOptions.SkipFunctionBodies"/>.</summary>
    BodySkipped = 32,
}
