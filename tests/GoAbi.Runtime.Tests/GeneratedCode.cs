using System;
using System.IO;
using System.Linq;
using System.Reflection;
using GoAbi.Conventions;
using GoAbi.Reporting;
using GoAbi.Source;
using GoAbi.Testing.Readers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GoAbi.Runtime.Tests;

/// <summary>What 'goabi layout --emit csharp' writes for a signature, compiled: warnings are errors.</summary>
internal sealed class GeneratedCode
{
    private readonly Assembly assembly;

    private GeneratedCode(Assembly assembly) => this.assembly = assembly;

    public static GeneratedCode Of(string signature, string declarations, Target target)
    {
        var text = AbiSignatureText.Read(
            new SourceFile("signature", SourceText.FromString(signature)), new SourceFile("decls", SourceText.FromString(declarations)), target);
        Assert.Empty(text.Diagnostics);
        var layout = AbiLayout.Compute(text.Function!, target, out _)!;
        using var source = new StringWriter();
        CSharpLayoutReport.Write(new LayoutSubject(signature, text.Name, layout), source);
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "generated",
            [CSharpSyntaxTree.ParseText(source.ToString(), new CSharpParseOptions(LanguageVersion.CSharp10, DocumentationMode.Diagnose))],
            platform,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, generalDiagnosticOption: ReportDiagnostic.Error, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics) + "\n" + source);
        return new GeneratedCode(Assembly.Load(image.ToArray()));
    }

    /// <summary>A type read, as it prints itself; "" where it can't be read.</summary>
    public string Read(string type, IRegisterFile registers, IMemoryReader memory) => ReaderValues.Read(assembly.GetType(type)!, registers, memory)?.ToString() ?? "";

    /// <summary>Where the properties of a type say that they are.</summary>
    public string Places(string type) =>
        string.Join(", ", assembly.GetType(type)!.GetProperties().Select(static p => p.GetCustomAttribute<GoPlaceAttribute>()!).Select(static a => a.Value + " " + a.Place.Replace(", ", "+", StringComparison.Ordinal)));
}
