using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using GoAbi.Analysis;
using GoAbi.Source;
using GoAbi.Workspace;
using Microsoft.CodeAnalysis;
using Xunit;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;

namespace GoAbi.Roslyn.Tests;

/// <summary>The command reads .editorconfig as the compiler does: the compiler's own reader is asked the same.</summary>
public sealed class EditorConfigSeveritiesTests
{
    private const string Rule = "GOABI1001";

    [Theory]
    [InlineData("*", "/m/a.s", true)]
    [InlineData("*.s", "/m/a.s", true)]
    [InlineData("*.s", "/m/x/y/a.s", true)]
    [InlineData("/*.s", "/m/x/a.s", false)]
    [InlineData("x/*.s", "/m/x/a.s", true)]
    [InlineData("x/*.s", "/m/y/x/a.s", false)]
    [InlineData("x/**.s", "/m/x/y/a.s", true)]
    [InlineData("**/y/*.s", "/m/x/y/a.s", true)]
    [InlineData("{a,b}.s", "/m/b.s", true)]
    [InlineData("{a,b}.s", "/m/c.s", false)]
    [InlineData("{a,x/*,{b,c}}.s", "/m/c.s", true)]
    [InlineData("a_{arm64,amd64}.{s,go}", "/m/a_amd64.go", true)]
    [InlineData("f{1..12}.s", "/m/f12.s", true)]
    [InlineData("f{1..12}.s", "/m/f13.s", false)]
    [InlineData("f{1..12}.s", "/m/f012.s", true)]
    [InlineData("f{-3..3}.s", "/m/f-2.s", true)]
    [InlineData("[ab].s", "/m/a.s", true)]
    [InlineData("[!ab].s", "/m/a.s", false)]
    [InlineData("[!ab].s", "/m/c.s", true)]
    [InlineData("?.s", "/m/a.s", true)]
    [InlineData("?.s", "/m/ab.s", false)]
    [InlineData("A.s", "/m/a.s", false)]
    [InlineData("[ab.s", "/m/a.s", false)]
    [InlineData("{a.s", "/m/a.s", false)]
    [InlineData("{}", "/m/{}", false)]
    [InlineData("a\\*.s", "/m/a*.s", true)]
    public void AHeaderMatchesAsForTheCompiler(string header, string path, bool expected)
    {
        var text = "root = true\n[" + header + "]\ngoabi_rule.GOABI1001.severity = warning\n";
        Assert.Equal(Compiler([("/m/.editorconfig", text)], path), Ours([("/m/.editorconfig", text)], path));
        Assert.Equal(expected, Ours([("/m/.editorconfig", text)], path) is not null);
    }

    [Theory]
    [InlineData("[*]\ngoabi_rule.GOABI1001.severity=error", "error")]
    [InlineData("[*]\nGoAbi_Rule.goabi1001.Severity = Info ; why", "Info")]
    [InlineData("[*]\ngoabi_rule.GOABI1001.severity : none # why", "none")]
    [InlineData("[*]\r\ngoabi_rule.GOABI1001.severity = error\r\n[*.s]\r\ngoabi_rule.GOABI1001.severity = info\r\n", "info")]
    [InlineData("[*]\ngoabi_rule.GOABI1001.severity = error\n[*.go]\ngoabi_rule.GOABI1001.severity = info", "error")]
    [InlineData("goabi_rule.GOABI1001.severity = error", null)]
    [InlineData("# [*]\ngoabi_rule.GOABI1001.severity = error", null)]
    [InlineData("[*] # all\ngoabi_rule.GOABI1001.severity = error", "error")]
    public void KeysAreReadAsByTheCompiler(string text, string? expected)
    {
        Assert.Equal(expected, Compiler([("/m/.editorconfig", text)], "/m/a.s"));
        Assert.Equal(expected, Ours([("/m/.editorconfig", text)], "/m/a.s"));
    }

    [Theory]
    [InlineData("root = true\n", null)]
    [InlineData("", "error")]
    [InlineData("[*]\ngoabi_rule.GOABI1001.severity = info\n", "info")]
    public void TheNearestFileWinsAndRootEndsTheSearch(string near, string? expected)
    {
        (string, string)[] files = [("/.editorconfig", "[*]\ngoabi_rule.GOABI1001.severity = error\n"), ("/m/x/.editorconfig", near)];
        Assert.Equal(expected, Compiler(files, "/m/x/a.s"));
        Assert.Equal(expected, Ours(files, "/m/x/a.s"));
    }

    [Fact]
    public void RandomHeadersMatchAsForTheCompiler()
    {
        var random = new Random(20260101);
        string[] pieces = ["*", "**", "?", "a", "b", "/", ".s", "{", "}", ",", "[", "]", "!", "1..3", "2", "\\", "{a,b}", "{1..3}", "[ab]", "x/"];
        string[] names = ["a", "b", "ab", "2", "x", "a.s", "b.s", "ab.s", "x/a.s", "x/b/a.s", "a/x/2.s", "x/2", "a,b", "1"];
        var matched = 0;
        for (var i = 0; i < 4000; i++)
        {
            var header = new StringBuilder();
            for (var n = random.Next(1, 7); n > 0; n--)
            {
                header.Append(pieces[random.Next(pieces.Length)]);
            }

            var text = "root = true\n[" + header + "]\ngoabi_rule.GOABI1001.severity = warning\n";
            var path = "/m/" + names[random.Next(names.Length)];
            string? expected;
            try
            {
                expected = Compiler([("/m/.editorconfig", text)], path);
            }
            catch (ArgumentException)
            {
                // The compiler makes a regular expression of the header, and not each is one.
                Assert.Null(Ours([("/m/.editorconfig", text)], path));
                continue;
            }

            Assert.True(expected == Ours([("/m/.editorconfig", text)], path), $"[{header}] and {path}: the compiler says {expected ?? "nothing"}");
            matched += expected is null ? 0 : 1;
        }

        Assert.True(matched > 100);
    }

    private static string? Compiler((string Path, string Text)[] files, string path)
    {
        var configs = files.Select(static file => AnalyzerConfig.Parse(RoslynText.From(file.Text), file.Path)).ToList();
        var options = AnalyzerConfigSet.Create(configs).GetOptionsForSourcePath(path).AnalyzerOptions;
        return options.TryGetValue(ConfiguredSeverity.KeyOf(Rule).ToLowerInvariant(), out var value) ? value : null;
    }

    private static string? Ours((string Path, string Text)[] files, string path) =>
        new EditorConfigSeverities(InMemorySourceFiles.Create(files)).ValueOf(ConfiguredSeverity.KeyOf(Rule), path);
}
