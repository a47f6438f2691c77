using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Analysis.Tests.Rules;

public sealed class WrapperAddressTakenTests
{
    public static TheoryData<string> Fixtures() => [.. FixtureModule.Names("WrapperAddressTaken")];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Reports_nothing_where_there_are_no_wrappers(string fixture)
    {
        Assert.Empty(FixtureModule.Analyze("WrapperAddressTaken", fixture, new GoVersion(19), "386", "GOABI1001").Findings);
        Assert.Empty(FixtureModule.Analyze("WrapperAddressTaken", fixture, new GoVersion(16), "amd64", "GOABI1001").Findings);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Reads_the_fixture_without_an_error(string fixture)
    {
        var analysis = FixtureModule.Analyze("WrapperAddressTaken", fixture, new GoVersion(19), "amd64");
        Assert.Empty(analysis.Diagnostics.Where(static diagnostic => diagnostic.Severity == Severity.Error));
    }

    [Fact]
    public void Says_since_when_and_where_there_are_wrappers()
    {
        var analysis = FixtureModule.Analyze(FixtureModule.Repository("samples/sandbox"), []);
        Assert.All(analysis.Findings, static finding => Assert.EndsWith("(amd64 from Go 1.17 on, arm64 from Go 1.18 on)", finding.Message));
        Assert.Equal(6, analysis.Findings.Length);
    }

    [Fact]
    public void Stands_at_the_name_that_has_to_change()
    {
        var analysis = FixtureModule.Analyze(FixtureModule.Repository("samples/sandbox"), []);
        Assert.Equal(
            ["divideError", "breakpoint", "pageFault", "Entry", "memcpy", "memcpyFault"],
            analysis.Findings.Select(static finding => finding.Location.File.Text.ToString(finding.Location.Span)));
    }
}
