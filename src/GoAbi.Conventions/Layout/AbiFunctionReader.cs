using System;
using System.Collections.Immutable;
using GoAbi.Go;

namespace GoAbi.Conventions;

/// <summary>What declared functions pass, with the names that their source gives.</summary>
public static class AbiFunctionReader
{
    // Before, the dictionary came first (cmd/compile/internal/noder/stencil.go); unified IR put it behind the receiver (noder/reader.go).
    private const int DictionaryBehindReceiver = 20;

    /// <summary>What a declared function or method passes.</summary>
    /// <param name="function">The function or method.</param>
    /// <param name="session">The types of its package.</param>
    /// <param name="typeArguments">Of a generic function or of a method of a generic type: what its type parameters stand for. What the compiler makes of it takes a dictionary too.</param>
    /// <exception cref="ArgumentException">The object is no function.</exception>
    public static AbiFunction Read(GoObject function, GoTypeSession session, ImmutableArray<GoType> typeArguments = default)
    {
        if (function is not { Kind: GoObjectKind.Function, DeclaringNode.Kind: GoSyntaxKind.FuncDecl })
        {
            throw new ArgumentException("Only the declaration of a function or method has a signature.", nameof(function));
        }

        if (session is null)
        {
            throw new ArgumentNullException(nameof(session));
        }

        var node = function.DeclaringNode;
        var signature = session.TypeOf(function) as GoSignature;
        var isGeneric = signature is { TypeArgumentCount: > 0 };
        if (isGeneric && !typeArguments.IsDefaultOrEmpty)
        {
            signature = signature!.Instantiate(typeArguments);
        }

        var first = ImmutableArray.CreateBuilder<AbiParameter>();
        if (!node[0].IsNone)
        {
            first.Add(new AbiParameter(ReceiverName(node[0]), signature?.Receiver ?? GoUnknownType.Instance, AbiParameterKind.Receiver));
        }

        if (isGeneric)
        {
            var dictionary = new AbiParameter(".dict", GoBasicType.Of(GoBasicKind.UnsafePointer), AbiParameterKind.Dictionary);
            first.Insert(session.Target.Toolchain.Minor >= DictionaryBehindReceiver ? first.Count : 0, dictionary);
        }

        return Read(node[3], signature, first, function.PackagePath ?? "");
    }

    /// <summary>The parameters and results of a Signature node, behind those that come first.</summary>
    internal static AbiFunction Read(GoNode node, GoSignature? signature, ImmutableArray<AbiParameter>.Builder first, string packagePath)
    {
        if (node.Kind == GoSyntaxKind.Signature)
        {
            AddNamed(first, node[0], signature?.Parameters ?? ImmutableArray<GoType>.Empty);
        }

        var results = ImmutableArray.CreateBuilder<AbiParameter>();
        if (node.Kind == GoSyntaxKind.Signature)
        {
            AddNamed(results, node[1], signature?.Results ?? ImmutableArray<GoType>.Empty);
        }

        return new AbiFunction(first.ToImmutable(), results.ToImmutable(), packagePath);
    }

    /// <summary>The name in a receiver's parentheses; "" for none.</summary>
    internal static string ReceiverName(GoNode receiver) =>
        receiver.LastChild is { Kind: GoSyntaxKind.Field } field && !field[0].IsNone ? field[0][0].Text : "";

    private static void AddNamed(ImmutableArray<AbiParameter>.Builder to, GoNode fields, ImmutableArray<GoType> types)
    {
        if (fields.IsNone)
        {
            return;
        }

        var index = 0;
        foreach (var field in fields.Children)
        {
            if (field.Kind != GoSyntaxKind.Field || field[0].IsNone)
            {
                Add("", field);
                continue;
            }

            foreach (var name in field[0].Children)
            {
                Add(name.Text, field);
            }
        }

        void Add(string name, GoNode field)
        {
            var type = index < types.Length ? types[index] : GoUnknownType.Instance;
            to.Add(new AbiParameter(name, type, WrittenType: Written(field[1], type)));
            index++;
        }
    }

    // The compiler keeps the names byte, rune and any; types don't.
    private static string? Written(GoNode node, GoType type) => node.Kind switch
    {
        GoSyntaxKind.Identifier when node.Text is "byte" or "rune" && type is GoBasicType => node.Text,
        GoSyntaxKind.Identifier when node.Text == "any" && type is GoInterfaceType { Embedded.IsEmpty: true, ExplicitMethods.IsEmpty: true } => node.Text,
        GoSyntaxKind.Star when type is GoPointerType pointer && Written(node[0], pointer.Element) is { } element => "*" + element,
        GoSyntaxKind.SliceType or GoSyntaxKind.Ellipsis when type is GoSliceType slice && Written(node[0], slice.Element) is { } element => "[]" + element,
        GoSyntaxKind.ArrayType when type is GoArrayType array && Written(node[1], array.Element) is { } element => FormattableString.Invariant($"[{array.Length}]{element}"),
        _ => null,
    };
}
