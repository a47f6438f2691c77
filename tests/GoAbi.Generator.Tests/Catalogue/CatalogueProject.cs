using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GoAbi.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GoAbi.Generator.Tests.Catalogue;

/// <summary>Projects with a catalogue, and what C# sees of it.</summary>
internal static class CatalogueProject
{
    /// <summary>A function in assembly, its declaration and a caller.</summary>
    public static readonly GoProject Sum = GoProject.Of(
        ("go.mod", "module example.com/sum\n\ngo 1.21\n"),
        ("sum.go", "package sum\n\n// sum adds.\nfunc sum(p []byte, start uint64) (total uint64, err error)\n\nfunc Sum(p []byte) uint64 {\n\tn, _ := sum(p, 0)\n\treturn n\n}\n"),
        ("sum_amd64.s", "#include \"textflag.h\"\n\n// func sum(p []byte, start uint64) (total uint64, err error)\nTEXT ·sum(SB), NOSPLIT, $0-56\n\tMOVQ start+24(FP), AX\n\tCALL ·helper(SB)\n\tMOVQ AX, total+32(FP)\n\tRET\n\nTEXT ·helper(SB), NOSPLIT, $8-0\n\tRET\n"));

    /// <summary>Runs the generator.</summary>
    public static GeneratorSession Run(this GoProject project) => new(project, new CatalogueGenerator());

    /// <summary>The project compiles without a warning, the generated code too, and the generator says nothing.</summary>
    public static Compilation Compiles(this GeneratorSession session)
    {
        Assert.Null(session.Result.Exception);
        Assert.Empty(session.Result.Diagnostics);
        var said = string.Join("\n", session.Diagnostics().Take(20));
        Assert.True(said.Length == 0, said);
        return session.Compile();
    }

    /// <summary>The value of a constant: <c>App.Go.p.f.amd64.Symbol</c>.</summary>
    public static object? Constant(this Compilation compilation, string name)
    {
        var dot = name.LastIndexOf('.');
        var field = compilation.Type(name[..dot]).GetMembers(name[(dot + 1)..]).OfType<IFieldSymbol>().Single();
        Assert.True(field.IsConst, name + " is no constant");
        return field.ConstantValue;
    }

    /// <summary>A generated class by its path.</summary>
    public static INamedTypeSymbol Type(this Compilation compilation, string name)
    {
        INamespaceOrTypeSymbol at = compilation.Assembly.GlobalNamespace;
        foreach (var part in name.Split('.'))
        {
            var members = at.GetMembers(part).OfType<INamespaceOrTypeSymbol>().ToImmutableArray();
            Assert.True(members.Length == 1, name + ": " + part + " is none of " + string.Join(", ", at.GetMembers().Select(static member => member.Name)));
            at = members[0];
        }

        return (INamedTypeSymbol)at;
    }

    /// <summary>Names of the classes in a class.</summary>
    public static IEnumerable<string> Classes(this Compilation compilation, string name) =>
        compilation.Type(name).GetTypeMembers().Select(static type => type.Name).OrderBy(static name => name, System.StringComparer.Ordinal);

    /// <summary>All generated text.</summary>
    public static string Text(this GeneratorSession session) => string.Join("\n", session.Result.GeneratedSources.Select(static source => "// " + source.HintName + "\n" + source.SourceText));

    /// <summary>A project whose every warning counts, as people's strictest are.</summary>
    public static GoProject Strict(this GoProject project, NullableContextOptions nullable = NullableContextOptions.Enable) => project with
    {
        CompilationOptions = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: 9999, nullableContextOptions: nullable, checkOverflow: true),
    };
}
