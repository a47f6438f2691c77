using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// Finds what #include names: in the directory of the file that is assembled (not of the one that includes), then in the
/// -I directories, then among the built-in headers. Nothing outside of the allowed directories is read, by whatever link.
/// </summary>
internal sealed class IncludeResolver(AsmProgramOptions options, string mainPath, AsmNameTable names, CancellationToken cancellation)
{
    private const string GoAsmHeader = "go_asm.h";

    private readonly Dictionary<string, IncludedFile> byPath = new(StringComparer.Ordinal);
    private readonly string mainDirectory = SourcePath.Directory(mainPath);
    private ImmutableArray<string> roots;

    public IncludeResult Resolve(string name)
    {
        if (Search(mainDirectory, name) is { } beside)
        {
            return beside;
        }

        // go build puts the generated header into a directory that comes first among the -I ones.
        if (name == GoAsmHeader)
        {
            return Open(options.GoAsmHeader ?? BuiltInHeaders.Empty);
        }

        foreach (var directory in options.IncludeDirectories)
        {
            if (Search(directory, name) is { } found)
            {
                return found;
            }
        }

        return BuiltInHeaders.Find(name) is { } builtIn
            ? Open(builtIn)
            : IncludeResult.Failed("there is no file " + name + " to include");
    }

    // Null where no file of that name is there: the search goes on.
    private IncludeResult? Search(string directory, string name)
    {
        if (options.Files is not { } files || name.Length == 0 || name.IndexOf('\0') >= 0)
        {
            return null;
        }

        var path = SourcePath.Combine(directory, name);
        if (byPath.TryGetValue(path, out var known))
        {
            return new IncludeResult(known, null, IsFirst: false);
        }

        var identity = files.GetIdentity(path);
        if (identity is null)
        {
            return null;
        }

        if (!IsAllowed(files, identity))
        {
            return IncludeResult.Failed(name + " lies outside of the directories that may be included from");
        }

        var read = files.Read(path);
        return read.File is not null ? Open(read.File, path)
            : read.Failure == SourceReadFailure.NotFound ? null
            : IncludeResult.Failed(name + " can't be included: " + read.Reason);
    }

    private bool IsAllowed(ISourceFiles files, string identity)
    {
        if (roots.IsDefault)
        {
            var found = ImmutableArray.CreateBuilder<string>();
            foreach (var root in options.AllowedRoots.IsDefaultOrEmpty ? ImmutableArray.Create(mainDirectory) : options.AllowedRoots)
            {
                found.Add(files.GetIdentity(root) ?? SourcePath.Normalize(root));
            }

            foreach (var directory in options.IncludeDirectories)
            {
                found.Add(files.GetIdentity(directory) ?? SourcePath.Normalize(directory));
            }

            roots = found.ToImmutable();
        }

        foreach (var root in roots)
        {
            if (SourcePath.IsWithin(identity, root))
            {
                return true;
            }
        }

        return false;
    }

    private IncludeResult Open(SourceFile file, string? path = null)
    {
        var key = path ?? "<" + file.Path + ">";
        if (byPath.TryGetValue(key, out var known))
        {
            return new IncludeResult(known, null, IsFirst: false);
        }

        var tree = path is null && !ReferenceEquals(file, options.GoAsmHeader) ? names.Session.Header(file, names, cancellation)
            : path is not null && options.ParseInclude is { } parse ? parse(file)
            : AsmSyntaxTree.Parse(file, names, cancellation);
        var entry = new IncludedFile(tree, ReferenceEquals(tree.Names, names) ? tree.LexedTokens : Translate(tree));
        byPath.Add(key, entry);
        return new IncludeResult(entry, null, IsFirst: true);
    }

    // A tree from another session: its names get this session's numbers.
    private LexedToken[] Translate(AsmSyntaxTree tree)
    {
        var numbers = new Dictionary<int, int>();
        var tokens = (LexedToken[])tree.LexedTokens.Clone();
        for (var i = 0; i < tokens.Length; i++)
        {
            var id = tokens[i].NameId;
            if (id == 0)
            {
                continue;
            }

            if (!numbers.TryGetValue(id, out var number))
            {
                numbers.Add(id, number = names.Intern(tree.Names.GetText(id).AsSpan()));
            }

            tokens[i] = tokens[i].WithName(tokens[i].Kind, number);
        }

        return tokens;
    }
}

/// <summary>A file that was included, with its number in the program once it has one.</summary>
internal sealed class IncludedFile(AsmSyntaxTree tree, LexedToken[] tokens)
{
    public AsmSyntaxTree Tree { get; } = tree;

    public LexedToken[] Tokens { get; } = tokens;

    public int? Source { get; set; }
}

/// <summary>A file to include, or why there is none.</summary>
internal readonly record struct IncludeResult(IncludedFile? Entry, string? Problem, bool IsFirst)
{
    public AsmSyntaxTree? Tree => Entry?.Tree;

    public int? Source => Entry?.Source;

    public static IncludeResult Failed(string problem) => new(null, problem, IsFirst: false);
}
