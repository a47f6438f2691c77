using System;
using System.Collections.Generic;

namespace GoAbi.Source;

/// <summary>Paths as <see cref="ISourceFiles"/> uses them: '/' between parts on every OS. Pure functions of strings.</summary>
public static class SourcePath
{
    /// <summary>The part after the last '/'.</summary>
    public static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>The part before the last '/'; "" where there is none, "/" for a file of the root.</summary>
    public static string Directory(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : slash == 0 ? "/" : path.Substring(0, slash);
    }

    /// <summary>True for "/x" and "C:/x".</summary>
    public static bool IsAbsolute(string path) =>
        path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 2 && path[1] == ':' && path[2] == '/');

    /// <summary><paramref name="relative"/> seen from <paramref name="directory"/>, normalised; an absolute one stays itself.</summary>
    public static string Combine(string directory, string relative)
    {
        if (IsAbsolute(relative) || directory.Length == 0)
        {
            return Normalize(relative);
        }

        return Normalize(directory.EndsWith("/", StringComparison.Ordinal) ? directory + relative : directory + "/" + relative);
    }

    /// <summary>Without ".", ".." (where a part precedes it), doubled and trailing '/'. Backslashes are parts of names.</summary>
    public static string Normalize(string path)
    {
        if (IsNormal(path))
        {
            return path;
        }

        var rooted = path.StartsWith("/", StringComparison.Ordinal);
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part.Length == 0 || part == ".")
            {
                continue;
            }

            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".." || !rooted)
            {
                parts.Add(part);
            }
        }

        var joined = string.Join("/", parts);
        return rooted ? "/" + joined : joined;
    }

    // True where nothing is to be done; a path with ".." in front is left to the whole of it.
    private static bool IsNormal(string path)
    {
        var start = path.StartsWith("/", StringComparison.Ordinal) ? 1 : 0;
        for (var i = start; i <= path.Length; i++)
        {
            if (i < path.Length && path[i] != '/')
            {
                continue;
            }

            var length = i - start;
            if (length == 0 || (path[start] == '.' && (length == 1 || (length == 2 && path[start + 1] == '.'))))
            {
                return false;
            }

            start = i + 1;
        }

        return true;
    }

    /// <summary>True where <paramref name="path"/> is <paramref name="directory"/> or lies in it. Both normalised.</summary>
    public static bool IsWithin(string path, string directory) =>
        directory.Length == 0
            ? !IsAbsolute(path) && path != ".." && !path.StartsWith("../", StringComparison.Ordinal)
            : path.StartsWith(directory, StringComparison.Ordinal)
                && (path.Length == directory.Length || path[directory.Length] == '/' || directory[directory.Length - 1] == '/');

    /// <summary><paramref name="path"/> seen from <paramref name="directory"/>; unchanged where it does not lie in it.</summary>
    public static string Relative(string path, string directory)
    {
        if (directory.Length == 0 || !IsWithin(path, directory))
        {
            return path;
        }

        return path.Length == directory.Length ? "." : path.Substring(directory.Length).TrimStart('/');
    }
}
