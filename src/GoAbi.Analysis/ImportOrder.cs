using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>Which of the analysed directories come before which: those that a package imports, its tests aside, since tests may import in circles.</summary>
internal static class ImportOrder
{
    /// <summary>For each directory the numbers of those that it imports, sorted.</summary>
    public static IReadOnlyList<IReadOnlyCollection<int>> Of(TargetAnalysis analysis, ImmutableArray<string> directories)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < directories.Length; i++)
        {
            numbers[directories[i]] = i;
        }

        var order = new SortedSet<int>[directories.Length];
        for (var i = 0; i < directories.Length; i++)
        {
            order[i] = [];
            foreach (var (package, _) in analysis.Directory(directories[i]).Scopes)
            {
                AddImports(analysis, package, numbers, order[i]);
            }
        }

        return order;
    }

    private static void AddImports(TargetAnalysis analysis, GoPackage package, Dictionary<string, int> numbers, SortedSet<int> order)
    {
        foreach (var file in package.GoFiles)
        {
            if (file.IsTest)
            {
                continue;
            }

            foreach (var path in file.Imports)
            {
                if (analysis.Resolve(path, package.Directory) is { } location && numbers.TryGetValue(location.Directory, out var number))
                {
                    order.Add(number);
                }
            }
        }
    }
}
