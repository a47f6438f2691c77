using System;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// What paths inside a summary are relative to, so that none names a machine: the package's directory, the root of the
/// analysis, the toolchain's directory and that of its sources.
/// </summary>
public sealed record SummaryRoots
{
    private const int Count = 4;

    /// <summary>The package's directory.</summary>
    public required string Package { get; init; }

    /// <summary>What results are relative to.</summary>
    public required string Module { get; init; }

    /// <summary>GOROOT; null for none.</summary>
    public string? GoRoot { get; init; }

    /// <summary>The directory of the standard library's sources, which may lie outside GOROOT; null for none.</summary>
    public string? GoRootSources { get; init; }

    /// <summary>The roots of a directory of a module.</summary>
    /// <param name="module">The module.</param>
    /// <param name="directory">The package's directory.</param>
    public static SummaryRoots Of(GoModule module, string directory)
    {
        if (module is null)
        {
            throw new ArgumentNullException(nameof(module));
        }

        return new SummaryRoots
        {
            Package = directory ?? throw new ArgumentNullException(nameof(directory)),
            Module = module.Root,
            GoRoot = module.GoRoot?.Path,
            GoRootSources = module.GoRoot?.SourceDirectory ?? (module.Modules.UsesStandardModel ? GoStandardModel.SourceDirectory : null),
        };
    }

    /// <summary>The number of a root that holds a path, and the path from there; null where none does.</summary>
    internal (int Root, string Path)? Relative(string path)
    {
        for (var i = 0; i < Count; i++)
        {
            if (RootOf(i) is { } root && SourcePath.IsWithin(path, root))
            {
                return (i, SourcePath.Relative(path, root));
            }
        }

        return null;
    }

    /// <summary>The path that stands for a root's number and a path from there; null where there is no such root or the path leaves it.</summary>
    internal string? Absolute(int root, string path)
    {
        if (root is < 0 or >= Count || RootOf(root) is not { } directory)
        {
            return null;
        }

        var absolute = path == "." ? directory : SourcePath.Combine(directory, path);
        return SourcePath.IsWithin(absolute, directory) ? absolute : null;
    }

    /// <summary>True where a text names one of the directories, as a message about a file that can't be read may.</summary>
    internal bool AreNamedIn(string text)
    {
        for (var i = 0; i < Count; i++)
        {
            if (RootOf(i) is { Length: > 1 } root && IsNamedIn(root, text))
            {
                return true;
            }
        }

        return false;
    }

    // "/m" is named in "can't open /m/a.go", and neither in "example.com/m" nor in "/main".
    private static bool IsNamedIn(string root, string text)
    {
        for (var at = text.IndexOf(root, StringComparison.Ordinal); at >= 0; at = text.IndexOf(root, at + 1, StringComparison.Ordinal))
        {
            var end = at + root.Length;
            if ((at == 0 || !IsOfName(text[at - 1])) && (end == text.Length || !IsOfName(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-';

    private string? RootOf(int root) => root switch
    {
        0 => Package,
        1 => Module,
        2 => GoRoot,
        _ => GoRootSources,
    };
}
