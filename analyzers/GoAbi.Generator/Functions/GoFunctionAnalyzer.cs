using System.Collections.Immutable;
using System.Linq;
using GoAbi.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GoAbi.Generator;

/// <summary>Says what is wrong with <c>[GoFunction]</c> attributes, at the argument that is wrong.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GoFunctionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => GoFunctionIds.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(GoFunctionQuery.AttributeName) is { } attribute)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, attribute), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol attributeType)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        foreach (var attribute in type.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeType)
                && attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax syntax
                && GoFunctionQuery.Read(attribute) is { } query)
            {
                foreach (var problem in Problems(context, type, query))
                {
                    var location = problem.Argument.Length == 0 ? type.Locations[0] : AttributePlaces.Find(syntax, problem);
                    context.ReportDiagnostic(Diagnostic.Create(GoFunctionIds.Descriptors.First(d => d.Id == problem.Id), location, problem.Message));
                }
            }
        }
    }

    private static ImmutableArray<GoFunctionProblem> Problems(SymbolAnalysisContext context, INamedTypeSymbol type, GoFunctionQuery query)
    {
        var ct = context.CancellationToken;
        var problems = ImmutableArray.CreateBuilder<GoFunctionProblem>();
        if (GoFunctionType.Refusal(type, ct) is { } refusal)
        {
            problems.Add(new GoFunctionProblem(GoFunctionIds.Type, refusal, ""));
        }

        if (query.Package.Length == 0)
        {
            problems.AddRange(GoFunctionReading.OfSignature(query, ct).Problems);
            return problems.ToImmutable();
        }

        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var inputs = context.Options.AdditionalFiles.Select(text => GoInput.Read(text, provider.GetOptions(text))).Where(static i => i is not null).ToImmutableArray();
        var files = AdditionalSourceFiles.Create(inputs.Select(static i => i!.Text), ct);
        problems.AddRange(GoFunctionReading.OfPackage(query, files, inputs.Select(static i => i!.Path), ct).Problems);
        return problems.ToImmutable();
    }
}
