using System.Collections.Immutable;
using System.Linq;
using System.Text;
using GoAbi.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GoAbi.Generator;

/// <summary>Completes record structs with a <c>[GoFunction]</c> attribute. What is wrong with them is said by <see cref="GoFunctionAnalyzer"/>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class GoFunctionGenerator : IIncrementalGenerator
{
    /// <summary>The step that reads the attributes.</summary>
    public const string RequestStep = "GoFunctionRequests";

    /// <summary>The step that writes the code of functions whose signature is written out.</summary>
    public const string SignatureStep = "GoFunctionSignatures";

    /// <summary>The step that writes the code of functions of packages.</summary>
    public const string PackageStep = "GoFunctionPackages";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var requests = context.SyntaxProvider
            .ForAttributeWithMetadataName(GoFunctionQuery.AttributeName, static (node, _) => node is TypeDeclarationSyntax, static (found, ct) => Request.Read(found, ct))
            .Where(static request => request is not null)
            .Select(static (request, _) => request!)
            .WithTrackingName(RequestStep);

        var written = requests
            .Where(static request => request.Query.Package.Length == 0)
            .Select(static (request, ct) => Output.Of(request, GoFunctionReading.OfSignature(request.Query, ct)))
            .WithTrackingName(SignatureStep);

        // Go files are looked at where an attribute names a package, and nowhere else.
        var goFiles = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => GoInput.Read(pair.Left, pair.Right.GetOptions(pair.Left)))
            .Where(static input => input is not null && !input.Path.EndsWith(".s", System.StringComparison.Ordinal) && !input.Path.EndsWith(".h", System.StringComparison.Ordinal))
            .Collect();
        var looked = requests
            .Where(static request => request.Query.Package.Length > 0)
            .Combine(goFiles)
            .Select(static (pair, ct) =>
            {
                var files = AdditionalSourceFiles.Create(pair.Right.Select(static i => i!.Text), ct);
                return Output.Of(pair.Left, GoFunctionReading.OfPackage(pair.Left.Query, files, pair.Right.Select(static i => i!.Path), ct));
            })
            .WithTrackingName(PackageStep);

        context.RegisterSourceOutput(written, static (production, output) => output.Add(production));
        context.RegisterSourceOutput(looked, static (production, output) => output.Add(production));
    }

    /// <summary>An attribute on a type that can be completed.</summary>
    private sealed record Request(GoFunctionType Type, GoFunctionQuery Query)
    {
        public static Request? Read(GeneratorAttributeSyntaxContext found, System.Threading.CancellationToken ct) =>
            found.TargetSymbol is INamedTypeSymbol type && IsFirst(type, found) && GoFunctionType.Refusal(type, ct) is null && GoFunctionQuery.Read(found.Attributes[0]) is { } query
                ? new Request(GoFunctionType.Read(type, found.SemanticModel.Compilation), query)
                : null;

        // One on each of two declarations is an error, which the compiler says; two files of one name would end the generator.
        private static bool IsFirst(INamedTypeSymbol type, GeneratorAttributeSyntaxContext found)
        {
            var kind = found.Attributes[0].AttributeClass;
            return type.GetAttributes().First(other => SymbolEqualityComparer.Default.Equals(other.AttributeClass, kind)).ApplicationSyntaxReference is not { } first
                || (first.SyntaxTree == found.TargetNode.SyntaxTree && found.TargetNode.Span.Contains(first.Span));
        }
    }

    /// <summary>A generated file; "" for none.</summary>
    private sealed record Output(string FileName, string Text)
    {
        public static Output Of(Request request, GoFunctionReading reading) =>
            new(request.Type.FileName, reading.Layout is { } layout ? GoFunctionSource.Write(request.Type, request.Query, layout) : "");

        public void Add(SourceProductionContext production)
        {
            if (Text.Length > 0)
            {
                production.AddSource(FileName, SourceText.From(Text, Encoding.UTF8));
            }
        }
    }
}
