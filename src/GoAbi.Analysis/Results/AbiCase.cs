namespace GoAbi.Analysis;

/// <summary>The six ways in which a Go program calls, told apart by what the toolchain emits. The numbers are the vocabulary of every report.</summary>
public enum AbiCase
{
    /// <summary>None of the six: see the relation, or nothing is known.</summary>
    None = 0,

    /// <summary>Go calls Go directly: a direct ABIInternal call.</summary>
    GoToGoDirect = 1,

    /// <summary>Go calls Go through a func value or an interface: an indirect ABIInternal call.</summary>
    GoToGoIndirect = 2,

    /// <summary>Go calls assembly directly: a direct ABI0 call.</summary>
    GoToAssemblyDirect = 3,

    /// <summary>Go calls assembly through a func value: an indirect ABIInternal call to an ABI wrapper.</summary>
    GoToAssemblyIndirect = 4,

    /// <summary>Assembly calls assembly: an ABI0 call to the original.</summary>
    AssemblyToAssembly = 5,

    /// <summary>Assembly calls Go: an ABI0 call to an ABI wrapper.</summary>
    AssemblyToGo = 6,
}

/// <summary>Relations outside the six cases, or that say more about one.</summary>
public enum AbiRelation
{
    /// <summary>Nothing more to say.</summary>
    None,

    /// <summary>1b: Go calls a cgo stub, a Go function pinned to ABI0.</summary>
    CgoStub,

    /// <summary>3b: a direct call of a body-less linkname pull: ABIInternal, to the wrapper.</summary>
    LinknamePull,

    /// <summary>3b: a bare <c>defer f()</c> of an assembly function: a direct call of the wrapper at the exits.</summary>
    BareDefer,

    /// <summary>3c: Go calls an assembly function that is itself ABIInternal; no wrapper.</summary>
    AbiInternalAssembly,

    /// <summary>6i: assembly calls a Go func value: an ABIInternal entry without a wrapper.</summary>
    GoFuncValueFromAssembly,

    /// <summary>The compiler replaces the call by instructions.</summary>
    Intrinsic,
}

/// <summary>How the call is written.</summary>
public enum CallKind
{
    /// <summary>A call.</summary>
    Call,

    /// <summary>go f().</summary>
    Go,

    /// <summary>defer f().</summary>
    Defer,

    /// <summary>A range over a function.</summary>
    Range,

    /// <summary>An assembly jump to a function: a tail call.</summary>
    Jump,

    /// <summary>An assembly return that names a function: a tail call after the frame is torn down.</summary>
    Return,
}

/// <summary>How sure a call's callee is.</summary>
public enum CallCertainty
{
    /// <summary>Exactly this callee.</summary>
    Exact,

    /// <summary>This is one of several possible callees.</summary>
    May,

    /// <summary>The callee is not known.</summary>
    Unknown,
}

/// <summary>The language a function is written in.</summary>
public enum SourceLanguage
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Go.</summary>
    Go,

    /// <summary>Assembly.</summary>
    Assembly,
}

/// <summary>A Go calling convention.</summary>
public enum CallingConvention
{
    /// <summary>Arguments and results on the stack.</summary>
    Abi0,

    /// <summary>Arguments and results in registers, where the target has wrappers.</summary>
    AbiInternal,
}
