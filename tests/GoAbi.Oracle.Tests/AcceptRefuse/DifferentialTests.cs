using System.Collections.Generic;
using System.Linq;
using GoAbi.Fuzz.Assembler;
using GoAbi.Fuzz.Corpus;
using GoAbi.Fuzz.Differential;
using GoAbi.Fuzz.Parity;
using GoAbi.Fuzz.Running;
using GoAbi.Oracle.Tests.Toolchains;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.AcceptRefuse;

/// <summary>The same on mutated inputs: a seeded sample, 20,000 with GOABI_TRUTH=all.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int SampleSize = 300;
    private const int Everything = 20_000;
    private const ulong Seed = 1;

    [GoTheory]
    [MemberData(nameof(GoToolchain.SampleVersions), MemberType = typeof(GoToolchain))]
    public void Mutated_inputs_are_refused_where_the_assembler_refuses_them(string go)
    {
        var assembler = new GoAssembler(GoToolchain.Named(go).Root);
        var generator = InputGenerator.ForAssembler(FuzzCorpus.OfGoRoot(assembler.Root, assembler.Version), Seed, assembler.Version);
        var count = GoToolchain.WantsEverything ? Everything : SampleSize;

        var summary = new DifferentialRun(assembler, generator).Run(count, System.Environment.ProcessorCount);

        output.WriteLine("TRUTH accept-refuse-mutated go=" + assembler.Version + " inputs=" + count + " accepted=" + summary.Accepted + " refused=" + summary.Refused
            + " refused-lines=" + summary.Lines + " refused-by-encoder=" + summary.RefusedByEncoder + " crashed=" + summary.Crashed + " not-to-the-end=" + summary.Unlocated
            + " differing=" + summary.Differing);
        var known = KnownDifferences.Classes("mutated");
        foreach (var found in summary.Classes)
        {
            output.WriteLine("TRUTH accept-refuse-classes go=" + assembler.Version + " inputs=" + found.Inputs + " class=" + found.Name.Replace(' ', '\u00a0').Replace("|", "\\|", System.StringComparison.Ordinal));
        }

        var unknown = summary.Classes.Where(c => c.Inputs > known.GetValueOrDefault(c.Name)).ToList();
        Assert.True(unknown.Count == 0, string.Join("\n", unknown.Select(static c => "mutated | " + c.Inputs + " | " + c.Name + "    " + c.Goarch + " number " + c.Index + ", " + c.Example)));
        Assert.True(summary.Refused > count / 4 && summary.Accepted + summary.RefusedByEncoder > count / 20, "The inputs are all of one kind.");
    }
}
