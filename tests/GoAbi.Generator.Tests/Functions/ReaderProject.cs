using System;
using System.IO;
using System.Linq;
using System.Reflection;
using GoAbi.Generator.Tests.Driving;
using GoAbi.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GoAbi.Generator.Tests.Functions;

/// <summary>Projects with [GoFunction] readers: C# 10, GoAbi.Runtime and nothing else of ours.</summary>
internal static class ReaderProject
{
    public static GoProject Of(string source) => new GoProject
    {
        ParseOptions = new CSharpParseOptions(LanguageVersion.CSharp10, DocumentationMode.Diagnose),
        References = PlatformReferences.Net.Add(MetadataReference.CreateFromFile(typeof(GoFunctionAttribute).Assembly.Location)),
    }.WithSource("/p/Readers.cs", source);

    public static GeneratorSession Run(GoProject project) => new(project, new GoFunctionGenerator());

    /// <summary>The project with what is generated for it, loaded. There must be nothing to say about it.</summary>
    public static Assembly Load(GoProject project)
    {
        var session = Run(project);
        Assert.Null(session.Result.Exception);
        var compilation = session.Compile();
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        var said = result.Diagnostics.Where(static d => d.Severity != DiagnosticSeverity.Hidden).ToList();
        Assert.True(result.Success && said.Count == 0, string.Join("\n", said.Take(20)) + "\n" + (session.Result.GeneratedSources.Length < 5 ? Text(session) : ""));
        return Assembly.Load(image.ToArray());
    }

    public static string Text(GeneratorSession session) => string.Join("\n", session.Result.GeneratedSources.Select(static s => "// " + s.HintName + "\n" + s.SourceText));
}
