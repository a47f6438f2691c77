// Stops a change that brings findings into a Go module: dotnet run -- MODULE [BASELINE] [REPORT.sarif]
// The baseline holds fingerprints, a line each; without one every finding counts. Status: 0 nothing new, 1 something new, 3 something could not be read.
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Reporting;
using GoAbi.Workspace;

if (args.Length is 0 or > 3)
{
    Console.Error.WriteLine("ReviewGate MODULE [BASELINE] [REPORT.sarif]");
    return 2;
}

// No GOROOT: the gate says the same on every machine.
var module = await GoModule.LoadAsync(args[0], new GoLoadOptions { GoRoot = "none" });
var analysis = AbiAnalyzer.Analyze(module, new AbiAnalysisOptions());
var unread = IncompleteInput.Of(analysis);
foreach (var diagnostic in unread)
{
    Console.Error.WriteLine(diagnostic);
}

if (args.Length == 3)
{
    using var report = File.Create(args[2]);
    CheckSarifReport.Write(analysis, "review-gate", report);
}

var known = args.Length > 1 && File.Exists(args[1]) ? File.ReadLines(args[1]).ToHashSet(StringComparer.Ordinal) : [];
var fingerprints = Fingerprints.Compute(analysis.Findings);
var added = 0;
for (var i = 0; i < analysis.Findings.Length; i++)
{
    if (!known.Contains(fingerprints[i]))
    {
        added++;
        Console.WriteLine($"{fingerprints[i]}  {analysis.Findings[i].Severity}: {analysis.Findings[i]}");
    }
}

Console.WriteLine($"{added} new, {analysis.Findings.Length} in all");
return unread.Length > 0 ? 3 : added > 0 ? 1 : 0;
