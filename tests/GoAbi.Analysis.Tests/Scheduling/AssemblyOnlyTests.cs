using System.Linq;
using Xunit;

namespace GoAbi.Analysis.Tests.Scheduling;

/// <summary>Where only rules about assembly are asked for, packages without any are not analysed.</summary>
public sealed class AssemblyOnlyTests
{
    private static readonly string Directory = FixtureModule.Repository("tests/GoAbi.Analysis.Tests/Rules/InstructionSetWithoutGuard/Fixtures/nothing-is-asked");

    [Fact]
    public void Packages_without_assembly_are_left_out_and_the_findings_are_the_same()
    {
        var all = FixtureModule.Analyze(Directory, [], new AbiAnalysisOptions());
        var some = FixtureModule.Analyze(Directory, [], new AbiAnalysisOptions { Select = ["GOABI2"] });
        Assert.Equal(2, all.PackageCount);
        Assert.Equal(1, some.PackageCount);
        Assert.NotEmpty(some.Findings);
        Assert.Equal(all.Findings.Where(static f => f.RuleId.StartsWith("GOABI2", System.StringComparison.Ordinal)).Select(static f => f.ToString()), some.Findings.Select(static f => f.ToString()));
    }

    [Theory]
    [InlineData("GOABI1")]
    [InlineData("GOABI")]
    public void They_stay_where_other_rules_are_asked_for(string select) =>
        Assert.Equal(2, FixtureModule.Analyze(Directory, [], new AbiAnalysisOptions { Select = ["GOABI2", select] }).PackageCount);

    [Fact]
    public void They_stay_where_symbols_are_asked_for() =>
        Assert.Equal(2, FixtureModule.Analyze(Directory, [], new AbiAnalysisOptions { Select = ["GOABI2"], CollectSymbols = true }).PackageCount);
}
