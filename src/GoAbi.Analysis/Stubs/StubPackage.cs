using System;
using System.Collections.Generic;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// All files of a package's directory, for every platform that builds them: where functions are defined and declared, and
/// which names are taken.
/// </summary>
internal sealed class StubPackage
{
    private readonly HashSet<string> takenNames = new(StringComparer.Ordinal);

    private StubPackage(string directory, PlatformFiles platforms)
    {
        Directory = directory;
        Platforms = platforms;
    }

    public string Directory { get; }

    public PlatformFiles Platforms { get; }

    /// <summary>Every TEXT, once for each file and architecture that builds it.</summary>
    public List<(Target Target, AsmProgram Program, AsmFunction Function)> Definitions { get; } = [];

    /// <summary>Every Go file.</summary>
    public List<GoSyntaxTree> GoFiles { get; } = [];

    public static StubPackage Read(AnalysisSession session, GoPackage package, CancellationToken cancellationToken)
    {
        var read = new StubPackage(package.Directory, new PlatformFiles(session.Files, package.Target));
        foreach (var entry in session.Module.Files.List(package.Directory))
        {
            var path = SourcePath.Combine(package.Directory, entry.Name);
            if (entry.IsDirectory)
            {
                continue;
            }

            if (entry.Name.EndsWith(".go", StringComparison.Ordinal) && session.Files.Tree(path, skipFunctionBodies: false, cancellationToken) is { } tree)
            {
                read.AddGo(tree);
            }
            else if (entry.Name.EndsWith(".s", StringComparison.Ordinal) && session.Files.Read(path).File is { } file)
            {
                read.AddAssembly(session, package, file, cancellationToken);
            }
        }

        return read;
    }

    /// <summary>A name that nothing in the package has, for any platform or test.</summary>
    public string FreeName(string wanted)
    {
        var name = wanted;
        for (var i = 2; takenNames.Contains(name); i++)
        {
            name = FormattableString.Invariant($"{wanted}{i}");
        }

        takenNames.Add(name);
        return name;
    }

    /// <summary>The declarations of a function, with or without body, in every file.</summary>
    public IEnumerable<GoNode> DeclarationsOf(string name)
    {
        foreach (var tree in GoFiles)
        {
            foreach (var declaration in tree.Root.Children)
            {
                if (declaration.Kind == GoSyntaxKind.FuncDecl && declaration[0].IsNone && declaration[1].Text == name)
                {
                    yield return declaration;
                }
            }
        }
    }

    /// <summary>Makes the names that another package uses as good as taken.</summary>
    public void TakeNamesOf(GoPackage package)
    {
        foreach (var file in package.GoFiles)
        {
            TakeNamesOf(file.Tree);
        }
    }

    private void AddGo(GoSyntaxTree tree)
    {
        GoFiles.Add(tree);
        TakeNamesOf(tree);
    }

    private void TakeNamesOf(GoSyntaxTree tree)
    {
        foreach (var node in tree.AllNodes())
        {
            // Locals too: a stub's name must mean the stub wherever it is called.
            if (node.Kind == GoSyntaxKind.Identifier)
            {
                takenNames.Add(node.Text);
            }
        }
    }

    private void AddAssembly(AnalysisSession session, GoPackage package, SourceFile file, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var target in Platforms.Of(file.Path))
        {
            if (!seen.Add(target.Goarch))
            {
                continue;
            }

            var program = session.Assemble(file, target, SymbolNames.LinkPath(package), cancellationToken);
            foreach (var function in program.Functions)
            {
                Definitions.Add((target, program, function));
                takenNames.Add(function.Text.Symbol.Name.TrimStart('.'));
            }
        }
    }
}
