using System;

namespace GoAbi.Runtime;

/// <summary>
/// Makes a <c>partial record struct</c> hold a Go function's arguments: GoAbi.Generator adds a property for each and methods that read them from a stopped thread at the function's first instruction, and a nested
/// <c>Results</c> that reads the results at a RET.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class GoFunctionAttribute : Attribute
{
    /// <summary>Names the function.</summary>
    /// <param name="signature">
    /// The signature as Go writes it: <c>func longArgs(a1, a2 uint64, s string) (uint64, error)</c>, <c>func (r *T) M(n int)</c>. With <see cref="Package"/>, a name: <c>F</c>, <c>T.M</c>, <c>(*T).M</c>.
    /// </param>
    public GoFunctionAttribute(string signature) => Signature = signature ?? throw new ArgumentNullException(nameof(signature));

    /// <summary>The signature, or the name of a function of <see cref="Package"/>.</summary>
    public string Signature { get; }

    /// <summary>The Go version that the program is built with: "1.23". "" for the newest that GoAbi knows.</summary>
    public string Go { get; set; } = "";

    /// <summary>The program's operating system, as GOOS names it.</summary>
    public string Os { get; set; } = "linux";

    /// <summary>The program's architecture.</summary>
    public GoArch Arch { get; set; }

    /// <summary>By which convention the function is called.</summary>
    public GoCallAbi Abi { get; set; }

    /// <summary>Go declarations of the types that the signature names: <c>type T struct { a int }</c>.</summary>
    public string Declarations { get; set; } = "";

    /// <summary>Import path of the package that the function is in; its <c>.go</c> files, and those of what it imports, are additional files of the project.</summary>
    public string Package { get; set; } = "";
}
