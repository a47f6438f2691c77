using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// The names in the #include lines of assembly files, found without preprocessing: a superset of what any target includes.
/// </summary>
internal static class AssemblyIncludes
{
    // More than any package has; a hostile one is not cached beyond.
    private const int MaxFiles = 1000;

    /// <summary>Every file that the files may include, by path, whether or not it exists; null where there are too many.</summary>
    /// <param name="files">The files.</param>
    /// <param name="assembly">The package's assembly files.</param>
    /// <param name="packageDirectory">Where names are looked up first.</param>
    /// <param name="includeDirectories">Where they are looked up then.</param>
    public static SortedSet<string>? Of(
        ISourceFiles files, ImmutableArray<SourceFile> assembly, string packageDirectory, ImmutableArray<string> includeDirectories)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var queue = new Queue<SourceFile>(assembly);
        while (queue.Count > 0)
        {
            var file = queue.Dequeue();
            foreach (var name in NamesIn(file.Text.Text))
            {
                foreach (var directory in Directories(file, packageDirectory, includeDirectories))
                {
                    var path = SourcePath.Combine(directory, name);
                    if (!found.Add(path))
                    {
                        continue;
                    }

                    if (found.Count > MaxFiles)
                    {
                        return null;
                    }

                    if (files.Read(path).File is { } included)
                    {
                        queue.Enqueue(included);
                    }
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> Directories(SourceFile file, string packageDirectory, ImmutableArray<string> includeDirectories)
    {
        yield return packageDirectory;
        yield return SourcePath.Directory(file.Path);
        foreach (var directory in includeDirectories)
        {
            yield return directory;
        }
    }

    private static IEnumerable<string> NamesIn(string text)
    {
        const string Directive = "include";
        for (var at = text.IndexOf('#'); at >= 0; at = text.IndexOf('#', at + 1))
        {
            var word = SkipBlanks(text, at + 1);
            if (string.CompareOrdinal(text, word, Directive, 0, Directive.Length) != 0)
            {
                continue;
            }

            var quote = SkipBlanks(text, word + Directive.Length);
            if (quote >= text.Length || text[quote] != '"')
            {
                continue;
            }

            var end = text.IndexOfAny(['"', '\n'], quote + 1);
            if (end > quote + 1 && text[end] == '"')
            {
                yield return text.Substring(quote + 1, end - quote - 1);
            }
        }
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is (' ' or '\t'))
        {
            at++;
        }

        return at;
    }
}
