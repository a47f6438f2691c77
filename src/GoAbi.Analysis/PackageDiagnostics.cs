using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Everything that was wrong with a package's input: its selection, its Go files, its assembly.</summary>
internal static class PackageDiagnostics
{
    public static List<SourceDiagnostic> Of(PackageSymbols symbols)
    {
        var found = new List<SourceDiagnostic>(symbols.Package.Diagnostics);
        foreach (var file in symbols.Package.GoFiles)
        {
            found.AddRange(file.Tree.Diagnostics);
        }

        foreach (var program in symbols.Programs)
        {
            found.AddRange(program.Diagnostics);
        }

        return found;
    }
}
