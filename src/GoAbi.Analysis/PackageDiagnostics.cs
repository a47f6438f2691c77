using System.Collections.Generic;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Everything that was wrong with a package's input: its selection, its Go files, its assembly as far as that could not be read, and what it lacks.</summary>
internal static class PackageDiagnostics
{
    public static List<SourceDiagnostic> Of(AnalysisUnit unit, CancellationToken cancellationToken)
    {
        var found = OfText(unit.Symbols);
        new MissingSources(unit, cancellationToken).AddTo(found);
        return found;
    }

    /// <summary>What was wrong with the files themselves.</summary>
    public static List<SourceDiagnostic> OfText(PackageSymbols symbols)
    {
        var found = new List<SourceDiagnostic>(symbols.Package.Diagnostics);
        foreach (var file in symbols.Package.GoFiles)
        {
            found.AddRange(file.Tree.Diagnostics);
        }

        foreach (var program in symbols.Programs)
        {
            foreach (var diagnostic in program.Diagnostics)
            {
                if (!AssemblyDiagnostics.IsFinding(diagnostic))
                {
                    found.Add(diagnostic);
                }
            }
        }

        return found;
    }
}
