using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Testing;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Binding;

/// <summary>The type of every expression and the exact value of every constant in packages of the standard library, as go/types has them. A seeded sample; all packages with GOABI_TRUTH=all.</summary>
public sealed class ExpressionTruthTests(ITestOutputHelper output)
{
    private const int SampleSize = 6;
    private const int Seed = 29;
    private const string Case = ".go.case";

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task Every_expression_has_the_type_and_value_that_go_types_gives_it(string go)
    {
        var toolchain = GoToolchain.Named(go);
        using var program = await OracleProgram.BuildAsync(toolchain, "bindingtruth.go.txt");
        var paths = GoToolchain.WantsEverything ? [] : await BindingTruthTests.SampleAsync(program, Seed, SampleSize);
        var (expressions, packages) = await CompareAsync(toolchain, program, paths);
        output.WriteLine("TRUTH expressions go=" + toolchain.Version + " packages=" + packages + " expressions=" + expressions.Expressions + " constants=" + expressions.Constants
            + " in-repeated-lines=" + expressions.Repeated + " typed-by-context=" + expressions.ByContext + " differences=" + expressions.Differences.Count);
        Assert.True(expressions.Expressions > 5_000, "only " + expressions.Expressions + " expressions");
        Assert.True(expressions.Differences.Count == 0, expressions.Differences.Count + " differences:\n" + string.Join("\n", expressions.Differences.Take(40)));
    }

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task Source_that_is_hard_to_check_has_the_types_and_values_that_go_types_gives_it(string go)
    {
        var toolchain = GoToolchain.Named(go);
        using var directory = new TemporaryDirectory();
        using var program = await OracleProgram.BuildAsync(toolchain, "bindingtruth.go.txt");
        var assembly = typeof(ExpressionTruthTests).Assembly;
        var paths = new List<string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(Case, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            paths.Add(Path.GetDirectoryName(directory.Write(name[..^Case.Length] + "/case.go", await reader.ReadToEndAsync()))!);
        }

        var (expressions, packages) = await CompareAsync(toolchain, program, paths);
        output.WriteLine("TRUTH hard-cases go=" + toolchain.Version + " packages=" + packages + " expressions=" + expressions.Expressions + " differences=" + expressions.Differences.Count);
        Assert.True(packages >= paths.Count - 1 && expressions.Expressions > 800, packages + " packages, " + expressions.Expressions + " expressions");
        Assert.True(expressions.Differences.Count == 0, string.Join("\n", expressions.Differences));
    }

    private static async Task<(ExpressionComparison Expressions, int Packages)> CompareAsync(GoToolchain toolchain, OracleProgram program, IEnumerable<string> paths)
    {
        var expressions = new ExpressionComparison();
        var comparison = new BindingComparison(toolchain.Version, "amd64", expressions);
        var packages = await program.RunAsync(["-types", .. paths], read =>
        {
            var count = 0;
            foreach (var package in TruthPackage.Read(read, comparison.ImportedFiles))
            {
                comparison.Compare(package);
                count += package.Errors == 0 ? 1 : 0;
            }

            return count;
        });
        return (expressions, packages);
    }
}
