namespace GoAbi.Go;

/// <summary>What a name can denote (Go spec, "Declarations and scope").</summary>
public enum GoObjectKind : byte
{
    /// <summary>A package, by its name in one file.</summary>
    PackageName,

    /// <summary>A constant; iota, true and false too.</summary>
    Constant,

    /// <summary>A type: defined, alias, predeclared, or a type parameter.</summary>
    TypeName,

    /// <summary>A variable: global, local, parameter, result, receiver or struct field.</summary>
    Variable,

    /// <summary>A function or method.</summary>
    Function,

    /// <summary>A built-in function, those of package unsafe included.</summary>
    Builtin,

    /// <summary>The predeclared nil.</summary>
    Nil,

    /// <summary>A label.</summary>
    Label,
}
