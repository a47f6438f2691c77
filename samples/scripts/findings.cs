// What goabi finds in a Go module: dotnet run findings.cs ../sandbox
// Elsewhere write the version: #:package GoAbi@0.1.0 stands for the line below.
#:property PublishAot=false
#:package GoAbi@$(GoAbiVersion)
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Workspace;

var module = await GoModule.LoadAsync(args.Length > 0 ? args[0] : ".", new GoLoadOptions { GoRoot = "none" });
var analysis = AbiAnalyzer.Analyze(module, new AbiAnalysisOptions());
foreach (var finding in analysis.Findings) Console.WriteLine(finding);
