using System;
using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Go.Tests.Packages;

public sealed class BuildConstraints
{
    private static readonly Target Linux = new() { Toolchain = new GoVersion(21), Goos = "linux", Goarch = "amd64", Tags = "user" };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (result, constraint) in CaseFile.Read("constraints.txt"))
            {
                data.Add(result, constraint);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_constraint_holds_where_the_go_command_says_so(string result, string constraint)
    {
        var tags = new GoBuildTags(Linux);
        if (constraint.StartsWith("// +build", StringComparison.Ordinal))
        {
            Assert.Equal(result, GoBuildExpression.EvaluatePlusBuild(constraint[9..], tags.Has) ? "true" : "false");
            return;
        }

        var isRead = GoBuildExpression.TryEvaluate(constraint[10..].TrimStart(), tags.Has, out var value, out _, out var offset);
        Assert.Equal(result, isRead ? value ? "true" : "false" : "error:" + offset);
    }

    [Fact]
    public void An_expression_of_any_size_is_read_or_rejected_without_exhausting_the_stack()
    {
        foreach (var text in new[]
        {
            new string('(', 1_000_000), new string('!', 1_000_000), string.Join("&&", Enumerable.Repeat("a", 100_000)),
            string.Concat(Enumerable.Repeat("!(", 500_000)), "\uD800 || linux", "linux || \uDC80",
        })
        {
            Assert.False(GoBuildExpression.TryEvaluate(text, static _ => true, out var value, out var error, out _));
            Assert.False(value);
            Assert.NotNull(error);
        }
    }

    [Theory]
    [InlineData("linux", "amd64", "x_linux_amd64.s", GoFileSelection.Selected)]
    [InlineData("linux", "amd64", "x_amd64_test.s", GoFileSelection.Selected)]
    [InlineData("linux", "amd64", "linux.go", GoFileSelection.Selected)]
    [InlineData("windows", "amd64", "x_linux.go", GoFileSelection.NameSuffix)]
    [InlineData("android", "arm64", "x_linux.go", GoFileSelection.Selected)]
    [InlineData("linux", "amd64", "_x.go", GoFileSelection.HiddenName)]
    [InlineData("linux", "amd64", "x.txt", GoFileSelection.UnknownExtension)]
    [InlineData("linux", "amd64", "x_wasip1.go", GoFileSelection.NameSuffix)]
    public void A_name_selects_by_its_last_parts(string goos, string goarch, string name, GoFileSelection expected) =>
        Assert.Equal(expected, new GoFileSelector(Linux with { Goos = goos, Goarch = goarch }).MatchName(name, out _));

    [Fact]
    public void A_name_that_asks_for_wasip1_asks_for_nothing_before_Go_1_21() =>
        Assert.Equal(GoFileSelection.Selected, new GoFileSelector(Linux with { Toolchain = new GoVersion(20) }).MatchName("x_wasip1.go", out _));

    [Fact]
    public void An_invalid_constraint_is_reported_where_it_goes_wrong()
    {
        var loaded = PackageLoading.Load(Linux, ("p/a.go", "package p\n"), ("p/b.go", "//go:build linux &\n\npackage p\n"));
        var diagnostic = Assert.Single(loaded.Single().Diagnostics);
        Assert.Equal(DiagnosticIds.BuildConstraint, diagnostic.Id);
        Assert.Equal("p/b.go:1:18", diagnostic.Location.ToString());
        Assert.Equal(GoFileSelection.InvalidConstraint, loaded.Single().IgnoredFiles.Single().Selection);
    }
}
