using System.Linq;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Binding;

/// <summary>The type of every expression and the exact value of every constant in packages of the standard library, as go/types has them. A seeded sample; all packages with GOABI_TRUTH=all.</summary>
public sealed class ExpressionTruthTests(ITestOutputHelper output)
{
    private const int SampleSize = 6;
    private const int Seed = 29;

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task Every_expression_has_the_type_and_value_that_go_types_gives_it(string go)
    {
        var toolchain = GoToolchain.Named(go);
        using var program = await OracleProgram.BuildAsync(toolchain, "bindingtruth.go.txt");
        var expressions = new ExpressionComparison();
        var comparison = new BindingComparison(toolchain.Version, "amd64", expressions);
        var paths = GoToolchain.WantsEverything ? [] : await BindingTruthTests.SampleAsync(program, Seed, SampleSize);
        var packages = await program.RunAsync(["-types", .. paths], read =>
        {
            var count = 0;
            foreach (var package in TruthPackage.Read(read, comparison.ImportedFiles))
            {
                comparison.Compare(package);
                count++;
            }

            return count;
        });
        output.WriteLine("TRUTH expressions go=" + toolchain.Version + " packages=" + packages + " expressions=" + expressions.Expressions + " constants=" + expressions.Constants
            + " in-repeated-lines=" + expressions.Repeated + " typed-by-context=" + expressions.ByContext + " differences=" + expressions.Differences.Count);
        Assert.True(expressions.Expressions > 5_000, "only " + expressions.Expressions + " expressions");
        Assert.True(expressions.Differences.Count == 0, expressions.Differences.Count + " differences:\n" + string.Join("\n", expressions.Differences.Take(40)));
    }
}
