using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace GoAbi.Generator.Tests.Driving;

public sealed class DrivingTests
{
    [Fact]
    public void AnEditRunsTheGeneratorOverTheEditedFileOnly()
    {
        var project = GoProject.Of(("a.s", "1"), ("b.s", "2")).WithProperty("GoAbiNamespace", "N");
        var session = new GeneratorSession(project, new PathEcho());
        Assert.Equal(["// /p/a.s Source N 1", "// /p/b.s Source N 2"], Texts(session));

        session.Edit(project.WithFile("b.s", "3", ("GoAbiTarget", "t")));

        Assert.Equal(["// /p/a.s Source N 1", "// /p/b.s Source N 3"], Texts(session));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], session.Reasons("Read"));
        Assert.Empty(session.Diagnostics());
    }

    [Fact]
    public void AFileCanBeTakenAway()
    {
        var project = GoProject.Of(("a.s", "1"), ("b.s", "2"));
        var session = new GeneratorSession(project, new PathEcho());
        Assert.Equal(["// /p/b.s Source  2"], Texts(session.Edit(project.Without("a.s"))));
    }

    private static string[] Texts(GeneratorSession session) => [.. session.Result.GeneratedSources.Select(static source => source.SourceText.ToString())];

    [System.Diagnostics.CodeAnalysis.SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1041", Justification = "Runs in the test's own process.")]
    private sealed class PathEcho : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var texts = context.AdditionalTextsProvider.Select(static (text, ct) => (text.Path, Text: text.GetText(ct)!.ToString(), Source: text)).WithTrackingName("Read");
            context.RegisterSourceOutput(texts.Combine(context.AnalyzerConfigOptionsProvider), static (output, pair) =>
            {
                pair.Right.GetOptions(pair.Left.Source).TryGetValue("build_metadata.AdditionalFiles.GoAbiKind", out var kind);
                pair.Right.GlobalOptions.TryGetValue("build_property.GoAbiNamespace", out var name);
                output.AddSource(System.IO.Path.GetFileName(pair.Left.Path), "// " + pair.Left.Path + " " + kind + " " + name + " " + pair.Left.Text);
            });
        }
    }
}
