using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>Says once for each missing package, and once for each other name and file, what could not be resolved.</summary>
internal static class UnresolvedNames
{
    public static ImmutableArray<SourceDiagnostic> Summarize(ImmutableArray<FileBinding> files)
    {
        var found = ImmutableArray.CreateBuilder<SourceDiagnostic>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            seen.RemoveWhere(static key => key[0] == ' ');
            foreach (var (node, package) in file.Unresolved())
            {
                // What C declares is for cgo to know; nothing is missing.
                if (package?.ImportPath == "C")
                {
                    continue;
                }

                var name = node.Text;
                var (key, message) = package is null
                    ? (" " + name, "Nothing declares " + name + ".")
                    : (package.ImportPath + "." + name, "Package \"" + package.ImportPath + "\" has no " + name + " here.");
                if (seen.Add(key))
                {
                    found.Add(new SourceDiagnostic(DiagnosticIds.IncompletePackage, Severity.Info, message, node.Location));
                }
            }
        }

        return found.ToImmutable();
    }
}
