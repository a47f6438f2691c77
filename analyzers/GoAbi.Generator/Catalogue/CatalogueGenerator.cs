using System;
using System.Text;
using GoAbi.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GoAbi.Generator;

/// <summary>
/// Generates a typed catalogue of the assembly in a project's Go files. Options are reduced first, each file is parsed in a step of its own whose value is equal as long as the file says the same, and what is
/// generated is divided into files by package and target.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class CatalogueGenerator : IIncrementalGenerator
{
    /// <summary>The step that reads the project's options.</summary>
    public const string OptionsStep = "GoAbi.Catalogue.Options";

    /// <summary>The step that finds the Go files.</summary>
    public const string InputsStep = "GoAbi.Catalogue.Inputs";

    /// <summary>The step that parses a file.</summary>
    public const string ParseStep = "GoAbi.Catalogue.Parse";

    /// <summary>The step that analyses, and says what each generated file holds.</summary>
    public const string PartsStep = "GoAbi.Catalogue.Parts";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var workspace = new CatalogueWorkspace();
        var options = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => GoProjectOptions.Read(provider.GlobalOptions))
            .WithTrackingName(OptionsStep);
        var choice = options.Select(static (project, _) => (project.WantsCatalogue, project.IncludeTests));
        var inputs = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => GoInput.Read(pair.Left, pair.Right.GetOptions(pair.Left)))
            .Where(static input => input is not null)
            .Combine(choice)
            .Where(static pair => pair.Right.WantsCatalogue && (pair.Right.IncludeTests || !pair.Left!.Path.EndsWith("_test.go", StringComparison.Ordinal)))
            .Select(static (pair, _) => pair.Left!)
            .WithTrackingName(InputsStep);
        var files = inputs
            .Select(static (input, _) => input.Text)
            .Select((text, cancellationToken) => workspace.Parse(AdditionalSourceFiles.Read(text, cancellationToken), cancellationToken))
            .WithTrackingName(ParseStep);
        var places = inputs.Select(static (input, _) => new GoFilePlace(input.Path, input.Target, input.Namespace));
        var parts = files.Collect()
            .Combine(places.Collect())
            .Combine(options)
            .SelectMany((all, cancellationToken) => workspace.Update(all.Left.Left, all.Left.Right, all.Right, cancellationToken))
            .WithTrackingName(PartsStep);
        context.RegisterSourceOutput(parts, static (output, part) => output.AddSource(part.HintName, SourceText.From(CatalogueWriter.Write(part), Encoding.UTF8)));
    }
}
