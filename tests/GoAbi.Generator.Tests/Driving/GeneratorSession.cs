using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GoAbi.Generator.Tests.Driving;

/// <summary>A generator that runs again and again over versions of a project, as in an editor.</summary>
internal sealed class GeneratorSession
{
    private GeneratorDriver driver;
    private GoProject project;
    private CSharpCompilation compilation;

    public GeneratorSession(GoProject project, params IIncrementalGenerator[] generators)
        : this(project, tracksSteps: true, generators)
    {
    }

    /// <param name="project">The first version of the project.</param>
    /// <param name="tracksSteps">False to measure: then there are no <see cref="Reasons"/>.</param>
    /// <param name="generators">The generators.</param>
    public GeneratorSession(GoProject project, bool tracksSteps, params IIncrementalGenerator[] generators)
    {
        this.project = project;
        compilation = project.Compile();
        driver = CSharpGeneratorDriver.Create(
            generators.Select(static generator => generator.AsSourceGenerator()),
            project.Files.Values,
            project.ParseOptions,
            project.OptionsProvider(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracksSteps));
        driver = driver.RunGenerators(compilation);
    }

    /// <summary>The last run of the first generator.</summary>
    public GeneratorRunResult Result => driver.GetRunResult().Results[0];

    /// <summary>The last run of all generators.</summary>
    public GeneratorDriverRunResult Results => driver.GetRunResult();

    /// <summary>Runs over the next version of the project. What is the same object in both is the same to the generators.</summary>
    public GeneratorSession Edit(GoProject next)
    {
        foreach (var (path, text) in next.Files)
        {
            if (!project.Files.TryGetValue(path, out var old))
            {
                driver = driver.AddAdditionalTexts([text]);
            }
            else if (!ReferenceEquals(old, text))
            {
                driver = driver.ReplaceAdditionalText(old, text);
            }
        }

        driver = driver.RemoveAdditionalTexts([.. project.Files.Where(file => !next.Files.ContainsKey(file.Key)).Select(static file => file.Value)]);
        if (!Equals(project.Properties, next.Properties) || !Equals(project.Metadata, next.Metadata))
        {
            driver = driver.WithUpdatedAnalyzerConfigOptions(next.OptionsProvider());
        }

        if (!Equals(project.Sources, next.Sources))
        {
            compilation = next.Compile();
        }

        project = next;
        driver = driver.RunGenerators(compilation);
        return this;
    }

    /// <summary>Why the outputs of a step are as they are; empty where the step has no such name or no outputs.</summary>
    public IncrementalStepRunReason[] Reasons(string step) =>
        Result.TrackedSteps.TryGetValue(step, out var runs) ? [.. runs.SelectMany(static run => run.Outputs).Select(static output => output.Reason)] : [];

    /// <summary>Why the generated files are as they are.</summary>
    public IncrementalStepRunReason[] OutputReasons() =>
        [.. Result.TrackedOutputSteps.Values.SelectMany(static runs => runs).SelectMany(static run => run.Outputs).Select(static output => output.Reason)];

    /// <summary>The project with what was generated for it.</summary>
    public Compilation Compile()
    {
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        return updated;
    }

    /// <summary>Everything that the compiler has to say about project and generated code, hidden remarks aside.</summary>
    public ImmutableArray<Diagnostic> Diagnostics() => [.. Compile().GetDiagnostics().Where(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)];
}
