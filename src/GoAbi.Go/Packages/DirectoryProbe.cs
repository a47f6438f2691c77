using System;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>Questions about directories, answered from their listings.</summary>
internal static class DirectoryProbe
{
    public static bool HasFile(ISourceFiles files, string directory, string name)
    {
        foreach (var entry in files.List(directory))
        {
            if (entry.Name == name)
            {
                return !entry.IsDirectory;
            }
        }

        return false;
    }

    /// <summary>True where the directory holds something to compile or assemble; what the target selects is another question.</summary>
    public static bool HasSources(ImmutableArray<SourceEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (!entry.IsDirectory && !GoFileName.IsHidden(entry.Name)
                && (entry.Name.EndsWith(".go", StringComparison.Ordinal) || entry.Name.EndsWith(".s", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
