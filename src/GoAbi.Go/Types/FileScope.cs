using System;
using System.Collections.Generic;

namespace GoAbi.Go;

/// <summary>
/// The names that one file's imports bring, and with them everything that a name can denote outside functions: file block,
/// package block, universe block, inside out (Go spec, "Blocks").
/// </summary>
internal sealed class FileScope
{
    private readonly GoPackageScope package;
    private readonly GoUniverse universe;
    private readonly List<GoPackageScope> dotted = [];
    private readonly Dictionary<string, GoObject> guesses = new(StringComparer.Ordinal);

    public FileScope(GoSyntaxTree tree, GoPackageScope package, GoUniverse universe, Func<string, GoPackageScope?> imports)
    {
        this.package = package;
        this.universe = universe;
        foreach (var declaration in tree.Root.Children)
        {
            if (declaration.Kind == GoSyntaxKind.ImportDecl)
            {
                foreach (var spec in declaration.Children)
                {
                    if (spec.Kind == GoSyntaxKind.ImportSpec)
                    {
                        Add(spec, imports);
                    }
                }
            }
        }
    }

    /// <summary>The packages that have a name in this file, by that name; guessed names are not among them.</summary>
    public Dictionary<string, GoObject> PackageNames { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The object of a name outside functions; null where there is none. A guessed package name comes last: only where
    /// nothing else has that name, and no second guess either.
    /// </summary>
    public GoObject? Find(string name)
    {
        if (PackageNames.TryGetValue(name, out var found))
        {
            return found;
        }

        foreach (var other in dotted)
        {
            if (ImportNames.IsExported(name) && other.TryGet(name, out found))
            {
                return found;
            }
        }

        if (package.TryGet(name, out found))
        {
            return found;
        }

        found = universe.Find(name);
        return found ?? (guesses.TryGetValue(name, out found) && found.Name.Length > 0 ? found : null);
    }

    /// <summary>An exported name of an imported package; null where the package is not at hand or has no such name.</summary>
    public static GoObject? FindMember(GoObject packageName, string name) =>
        packageName.Owner is { } scope
            && ImportNames.IsExported(name)
            && scope.TryGet(name, out var found) ? found : null;

    private void Add(GoNode spec, Func<string, GoPackageScope?> imports)
    {
        var path = ImportNames.PathOf(spec);
        var name = spec[0].IsNone ? null : spec[0].Text;
        if (path.Length == 0 || name == "_")
        {
            return;
        }

        var scope = path switch
        {
            "unsafe" => universe.Unsafe,
            "C" => null,
            _ => imports(path),
        };
        if (name == ".")
        {
            if (scope is not null)
            {
                dotted.Add(scope);
            }

            return;
        }

        name ??= path == "C" ? "C" : scope?.Name;
        if (!string.IsNullOrEmpty(name))
        {
            if (!PackageNames.ContainsKey(name!))
            {
                PackageNames.Add(name!, PackageName(name!, GoObjectTraits.None, spec, path, scope));
            }

            return;
        }

        // Two packages whose paths suggest one name: neither is taken. An object without a name keeps the place.
        var guess = ImportNames.Guess(path);
        if (guess.Length > 0)
        {
            var isSecond = guesses.TryGetValue(guess, out var first) && first.ImportPath != path;
            guesses[guess] = PackageName(isSecond ? "" : guess, GoObjectTraits.GuessedName, spec, path, scope);
        }
    }

    private static GoObject PackageName(string name, GoObjectTraits traits, GoNode spec, string path, GoPackageScope? scope) =>
        new(GoObjectKind.PackageName, name, traits, spec[0].IsNone ? spec[1] : spec[0], spec, importPath: scope?.ImportPath ?? path)
        {
            Owner = scope,
        };
}
