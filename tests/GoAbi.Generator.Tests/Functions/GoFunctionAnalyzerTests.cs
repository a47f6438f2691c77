using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Generator.Tests.Driving;
using GoAbi.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace GoAbi.Generator.Tests.Functions;

/// <summary>What is said of [GoFunction] attributes: the id, the text that is underlined, the message.</summary>
public sealed class GoFunctionAnalyzerTests
{
    [Theory]
    [InlineData("[GoFunction(\"func(a int, b T) error\")] partial record struct P;", "GOABI9101", "T", "the size of 'T' is not known")]
    [InlineData("[GoFunction(@\"func(a int, \"\"b T) error\")] partial record struct P;", "GOABI9101", "\"\"b T) error", "")]
    [InlineData("[GoFunction(\"func(a \\u0069nt, b http.Request)\")] partial record struct P;", "GOABI9101", "http.Request", "the size of 'http.Request' is not known")]
    [InlineData("[GoFunction(\"\"\"func(a int, b T)\"\"\")] partial record struct P;", "GOABI9101", "T", "the size of 'T' is not known")]
    [InlineData("[GoFunction(\"int\")] partial record struct P;", "GOABI9101", "int", "this is no signature of a function")]
    [InlineData("[GoFunction(\"func(t T)\", Declarations = \"\"\"\n    type T struct {\n        a int b\n    }\n    \"\"\")] partial record struct P;", "GOABI9101", "b", "")]
    [InlineData("static class S { public const string Text = \"func(a T)\"; } [GoFunction(S.Text)] partial record struct P;", "GOABI9101", "S.Text", "the size of 'T' is not known")]
    [InlineData("[GoFunction(\"F.G.H\", Package = \"m/p\")] partial record struct P;", "GOABI9101", "\"F.G.H\"", "is no name of a function")]
    [InlineData("[GoFunction(\"Map\", Package = \"m/p\")] partial record struct P;", "GOABI9101", "\"Map\"", "has 0 type arguments")]
    [InlineData("[GoFunction(\"F\", Package = \"m/p\", Declarations = \"type T int\")] partial record struct P;", "GOABI9101", "\"type T int\"", "of no use beside a package")]
    [InlineData("[GoFunction(\"func()\")] record struct P;", "GOABI9102", "P", "'P' has to be partial")]
    [InlineData("[GoFunction(\"func()\")] partial struct P { }", "GOABI9102", "P", "has to be a partial record struct")]
    [InlineData("[GoFunction(\"func()\")] partial record struct P(int A);", "GOABI9102", "P", "can't have a parameter list")]
    [InlineData("[GoFunction(\"func()\")] file partial record struct P;", "GOABI9102", "P", "can't be local to its file")]
    [InlineData("class Outer { [GoFunction(\"func()\")] partial record struct P; }", "GOABI9102", "P", "'Outer' has to be partial")]
    [InlineData("[GoFunction(\"func()\")] partial record struct P { int own; }", "GOABI9102", "P", "can't have fields of its own")]
    [InlineData("[GoFunction(\"func()\")] partial record struct Read;", "GOABI9102", "Read", "is the name of a method")]
    [InlineData("[GoFunction(\"func()\", Go = \"latest\")] partial record struct P;", "GOABI9103", "\"latest\"", "'latest' is no Go version")]
    [InlineData("[GoFunction(\"func()\", Os = \"dos\")] partial record struct P;", "GOABI9103", "\"dos\"", "'dos' is no operating system of Go")]
    [InlineData("[GoFunction(\"func()\", Arch = (GoArch)99)] partial record struct P;", "GOABI9103", "(GoArch)99", "this is no architecture of Go")]
    [InlineData("[GoFunction(\"F\", Package = \"m/other\")] partial record struct P;", "GOABI9104", "\"m/other\"", "there is no package 'm/other' for go1.27 linux/amd64")]
    [InlineData("[GoFunction(\"G\", Package = \"m/p\")] partial record struct P;", "GOABI9104", "\"G\"", "there is no function 'G' in package 'm/p'")]
    public async Task What_is_wrong_is_said_where_it_is(string source, string id, string underlined, string message)
    {
        var diagnostics = await AnalyzeAsync(source);
        var diagnostic = diagnostics[0];
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(message, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.StartsWith(Text(diagnostic), underlined, StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.EndsWith("/docs/rules/" + id + ".md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_right_is_passed_over() =>
        Assert.Empty(await AnalyzeAsync("[GoFunction(\"func(a int)\")] partial record struct A; [GoFunction(\"F\", Package = \"m/p\")] partial record struct B; [GoFunction(\"Map[string]\", Package = \"m/p\")] partial record struct C;"));

    [Fact]
    public void Architectures_are_those_of_the_attribute()
    {
        foreach (var arch in Enum.GetValues<GoArch>())
        {
            var goarch = arch == GoArch.X86 ? "386" : arch.ToString().ToLowerInvariant();
            var text = ReaderProject.Text(ReaderProject.Run(ReaderProject.Of("[GoAbi.Runtime.GoFunction(\"func()\", Arch = GoAbi.Runtime.GoArch." + arch + ")] partial record struct P;")));
            Assert.Contains("linux/" + goarch + "\"", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_id_has_its_page()
    {
        var descriptors = new GoFunctionAnalyzer().SupportedDiagnostics;
        Assert.Equal(descriptors.Select(static d => d.Id).Order(StringComparer.Ordinal), descriptors.Select(static d => d.Id));
        foreach (var descriptor in descriptors)
        {
            var page = File.ReadAllLines(Path.Combine(Repository(), "docs/rules", descriptor.Id + ".md"));
            Assert.Equal("# " + descriptor.Id + ": " + descriptor.Title, page[0]);
            Assert.EndsWith(", error by default", page[2], StringComparison.Ordinal);
            Assert.Contains("## Example", page);
            Assert.Contains("## What to do", page);
        }
    }

    private static string Text(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source)
    {
        var project = ReaderProject.Of("using GoAbi.Runtime;\n" + source).With(("go.mod", "module m\n"), ("p/p.go", "package p\n\nfunc F(a int) {}\n\nfunc Map[K any](k K) {}\n"));
        project = project with { ParseOptions = new CSharpParseOptions(LanguageVersion.CSharp12) };
        var options = new AnalyzerOptions([.. project.Files.Values], project.OptionsProvider());
        return await project.Compile().WithAnalyzers([new GoFunctionAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
    }

    private static string Repository()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Sdk.sln")))
        {
            directory = Path.GetDirectoryName(directory)!;
        }

        return directory;
    }
}
