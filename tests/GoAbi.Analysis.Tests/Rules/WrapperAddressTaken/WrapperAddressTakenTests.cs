using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Analysis.Tests.Rules;

public sealed class WrapperAddressTakenTests
{
    // Needs the flow through a function's parameter, which comes with the flow between functions.
    private const string NeedsFlowThroughParameters = "funcpcabi0-lookalike";

    public static TheoryData<string> Fixtures() => [.. FixtureModule.Names("WrapperAddressTaken").Where(name => name != NeedsFlowThroughParameters)];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Reports_what_the_fixture_wants_and_nothing_else(string fixture)
    {
        var analysis = FixtureModule.Analyze("WrapperAddressTaken", fixture, new GoVersion(19), "amd64");
        Assert.Empty(analysis.Diagnostics.Where(static diagnostic => diagnostic.Severity == Severity.Error));
        Assert.Empty(FixtureModule.Differences("WrapperAddressTaken", fixture, analysis));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Reports_nothing_where_there_are_no_wrappers(string fixture)
    {
        Assert.Empty(FixtureModule.Analyze("WrapperAddressTaken", fixture, new GoVersion(19), "386").Findings);
        Assert.Empty(FixtureModule.Analyze("WrapperAddressTaken", fixture, new GoVersion(16), "amd64").Findings);
    }
}
