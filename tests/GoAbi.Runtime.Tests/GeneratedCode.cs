using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using GoAbi.Conventions;
using GoAbi.Reporting;
using GoAbi.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GoAbi.Runtime.Tests;

/// <summary>C# for a signature, compiled: warnings are errors.</summary>
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

    /// <summary>The properties of a type that read itself, as "name=value".</summary>
    public IEnumerable<string> Read(string type, IRegisterFile registers, IMemoryReader memory)
    {
        var value = assembly.GetType(type)!.GetMethod("Read")!.Invoke(null, [registers, memory])!;
        return value.GetType().GetProperties().Select(p => FormattableString.Invariant($"{p.Name}={p.GetValue(value)}"));
    }

    /// <summary>Where the properties of a type say that they are.</summary>
    public IEnumerable<string> Places(string type) =>
        assembly.GetType(type)!.GetProperties().Select(static p => p.GetCustomAttribute<GoPlaceAttribute>()!).Select(static a => a.Value + " " + a.Place);
}
