namespace GoAbi.Runtime;

/// <summary>By which of Go's two conventions a function is called.</summary>
public enum GoCallAbi
{
    /// <summary>How Go code calls it: ABIInternal, where Go version and architecture have one of its own, else ABI0.</summary>
    Default,

    /// <summary>All on the stack: functions in assembly, and the symbols that assembly refers to.</summary>
    Abi0,

    /// <summary>ABIInternal. Where Go version and architecture have no register arguments, it is ABI0.</summary>
    AbiInternal,
}
