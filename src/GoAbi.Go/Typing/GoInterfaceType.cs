using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;

namespace GoAbi.Go;

/// <summary>A method that an interface lists.</summary>
public sealed class GoInterfaceMethod
{
    internal GoInterfaceMethod(string name, GoSignature signature, string packagePath, GoNode declaration, GoNamedType? declaringType)
    {
        Name = name;
        Signature = signature;
        PackagePath = packagePath;
        Declaration = declaration;
        DeclaringType = declaringType;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Its signature.</summary>
    public GoSignature Signature { get; }

    /// <summary>The package that declares it.</summary>
    public string PackagePath { get; }

    /// <summary>The node of its name; the default value for error's method.</summary>
    public GoNode Declaration { get; }

    /// <summary>The defined type whose interface lists it; null where it stands in an interface without a name.</summary>
    public GoNamedType? DeclaringType { get; }

    /// <summary>The name as go/types writes it: (io.Reader).Read.</summary>
    public string FullName => "(" + (DeclaringType is null ? "interface" : DeclaringType.QualifiedName) + ")." + Name;
}

/// <summary>interface{...}.</summary>
public sealed class GoInterfaceType : GoType
{
    private const int MaxDepth = 64;

    private ImmutableArray<GoInterfaceMethod> all;

    internal GoInterfaceType(ImmutableArray<GoInterfaceMethod> methods, ImmutableArray<GoType> embedded, bool isComparable = false)
    {
        ExplicitMethods = methods;
        Embedded = embedded;
        IsComparable = isComparable;
    }

    /// <summary>The methods that it lists itself.</summary>
    public ImmutableArray<GoInterfaceMethod> ExplicitMethods { get; }

    /// <summary>What it embeds: interfaces, and in constraints types and unions.</summary>
    public ImmutableArray<GoType> Embedded { get; }

    /// <summary>True for the predeclared comparable.</summary>
    internal bool IsComparable { get; }

    /// <summary>All methods, those of embedded interfaces included, sorted by name.</summary>
    public ImmutableArray<GoInterfaceMethod> Methods
    {
        get
        {
            if (all.IsDefault)
            {
                var found = new SortedDictionary<string, GoInterfaceMethod>(StringComparer.Ordinal);
                Collect(this, found, 0);
                ImmutableInterlocked.InterlockedInitialize(ref all, found.Values.ToImmutableArray());
            }

            return all;
        }
    }

    // An exported name is one method wherever it is declared; others are told apart by package.
    private static void Collect(GoInterfaceType type, SortedDictionary<string, GoInterfaceMethod> found, int depth)
    {
        foreach (var method in type.ExplicitMethods)
        {
            var key = ImportNames.IsExported(method.Name) ? method.Name : method.Name + " " + method.PackagePath;
            if (!found.ContainsKey(key))
            {
                found.Add(key, method);
            }
        }

        if (depth < MaxDepth)
        {
            foreach (var embedded in type.Embedded)
            {
                if (embedded.Underlying is GoInterfaceType inner)
                {
                    Collect(inner, found, depth + 1);
                }
            }
        }
    }
}
