using System;

namespace GoAbi.Runtime;

/// <summary>Says of a generated type whose arguments or results it holds.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class GoLayoutAttribute : Attribute
{
    /// <summary>Says it.</summary>
    /// <param name="signature">The function's signature, or where it is declared.</param>
    /// <param name="target">What the places hold for: "go1.27 linux/amd64".</param>
    public GoLayoutAttribute(string signature, string target)
    {
        Signature = signature;
        Target = target;
    }

    /// <summary>The function's signature, or where it is declared.</summary>
    public string Signature { get; }

    /// <summary>What the places hold for.</summary>
    public string Target { get; }
}
