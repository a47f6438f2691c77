using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Generator.Tests.Driving;
using GoAbi.Go;
using GoAbi.Source;
using GoAbi.Workspace;
using Xunit;

namespace GoAbi.Generator.Tests.Diagnostics;

/// <summary>The analyzer says what <c>goabi check --goroot none</c> says of the same files, finding by finding: on the sample, and on every rule's own modules.</summary>
public sealed class SameAsTheCommandTests
{
    public static IEnumerable<object[]> Modules() =>
        Directory.EnumerateFiles(Repository(), "go.mod", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Repository(), Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Where(static directory => directory.StartsWith("tests/GoAbi.Analysis.Tests/Rules/", StringComparison.Ordinal) || directory.StartsWith("samples/sandbox", StringComparison.Ordinal))
            .Where(static directory => !directory.Split('/').Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(static directory => new object[] { directory });

    [Theory]
    [MemberData(nameof(Modules))]
    public async Task TheAnalyzerFindsWhatTheCommandFinds(string module)
    {
        var directory = Path.Combine(Repository(), module);
        var loaded = await GoModule.LoadAsync(directory, new GoLoadOptions { GoRoot = "none" });
        var analysis = AbiAnalyzer.Analyze(loaded, new AbiAnalysisOptions());
        var expected = analysis.Findings.Select(static finding => Line(finding)).Order(StringComparer.Ordinal);
        var actual = await ProjectAt(directory).DiagnosticsAsync();
        Assert.Equal(expected, AnalyzedProject.Lines(actual.Where(diagnostic => analysis.Findings.Any(finding => finding.RuleId == diagnostic.Id))));
        Assert.All(actual, diagnostic => Assert.True(analysis.Findings.Any(finding => finding.RuleId == diagnostic.Id) || analysis.Diagnostics.Any(other => other.Id == diagnostic.Id), diagnostic.ToString()));
        Assert.All(actual, static diagnostic => Assert.StartsWith("https://", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal));
    }

    /// <summary>The Go files below a directory as the package's glob includes them.</summary>
    internal static GoProject ProjectAt(string directory)
    {
        var project = new GoProject().WithProperty("ProjectDir", directory + "/");
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(file) is ".s" or ".go" or ".h" || Path.GetFileName(file) is "go.mod" or "go.work")
            {
                project = project.WithFile(file, File.ReadAllText(file));
            }
        }

        return project;
    }

    internal static string Repository([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));

    private static string Line(Finding finding)
    {
        var text = finding.Location.File.Text;
        var start = text.GetLinePosition(finding.Location.Span.Start);
        var end = text.GetLinePosition(finding.Location.Span.End);
        var message = finding.Suggestion is null ? finding.Message : finding.Message + " (" + finding.Suggestion + ")";
        return FormattableString.Invariant($"{finding.Location.File.Path}:{start.Line + 1}:{start.Character + 1}-{end.Line + 1}:{end.Character + 1}: {finding.Severity} {finding.RuleId}: {message}");
    }
}
