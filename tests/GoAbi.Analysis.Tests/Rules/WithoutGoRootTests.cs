using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using GoAbi.Go;
using GoAbi.Reporting;
using GoAbi.Source;
using GoAbi.Workspace;
using Xunit;

namespace GoAbi.Analysis.Tests.Rules;

/// <summary>Without a GOROOT the standard library is what the built-in model knows of it: the reports of all fixtures stay the same to the byte.</summary>
public sealed class WithoutGoRootTests
{
    public static TheoryData<string, string> Fixtures()
    {
        var data = new TheoryData<string, string>();
        foreach (var rule in RuleCatalog.All.Select(static rule => rule.Descriptor.Name))
        {
            foreach (var name in FixtureModule.Names(rule))
            {
                data.Add(rule, name);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_fixture_s_report_is_the_same(string rule, string name)
    {
        var directory = FixtureModule.Repository("tests/GoAbi.Analysis.Tests/Rules/" + rule + "/Fixtures/" + name);
        if (FixtureModule.GoRoots(new DiskSourceFiles()).IsEmpty)
        {
            // What the fixture wants is wanted without a GOROOT then; RuleCatalogTests looks.
            return;
        }

        foreach (var goRoot in FixtureModule.GoRoots(new DiskSourceFiles()))
        {
            foreach (var goarch in new[] { "amd64", "arm64" })
            {
                Assert.Equal(Report(directory, goRoot, goRoot.Version, goarch), Report(directory, null, goRoot.Version, goarch));
            }
        }
    }

    [Fact]
    public void A_dot_import_of_reflect_is_seen()
    {
        var analysis = Analyze(
            FixtureModule.Repository("tests/GoAbi.Analysis.Tests/Rules/WrapperAddressTaken/Fixtures/dot-import-of-reflect"), null, new GoVersion(24), "amd64");
        Assert.Contains(analysis.Findings, static finding => finding.RuleId == "GOABI1001");
        Assert.Empty(FixtureModule.Differences("WrapperAddressTaken", "dot-import-of-reflect", analysis));
    }

    [Fact]
    public void The_address_of_the_standard_library_s_assembly_is_a_wrapper_s_too()
    {
        var module = GoModule.Load(
            InMemorySourceFiles.Create(
                ("/m/go.mod", "module m\n"),
                ("/m/m.go", """
                    package m

                    import (
                        "reflect"
                        . "sync/atomic"
                    )

                    var counter int32

                    func at(pc uintptr) bool { AddInt32(&counter, 1); return pc == reflect.ValueOf(AddInt32).Pointer() }
                    """)),
            "/m", [], new GoModuleOptions { Targets = [new GoTargetRequest(new GoVersion(24), "linux", "amd64")] });
        var analysis = AbiAnalyzer.Analyze(module, new AbiAnalysisOptions { CollectCallSites = true });
        Assert.Equal("sync/atomic.AddInt32", Assert.Single(analysis.Findings).Symbol);
        Assert.Contains(analysis.CallSites, static site => site.Callee == "(reflect.Value).Pointer" && site.Case == AbiCase.GoToGoDirect);
    }

    private static string Report(string directory, GoRootInfo? goRoot, GoVersion toolchain, string goarch)
    {
        using var stream = new MemoryStream();
        CheckJsonReport.Write(Analyze(directory, goRoot, toolchain, goarch), "0", stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static AbiAnalysis Analyze(string directory, GoRootInfo? goRoot, GoVersion toolchain, string goarch)
    {
        var module = GoModule.Load(
            new DiskSourceFiles(), directory.Replace('\\', '/'), ["./..."],
            new GoModuleOptions { GoRoot = goRoot, Targets = [new GoTargetRequest(toolchain, "linux", goarch)] });
        return AbiAnalyzer.Analyze(module, new AbiAnalysisOptions());
    }
}
