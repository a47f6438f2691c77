using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GoAbi.Generator.Tests.Driving;

/// <summary>A C# project with Go files, as a build hands it to the compiler. Immutable: each change gives another project whose untouched files are the same objects.</summary>
internal sealed record GoProject
{
    /// <summary>Where the project lies, unless its properties say something else.</summary>
    public const string Root = "/p";

    /// <summary>Additional files by path.</summary>
    public ImmutableSortedDictionary<string, AdditionalText> Files { get; init; } = ImmutableSortedDictionary.Create<string, AdditionalText>(StringComparer.Ordinal);

    /// <summary>Metadata of additional files by path.</summary>
    public ImmutableDictionary<string, TestOptions> Metadata { get; init; } = ImmutableDictionary.Create<string, TestOptions>(StringComparer.Ordinal);

    /// <summary>What the build shows of the project's properties, without "build_property.".</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)
        .Add("ProjectDir", Root + "/").Add("RootNamespace", "App");

    /// <summary>C# files by path.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>How C# is read.</summary>
    public CSharpParseOptions ParseOptions { get; init; } = new(LanguageVersion.CSharp9, DocumentationMode.Diagnose);

    /// <summary>How the project is compiled: every warning shows, so that a test can ask for none.</summary>
    public CSharpCompilationOptions CompilationOptions { get; init; } = new(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999);

    /// <summary>What the project refers to.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = PlatformReferences.Net;

    /// <summary>A project with files; a path that doesn't begin with '/' is one below the project's directory.</summary>
    public static GoProject Of(params (string Path, string Text)[] files) => new GoProject().With(files);

    /// <summary>With other or more Go files.</summary>
    public GoProject With(params (string Path, string Text)[] files) =>
        files.Aggregate(this, static (project, file) => project.WithFile(file.Path, file.Text));

    /// <summary>With another or one more Go file, as the package's glob includes it. One that is there keeps its metadata unless others are given.</summary>
    public GoProject WithFile(string path, string text, params (string Name, string Value)[] metadata)
    {
        path = FullPath(path);
        if (metadata.Length == 0 && Metadata.ContainsKey(path))
        {
            return this with { Files = Files.SetItem(path, new InMemoryAdditionalText(path, text)) };
        }

        var all = metadata.ToDictionary(static pair => pair.Name, static pair => pair.Value);
        all.TryAdd("GoAbiKind", "Source");
        return this with
        {
            Files = Files.SetItem(path, new InMemoryAdditionalText(path, text)),
            Metadata = Metadata.SetItem(path, TestOptions.Create("build_metadata.AdditionalFiles.", all)),
        };
    }

    /// <summary>With a key of an .editorconfig for a Go file.</summary>
    public GoProject WithConfig(string path, string key, string value)
    {
        path = FullPath(path);
        return this with { Metadata = Metadata.SetItem(path, Metadata[path].With(key, value)) };
    }

    /// <summary>Without a file.</summary>
    public GoProject Without(string path) => this with { Files = Files.Remove(FullPath(path)), Metadata = Metadata.Remove(FullPath(path)) };

    /// <summary>With a property, as the build shows it.</summary>
    public GoProject WithProperty(string name, string value) => this with { Properties = Properties.SetItem(name, value) };

    /// <summary>With another or one more C# file.</summary>
    public GoProject WithSource(string path, string text) => this with { Sources = Sources.SetItem(path, text) };

    /// <summary>The options as a build shows them.</summary>
    public AnalyzerConfigOptionsProvider OptionsProvider() => new TestOptionsProvider(Properties, Metadata);

    /// <summary>The project's own C# as a compilation.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create(
        "App",
        Sources.Select(source => CSharpSyntaxTree.ParseText(source.Value, ParseOptions, source.Key)),
        References,
        CompilationOptions);

    /// <summary>A full path of a file.</summary>
    public static string FullPath(string path) => path.StartsWith('/') || (path.Length > 1 && path[1] == ':') ? path : Root + "/" + path;
}
