using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Go.Tests.Packages;

public sealed class ModFiles
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (text, result) in CaseFile.Read("modfiles.txt"))
            {
                data.Add(text, result);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_module_file_is_read_line_by_line(string text, string result)
    {
        foreach (var ending in new[] { "\n", "\r\n" })
        {
            Assert.Equal(result, Describe(GoModFile.Parse(new SourceFile("go.mod", SourceText.FromString(text.Replace("|", ending, StringComparison.Ordinal))))));
        }
    }

    [Fact]
    public void A_hostile_module_file_ends_in_a_bounded_number_of_diagnostics()
    {
        var random = new Random(1);
        var noise = new byte[1 << 20];
        random.NextBytes(noise);
        var lines = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
        {
            lines.Append("require example.com/m").Append(i).Append(" v1.0.").Append(i).Append('\n').Append("nonsense\n");
        }

        Assert.InRange(GoModFile.Parse(new SourceFile("go.mod", SourceText.FromBytes(noise))).Diagnostics.Length, 1, 20);
        var file = GoModFile.Parse(new SourceFile("go.mod", SourceText.FromString(lines.ToString())));
        Assert.Equal(20_000, file.Requires.Length);
        Assert.Equal(20, file.Diagnostics.Length);
        var graph = GoModuleGraph.Load(
            InMemorySourceFiles.Create(("go.mod", "module m\n" + lines), ("m.go", "package m\n")), "", null, [], GoModFlag.Default, CancellationToken.None);
        Assert.Equal("m", graph.ImportPathOf(""));
    }

    [Fact]
    public void Cycles_of_replacements_and_uses_end()
    {
        var files = InMemorySourceFiles.Create(
            ("/w/go.work", "go 1.21\nuse .\nuse ./.\nuse ./a\nuse ../w/a\nuse ./missing\n"),
            ("/w/go.mod", "module w\nrequire a v1.0.0\nrequire b v1.0.0\nreplace b => ./b\n"),
            ("/w/a/go.mod", "module a\nrequire w v1.0.0\nreplace w => ../\nreplace a => ./\n"),
            ("/w/b/go.mod", "module b\nrequire b v2.0.0\nrequire b v1.0.0\nrequire w v9.0.0\n"),
            ("/w/b/b.go", "package b\n"),
            ("/w/a/a.go", "package a\n"));
        var graph = GoModuleGraph.Load(files, "/w/a", null, [], GoModFlag.Default, CancellationToken.None);
        Assert.Equal(["w", "a"], graph.MainModules.Select(static module => module.Path));
        Assert.Equal("/w/b", graph.Resolve("b", "/w/a")?.Directory);
        Assert.Equal("/w/a", graph.Resolve("a", "/w")?.Directory);
        Assert.Single(graph.Diagnostics);
    }

    [Theory]
    [InlineData("v1.2.3", "v1.10.0", -1)]
    [InlineData("v1.0.0", "v1.0.0-rc.1", 1)]
    [InlineData("v1.0.0-rc.2", "v1.0.0-rc.10", -1)]
    [InlineData("v1.0.0-rc", "v1.0.0-1", 1)]
    [InlineData("v2.0.0+incompatible", "v2.0.0", 0)]
    [InlineData("v0.0.0-20200101000000-aaaaaaaaaaaa", "v0.0.0-20210101000000-aaaaaaaaaaaa", -1)]
    [InlineData("nonsense", "v0.0.1", -1)]
    public void Versions_are_ordered_as_modules_order_them(string left, string right, int order)
    {
        // Through the only door there is: the higher requirement is the one selected.
        var files = InMemorySourceFiles.Create(
            ("/m/go.mod", $"module m\nrequire x {left}\nrequire x {right}\nreplace x {left} => ./left\nreplace x {right} => ./right\n"),
            ("/m/left/x.go", "package x\n"),
            ("/m/right/x.go", "package x\n"));
        var graph = GoModuleGraph.Load(files, "/m", null, [], GoModFlag.Mod, CancellationToken.None);
        Assert.Equal(order < 0 ? "/m/right" : "/m/left", graph.Resolve("x", "/m")?.Directory);
    }

    [Fact]
    public void An_import_path_never_leads_out_of_where_it_is_looked_for()
    {
        var files = InMemorySourceFiles.Create(("/m/go.mod", "module m\n"), ("/m/a/a.go", "package a\n"), ("/x/x.go", "package x\n"));
        var graph = GoModuleGraph.Load(files, "/m", null, ["/x"], GoModFlag.Default, CancellationToken.None);
        foreach (var path in new[] { "m/../../x", "/x", "m//a", "m/./a", "", "m/a/", "C" })
        {
            Assert.Null(graph.Resolve(path, "/m/a"));
        }

        Assert.Equal("m/a", graph.Resolve("m/a", "/m")?.ImportPath);
    }

    private static string Describe(GoModFile file)
    {
        var parts = new List<string>();
        if (file.ModulePath is { } module)
        {
            parts.Add("m=" + module);
        }

        if (file.GoVersion is { } version)
        {
            parts.Add("g=" + version);
        }

        if (file.Toolchain is { } toolchain)
        {
            parts.Add("t=" + toolchain);
        }

        parts.AddRange(file.Requires.Select(static require => (require.IsIndirect ? "R=" : "r=") + require.Module));
        parts.AddRange(file.Replaces.Select(static replace => "p=" + replace.Old + "=>" + replace.New));
        parts.AddRange(file.Uses.Select(static use => "u=" + use));
        parts.AddRange(file.Ignores.Select(static ignore => "i=" + ignore));
        if (file.Diagnostics.Length > 0)
        {
            parts.Add("d=" + file.Diagnostics.Length);
        }

        return string.Join(' ', parts);
    }
}
