using System;
using System.Collections.Immutable;
using System.Text;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>The module cache under GOPATH/pkg/mod (golang.org/x/mod/module: EscapePath). Read as it is; nothing is downloaded.</summary>
internal sealed class GoModuleCache(ISourceFiles files, ImmutableArray<string> goPath)
{
    private const string Mod = "pkg/mod";

    /// <summary>Directory of a module that is in the cache; null otherwise.</summary>
    public string? FindDirectory(GoModuleVersion module)
    {
        if (!IsPlain(module.Path) || !IsPlain(module.Version))
        {
            return null;
        }

        foreach (var root in goPath)
        {
            var directory = SourcePath.Combine(root, Mod + "/" + Escape(module.Path) + "@" + Escape(module.Version));
            if (!files.List(directory).IsEmpty)
            {
                return directory;
            }
        }

        return null;
    }

    /// <summary>The go.mod of a module: of its directory, else the one that was downloaded alone; null where neither is there.</summary>
    public SourceFile? FindModFile(GoModuleVersion module)
    {
        if (FindDirectory(module) is { } directory
            && files.Read(SourcePath.Combine(directory, "go.mod")).File is { } inDirectory)
        {
            return inDirectory;
        }

        if (!IsPlain(module.Path) || !IsPlain(module.Version))
        {
            return null;
        }

        foreach (var root in goPath)
        {
            var path = Mod + "/cache/download/" + Escape(module.Path) + "/@v/" + Escape(module.Version) + ".mod";
            if (files.Read(SourcePath.Combine(root, path)).File is { } file)
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>The module that a directory of the cache belongs to, by the directory's name; null outside the cache.</summary>
    public (string ModulePath, string Directory)? FindModule(string directory)
    {
        foreach (var root in goPath)
        {
            var cache = SourcePath.Combine(root, Mod);
            if (!SourcePath.IsWithin(directory, cache) || directory.Length == cache.Length)
            {
                continue;
            }

            var relative = SourcePath.Relative(directory, cache);
            var at = relative.IndexOf('@');
            if (at > 0)
            {
                var end = relative.IndexOf('/', at);
                return (Unescape(relative.Substring(0, at)), SourcePath.Combine(cache, end < 0 ? relative : relative.Substring(0, end)));
            }
        }

        return null;
    }

    // Upper-case letters are "!" and the lower-case letter, for file systems that can't tell them apart.
    private static string Escape(string path)
    {
        var escaped = new StringBuilder(path.Length + 4);
        foreach (var c in path)
        {
            if (c is >= 'A' and <= 'Z')
            {
                escaped.Append('!').Append((char)(c + 'a' - 'A'));
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }

    private static string Unescape(string path)
    {
        var plain = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '!' && i + 1 < path.Length && path[i + 1] is >= 'a' and <= 'z')
            {
                plain.Append((char)(path[++i] - 'a' + 'A'));
            }
            else
            {
                plain.Append(path[i]);
            }
        }

        return plain.ToString();
    }

    // A path of go.mod must not lead out of the cache.
    private static bool IsPlain(string path) =>
        path.Length > 0 && path[0] != '/' && path.IndexOf("..", StringComparison.Ordinal) < 0 && path.IndexOf('\\') < 0;
}
