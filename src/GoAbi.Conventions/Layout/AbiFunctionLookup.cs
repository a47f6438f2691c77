using System;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Conventions;

/// <summary>A function or method by the name that people give it: <c>F</c>, <c>T.M</c>, <c>(*T).M</c>; with type arguments <c>F[int]</c>, <c>(*T[string]).M</c>.</summary>
public sealed class AbiFunctionLookup
{
    private const string ArgumentList = "argumentsßarguments";

    private readonly string text;
    private readonly string? receiver;
    private readonly bool isPointer;
    private readonly string name;
    private readonly string arguments;

    private AbiFunctionLookup(string text, string? receiver, bool isPointer, string name, string arguments)
    {
        this.text = text;
        this.receiver = receiver;
        this.isPointer = isPointer;
        this.name = name;
        this.arguments = arguments;
    }

    /// <summary>Reads a name.</summary>
    /// <param name="text">The name.</param>
    /// <param name="lookup">What it looks for.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out AbiFunctionLookup? lookup, [NotNullWhen(false)] out string? error)
    {
        lookup = Parse(text ?? throw new ArgumentNullException(nameof(text)));
        error = lookup is null ? "'" + text + "' is no name of a function: it is F, T.M, (*T).M, F[int] or (*T[int]).M." : null;
        return lookup is not null;
    }

    /// <summary>The names of a package, and what the type arguments mean there.</summary>
    /// <param name="package">The package.</param>
    /// <param name="scope">Its names.</param>
    /// <param name="error">What is wrong with the type arguments.</param>
    public bool TryCollect(GoPackage package, [NotNullWhen(true)] out GoPackageScope? scope, [NotNullWhen(false)] out string? error)
    {
        if (package is null)
        {
            throw new ArgumentNullException(nameof(package));
        }

        error = null;
        scope = null;
        if (arguments.Length == 0)
        {
            scope = GoPackageScope.Collect(package);
            return true;
        }

        // A file with "type argumentsßarguments func(int)": type arguments mean what they mean in the package's scope; names of imports aren't seen.
        var tree = GoSyntaxTree.Parse(new SourceFile("arguments.go", SourceText.FromString("package " + package.Name + ";type " + ArgumentList + " func(" + arguments + ")")), null);
        if (!tree.Diagnostics.IsEmpty)
        {
            error = "'" + arguments + "' are no type arguments.";
            return false;
        }

        var trees = ImmutableArray.CreateBuilder<GoSyntaxTree>();
        foreach (var file in package.GoFiles)
        {
            trees.Add(file.Tree);
        }

        trees.Add(tree);
        scope = GoPackageScope.Collect(GoLoosePackage.Create(package.ImportPath, package.Target, trees.ToImmutable()));
        return true;
    }

    /// <summary>What the function passes; null where the package has none of that name, or its type arguments don't fit.</summary>
    /// <param name="scope">The names of the package.</param>
    /// <param name="session">The types of the package.</param>
    /// <param name="error">What is wrong with the type arguments; null where there is no such function.</param>
    public AbiFunction? Find(GoPackageScope scope, GoTypeSession session, out string? error)
    {
        if (scope is null)
        {
            throw new ArgumentNullException(nameof(scope));
        }

        if (session is null)
        {
            throw new ArgumentNullException(nameof(session));
        }

        error = null;
        if (Find(scope) is not { } found)
        {
            return null;
        }

        var count = session.TypeOf(found) is GoSignature signature ? signature.TypeArgumentCount : 0;
        var given = arguments.Length > 0 && scope.TryGet(ArgumentList, out var list) && session.TypeOf(list).Underlying is GoSignature types
            ? types.Parameters
            : ImmutableArray<GoType>.Empty;
        if (given.Length != count)
        {
            error = FormattableString.Invariant($"'{text}' has {given.Length} type arguments, but its declaration has {count} type parameters.");
            return null;
        }

        return AbiFunctionReader.Read(found, session, given);
    }

    private GoObject? Find(GoPackageScope scope)
    {
        if (receiver is null)
        {
            return scope.TryGet(name, out var function) && function.Kind == GoObjectKind.Function ? function : null;
        }

        foreach (var method in scope.Methods)
        {
            if (method.Name == name && method.ReceiverTypeName == receiver && method.IsPointerReceiver == isPointer)
            {
                return method;
            }
        }

        return null;
    }

    private static AbiFunctionLookup? Parse(string text)
    {
        var arguments = "";
        var rest = text;
        var open = rest.IndexOf('[');
        if (open >= 0)
        {
            var close = rest.LastIndexOf(']');
            if (close < open)
            {
                return null;
            }

            arguments = rest.Substring(open + 1, close - open - 1);
            rest = rest.Substring(0, open) + rest.Substring(close + 1);
        }

        var isPointer = rest.StartsWith("(*", StringComparison.Ordinal);
        var split = isPointer ? rest.IndexOf(").", StringComparison.Ordinal) : rest.IndexOf('.');
        var receiver = split < 0 ? null : rest.Substring(isPointer ? 2 : 0, split - (isPointer ? 2 : 0));
        var name = split < 0 ? rest : rest.Substring(split + (isPointer ? 2 : 1));
        return IsName(name) && (receiver is null ? !isPointer : IsName(receiver)) ? new AbiFunctionLookup(text, receiver, isPointer, name, arguments) : null;
    }

    private static bool IsName(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return name.Length > 0 && name[0] is not (>= '0' and <= '9');
    }
}
