// How often each of the six cases is in a Go module, by package: dotnet run cases.cs ../sandbox
#:property PublishAot=false
#:package GoAbi@$(GoAbiVersion)
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Source;
using GoAbi.Workspace;

var module = await GoModule.LoadAsync(args.Length > 0 ? args[0] : ".", new GoLoadOptions { GoRoot = "none" });
var analysis = AbiAnalyzer.Analyze(module, new AbiAnalysisOptions { CollectCallSites = true, RunRules = false });
foreach (var package in analysis.CallSites.GroupBy(site => SourcePath.Directory(SourcePath.Relative(site.Location.File.Path, analysis.Root))).OrderBy(group => group.Key, StringComparer.Ordinal))
{
    Console.WriteLine(package.Key.Length == 0 ? "." : package.Key);
    foreach (var @case in package.GroupBy(site => site.Case).OrderBy(group => group.Key))
    {
        Console.WriteLine($"  {@case.Count(),5}  {@case.Key}");
    }
}
