using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// What there is to know of a package's assembly for one target: values only, equal where they say the same. Nothing in it depends on lines of assembly, so that an edit that only moves
/// statements gives an equal one.
/// </summary>
/// <param name="ImportPath">The path by which the package is imported.</param>
/// <param name="Name">The name in its package clauses.</param>
/// <param name="Directory">The directory that holds its files.</param>
/// <param name="Target">What it was read for.</param>
/// <param name="Functions">Its assembly functions, declarations without a body, and Go functions that assembly refers to or that have wrappers; sorted by symbol.</param>
/// <param name="Calls">Its calls from and to assembly: those of Go files first, each in the order of the source.</param>
/// <param name="Findings">What the rules find in it, in the order of files and places.</param>
public sealed record CataloguePackage(
    string ImportPath,
    string Name,
    string Directory,
    Target Target,
    EquatableArray<CatalogueFunction> Functions,
    EquatableArray<CatalogueCall> Calls,
    EquatableArray<CatalogueFinding> Findings);

/// <summary>A function of a catalogue.</summary>
public sealed record CatalogueFunction
{
    /// <summary>The name as Go declares it; without a declaration what follows the package in the symbol.</summary>
    public required string Name { get; init; }

    /// <summary>For a method the name of its receiver's type; "" for others.</summary>
    public string Receiver { get; init; } = "";

    /// <summary>Linker name without ".abi0".</summary>
    public required string Symbol { get; init; }

    /// <summary>As go/types names it; the symbol where there is no Go declaration.</summary>
    public required string FullName { get; init; }

    /// <summary>The Go declaration without its body, on one line; "" where there is none.</summary>
    public string Declaration { get; init; } = "";

    /// <summary>The Go file of the declaration; "" where there is none.</summary>
    public string DeclarationPath { get; init; } = "";

    /// <summary>The declaration's line, from 1; 0 where there is none.</summary>
    public int DeclarationLine { get; init; }

    /// <summary>The assembly file that defines it; "" where none does.</summary>
    public string AssemblyPath { get; init; } = "";

    /// <summary>What its body is written in; unknown where the body is elsewhere.</summary>
    public SourceLanguage Language { get; init; }

    /// <summary>The convention of its body.</summary>
    public CallingConvention Abi { get; init; }

    /// <summary>True for f&lt;&gt;, which only its own file sees.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Frame size of the TEXT in bytes; null where there is none.</summary>
    public int? FrameSize { get; init; }

    /// <summary>Size of arguments and results that the TEXT gives; null where it gives none.</summary>
    public int? ArgumentSize { get; init; }

    /// <summary>Text flags by name.</summary>
    public EquatableArray<string> Flags { get; init; }

    /// <summary>The conventions of the ABI wrappers' callers.</summary>
    public EquatableArray<CatalogueWrapper> Wrappers { get; init; }

    /// <summary>Where arguments and results are; null where there is no declaration or a type is unknown.</summary>
    public CatalogueLayout? Layout { get; init; }
}

/// <summary>An ABI wrapper that the compiler makes.</summary>
/// <param name="From">The convention of its callers.</param>
/// <param name="Reason">Why it is made, in words.</param>
public sealed record CatalogueWrapper(CallingConvention From, string Reason);

/// <summary>Where the parameters and results of a function are.</summary>
/// <param name="Abi0ArgumentSize">Bytes of arguments and results under ABI0.</param>
/// <param name="StackArgumentSize">Bytes that ABIInternal passes and returns on the stack.</param>
/// <param name="SpillAreaSize">Bytes of the area for keeping register arguments.</param>
/// <param name="HasRegisterArguments">True where ABIInternal passes arguments in registers.</param>
/// <param name="Values">Receiver, parameters and results in order.</param>
public sealed record CatalogueLayout(long Abi0ArgumentSize, long StackArgumentSize, long SpillAreaSize, bool HasRegisterArguments, EquatableArray<CatalogueValue> Values);

/// <summary>A parameter or result of a catalogue's function. Offsets are from the argument base.</summary>
/// <param name="Name">The name as declared; "" for none, "_" for blank.</param>
/// <param name="AssemblyName">The name by which assembly knows it: arg, ret1 and the like where none is declared.</param>
/// <param name="IsResult">True for a result.</param>
/// <param name="Type">The type as the compiler writes it.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Abi0Offset">Where it is under ABI0.</param>
/// <param name="Registers">Its registers under ABIInternal; empty where it is on the stack.</param>
/// <param name="StackOffset">Where it is on the stack under ABIInternal; null where it is in registers.</param>
/// <param name="SpillOffset">Where a callee may keep it; null for results and what is on the stack.</param>
public sealed record CatalogueValue(
    string Name, string AssemblyName, bool IsResult, string Type, long Size, long Abi0Offset, EquatableArray<string> Registers, long? StackOffset, long? SpillOffset);

/// <summary>A call of a catalogue.</summary>
/// <param name="Caller">The calling function as go/types names it.</param>
/// <param name="Callee">The called function; "" where it is not known.</param>
/// <param name="CalleeSymbol">Its linker name; "" where it is not known.</param>
/// <param name="Case">The case, 0 for none.</param>
/// <param name="Relation">What the six cases do not say.</param>
/// <param name="Kind">How the call is written.</param>
/// <param name="IsDirect">False where the callee is reached through a value.</param>
/// <param name="Abi">The convention of the entry that is called.</param>
/// <param name="Wrapper">Linker name of the wrapper that is called; "" where the call reaches the body itself.</param>
/// <param name="Certainty">How sure the callee is.</param>
/// <param name="Path">The file with the call.</param>
/// <param name="Line">The line of a call in a Go file, from 1; 0 in assembly.</param>
/// <param name="Instruction">The number of a call in assembly among the instructions of its TEXT, from 0; -1 in Go files.</param>
public sealed record CatalogueCall(
    string Caller, string Callee, string CalleeSymbol, AbiCase Case, AbiRelation Relation, CallKind Kind, bool IsDirect, CallingConvention Abi, string Wrapper, CallCertainty Certainty, string Path,
    int Line, int Instruction);

/// <summary>A finding of a catalogue.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Certainty">Whether it must hold or may.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Function">The enclosing function; "" at package level.</param>
/// <param name="Path">The file.</param>
public sealed record CatalogueFinding(string Rule, Severity Severity, FindingCertainty Certainty, string Message, string Function, string Path);
