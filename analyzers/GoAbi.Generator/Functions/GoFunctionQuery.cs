using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace GoAbi.Generator;

/// <summary>What a <c>[GoFunction]</c> attribute says.</summary>
/// <param name="Signature">The signature, or the name of a function of a package.</param>
/// <param name="Go">The Go version; "" for the newest known.</param>
/// <param name="Os">GOOS.</param>
/// <param name="Goarch">GOARCH; "" for a number that stands for none.</param>
/// <param name="IsAbi0">True where ABI0 is asked for.</param>
/// <param name="Declarations">Go declarations beside the signature.</param>
/// <param name="Package">An import path; "" where the signature is written out.</param>
internal sealed record GoFunctionQuery(string Signature, string Go, string Os, string Goarch, bool IsAbi0, string Declarations, string Package)
{
    /// <summary>The attribute's full name.</summary>
    public const string AttributeName = "GoAbi.Runtime.GoFunctionAttribute";

    private const int Abi0 = 1;

    // In the order of GoAbi.Runtime.GoArch.
    private static readonly string[] Architectures =
        ["amd64", "arm64", "riscv64", "ppc64le", "ppc64", "loong64", "s390x", "386", "arm", "mips", "mipsle", "mips64", "mips64le"];

    /// <summary>Reads the attribute; null where it is not complete enough to say anything: the compiler says why.</summary>
    /// <param name="attribute">The attribute.</param>
    public static GoFunctionQuery? Read(AttributeData attribute)
    {
        if (attribute.ConstructorArguments.Length != 1 || attribute.ConstructorArguments[0].Value is not string signature)
        {
            return null;
        }

        var arch = Named(attribute, "Arch") is int number ? number : 0;
        return new GoFunctionQuery(
            signature,
            Text(attribute, nameof(Go), ""),
            Text(attribute, nameof(Os), "linux"),
            arch >= 0 && arch < Architectures.Length ? Architectures[arch] : "",
            Named(attribute, "Abi") is Abi0,
            Text(attribute, nameof(Declarations), ""),
            Text(attribute, nameof(Package), ""));
    }

    private static string Text(AttributeData attribute, string name, string otherwise) => Named(attribute, name) as string ?? otherwise;

    private static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.Ordinal)).Value.Value;
}
