using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// The names in the #include lines of assembly files, found in their tokens without preprocessing: all that any target includes, and perhaps more.
/// </summary>
internal static class AssemblyIncludes
{
    // More than any package has; a hostile one is not cached beyond.
    private const int MaxFiles = 1000;

    /// <summary>Every file that the files may include, by path, whether or not it exists; null where that can't be told.</summary>
    /// <param name="session">Files and their trees.</param>
    /// <param name="assembly">The package's assembly files.</param>
    /// <param name="packageDirectory">Where names are looked up first.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static SortedSet<string>? Of(AnalysisSession session, ImmutableArray<SourceFile> assembly, string packageDirectory, CancellationToken cancellationToken)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var queue = new Queue<SourceFile>(assembly);
        while (queue.Count > 0)
        {
            var file = queue.Dequeue();
            foreach (var name in NamesIn(session.Parse(file, cancellationToken)))
            {
                // Names with escapes are nobody's.
                if (name.IndexOf('\\') >= 0)
                {
                    return null;
                }

                foreach (var directory in Directories(file, packageDirectory, session.IncludeDirectories))
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

                    if (session.Module.Files.Read(path).File is { } included)
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

    private static List<string> NamesIn(AsmSyntaxTree tree)
    {
        var names = new List<string>();
        var text = tree.File.Text;
        var before = "";
        var beforeThat = "";
        foreach (var token in tree.Tokens)
        {
            if (beforeThat == "#" && before == "include" && token.Length >= 2 && text.Text[token.Start] is ('"' or '`'))
            {
                names.Add(text.ToString(new TextSpan(token.Start + 1, token.Length - 2)));
            }

            beforeThat = before;
            before = token.Length is 1 or 7 ? text.ToString(token.Span) : "";
        }

        return names;
    }
}
