namespace GoAbi.Runtime;

/// <summary>An interface with methods, such as error: what it holds, and how its methods are called.</summary>
/// <param name="Table">The itab: methods for the type of what it holds; 0 for nil.</param>
/// <param name="Data">What it holds: a pointer to it, or where that is a pointer, the pointer.</param>
public readonly record struct GoInterface(ulong Table, ulong Data)
{
    /// <summary>True for nil.</summary>
    public bool IsNil => Table == 0;
}

/// <summary>An interface without methods: any.</summary>
/// <param name="Type">The type of what it holds; 0 for nil.</param>
/// <param name="Data">What it holds: a pointer to it, or where that is a pointer, the pointer.</param>
public readonly record struct GoAny(ulong Type, ulong Data)
{
    /// <summary>True for nil.</summary>
    public bool IsNil => Type == 0;
}
