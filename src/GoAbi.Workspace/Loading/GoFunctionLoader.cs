using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>
/// Functions and methods of packages on the disk, by the names that people give them: <c>F</c>, <c>T.M</c>, <c>(*T).M</c>; with type arguments <c>F[int]</c>, <c>(*T[string]).M</c>. Imports are read when a type needs them.
/// </summary>
public sealed class GoFunctionLoader
{
    private readonly GoModule module;

    private GoFunctionLoader(GoModule module) => this.module = module;

    /// <summary>The toolchain's version; null where there is no GOROOT.</summary>
    public GoVersion? GoRootVersion => module.GoRoot?.Version;

    /// <summary>What there is to say about the module and GOROOT.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics => module.Diagnostics;

    /// <summary>Finds a package's module.</summary>
    /// <param name="path">A directory or a file of the package.</param>
    /// <param name="options">How to load; the paths are replaced.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="GoLoadException">The path doesn't exist, or the GOROOT asked for is none.</exception>
    public static async Task<GoFunctionLoader> OpenAsync(string path, GoLoadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var module = await GoModule.LoadAsync(System.IO.Directory.GetCurrentDirectory(), options with { Paths = [path] }, null, cancellationToken).ConfigureAwait(false);
        return new GoFunctionLoader(module);
    }

    /// <summary>What a function passes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="target">The target.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="GoLoadException">There is no such function for the target, or its type arguments don't fit.</exception>
    public AbiFunction Load(string name, Target target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(target);
        var (receiver, isPointer, method, arguments) = Parse(name) ?? throw new GoLoadException("'" + name + "' is no name of a function: it is F, T.M, (*T).M, F[int] or (*T[int]).M.");
        var loader = module.CreateLoader(target, forImports: true);
        var scopes = new ConcurrentDictionary<string, Lazy<GoPackageScope?>>(StringComparer.Ordinal);
        var session = new GoTypeSession(target, (owner, path) => Import(path, owner.Package is { Directory.Length: > 0 } from ? from.Directory : module.Root));
        foreach (var directory in module.Directories)
        {
            if (loader.Load(directory, cancellationToken) is not [var package, ..])
            {
                continue;
            }

            var scope = GoPackageScope.Collect(arguments.Length == 0 ? package : WithArguments(package, arguments));
            scopes[directory] = new Lazy<GoPackageScope?>(scope);
            if (Find(scope, receiver, isPointer, method) is { } found)
            {
                return AbiFunctionReader.Read(found, session, Arguments(scope, session, found, arguments, name));
            }
        }

        throw new GoLoadException("there is no function '" + name + "' in the package for " + target + ".");

        GoPackageScope? In(string directory) => scopes.GetOrAdd(directory, _ => new Lazy<GoPackageScope?>(() =>
            loader.Load(directory, cancellationToken) is [var package, ..] ? GoPackageScope.Collect(package) : null)).Value;

        GoPackageScope? Import(string path, string from) => module.Modules.Resolve(path, from) is { } location ? In(location.Directory) : null;
    }

    private static GoObject? Find(GoPackageScope scope, string? receiver, bool isPointer, string name) =>
        receiver is null
            ? scope.TryGet(name, out var function) && function.Kind == GoObjectKind.Function ? function : null
            : scope.Methods.FirstOrDefault(m => m.Name == name && m.ReceiverTypeName == receiver && m.IsPointerReceiver == isPointer);

    // A file with "type ßargument0 = int": type arguments mean what they mean in the package's scope; names of imports aren't seen.
    private static GoPackage WithArguments(GoPackage package, string arguments)
    {
        var text = "package " + package.Name + ";type " + ArgumentList + " func(" + arguments + ")";
        var tree = GoSyntaxTree.Parse(new SourceFile("arguments.go", SourceText.FromString(text)), null);
        if (!tree.Diagnostics.IsEmpty)
        {
            throw new GoLoadException("'" + arguments + "' are no type arguments.");
        }

        return GoLoosePackage.Create(package.ImportPath, package.Target, [.. package.GoFiles.Select(static f => f.Tree), tree]);
    }

    private const string ArgumentList = "argumentsßarguments";

    private static ImmutableArray<GoType> Arguments(GoPackageScope scope, GoTypeSession session, GoObject function, string arguments, string name)
    {
        var count = session.TypeOf(function) is GoSignature signature ? signature.TypeArgumentCount : 0;
        var given = arguments.Length > 0 && scope.TryGet(ArgumentList, out var list) && session.TypeOf(list).Underlying is GoSignature { } types
            ? types.Parameters
            : ImmutableArray<GoType>.Empty;
        return given.Length == count
            ? given
            : throw new GoLoadException(FormattableString.Invariant($"'{name}' has {given.Length} type arguments, but its declaration has {count} type parameters."));
    }

    private static (string? Receiver, bool IsPointer, string Name, string Arguments)? Parse(string name)
    {
        var arguments = "";
        var open = name.IndexOf('[', StringComparison.Ordinal);
        if (open >= 0)
        {
            var close = name.LastIndexOf(']');
            if (close < open)
            {
                return null;
            }

            arguments = name[(open + 1)..close];
            name = name[..open] + name[(close + 1)..];
        }

        if (name.StartsWith("(*", StringComparison.Ordinal) && name.Split(").") is [var pointed, var called] && IsName(pointed[2..]) && IsName(called))
        {
            return (pointed[2..], true, called, arguments);
        }

        return name.Split('.') switch
        {
            [var function] when IsName(function) => (null, false, function, arguments),
            [var type, var method] when IsName(type) && IsName(method) => (type, false, method, arguments),
            _ => null,
        };
    }

    private static bool IsName(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsLetterOrDigit(c) || c == '_');
}
