using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using GoAbi.Asm;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Testing;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.ControlFlow;

/// <summary>Where the assembly functions of the standard library jump to and what they call, against go tool objdump.</summary>
public sealed class ControlFlowTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryDirectory scratch = new();

    public void Dispose() => scratch.Dispose();

    /// <summary>The architectures that a toolchain's objdump prints.</summary>
    public static TheoryData<string, string> Targets()
    {
        var data = new TheoryData<string, string>();
        foreach (var toolchain in GoToolchain.Exists ? GoToolchain.Sample : [])
        {
            foreach (var goarch in Architectures(toolchain))
            {
                data.Add(toolchain.Version.ToString(), goarch);
            }
        }

        if (data.Count == 0)
        {
            data.Add("none", "amd64");
        }

        return data;
    }

    [GoTheory]
    [MemberData(nameof(Targets))]
    public async Task Branches_and_calls_go_where_objdump_says(string go, string goarch)
    {
        var toolchain = GoToolchain.Named(go);
        var figures = new Figures();
        var failures = new StringBuilder();
        foreach (var (package, path) in await StandardAssembly.FilesAsync(toolchain, goarch, GoToolchain.WantsEverything))
        {
            var (file, error) = await AssembledFile.CreateAsync(toolchain, scratch, goarch, package, path);
            if (file is null)
            {
                figures.NotAssembled++;
                failures.Append(error);
            }
            else
            {
                Compare(file, goarch, figures, failures);
            }
        }

        Assert.True(failures.Length == 0, failures.ToString());
        Assert.True(figures.Functions > 0 && figures.Branches > 0, "nothing compared");
        output.WriteLine("TRUTH control-flow go=" + toolchain.Version + " goarch=" + goarch + " files=" + figures.Files + " functions=" + figures.Functions + " branches=" + figures.Branches
            + " calls=" + figures.Calls + " stack-checks=" + figures.StackChecks + " added-by-assembler=" + figures.Added + " files-with-shifted-lines=" + figures.Shifted + " unexplained=0");
    }

    private static IEnumerable<string> Architectures(GoToolchain toolchain) => toolchain.Version.Minor >= 24
        ? ["386", "amd64", "arm", "arm64", "loong64", "ppc64le", "riscv64", "s390x"]
        : ["386", "amd64", "arm", "arm64", "ppc64le"];

    private static void Compare(AssembledFile file, string goarch, Figures figures, StringBuilder failures)
    {
        figures.Files++;
        var before = (figures.Functions, figures.Branches, figures.Calls);
        var ours = new Dictionary<Branch, int>();
        var textPlaces = new HashSet<string>();
        foreach (var function in file.Program.Functions)
        {
            figures.Functions++;
            textPlaces.Add(GraphBranches.PlaceOf(function.Text));
            if ((function.Text.Flags & AsmTextFlags.Wrapper) != 0 && !function.Body.IsEmpty)
            {
                textPlaces.Add(GraphBranches.PlaceOf(function.Body[^1]));
            }

            foreach (var branch in GraphBranches.Find(file, GraphBranches.Graph(function)))
            {
                ours[branch] = ours.GetValueOrDefault(branch) + 1;
                figures.Branches += branch.IsCall ? 0 : 1;
                figures.Calls += branch.IsCall ? 1 : 0;
            }
        }

        if (KnownReasons.LinesAreShifted(file, goarch))
        {
            figures.Shifted++;
            (figures.Functions, figures.Branches, figures.Calls) = before;
            return;
        }

        var theirs = new Dictionary<Branch, int>();
        foreach (var branch in ObjdumpBranches.Find(file.Listing, goarch, ours.ContainsKey))
        {
            theirs[branch] = theirs.GetValueOrDefault(branch) + 1;
        }

        foreach (var (branch, count) in theirs)
        {
            var difference = count - ours.GetValueOrDefault(branch);
            if (difference == 0)
            {
                continue;
            }

            if (difference > 0 && IsStackCheck(branch, textPlaces))
            {
                figures.StackChecks += difference;
            }
            else if (difference > 0 && KnownReasons.Explain(file, branch, goarch) is not null)
            {
                figures.Added += difference;
            }
            else
            {
                failures.Append(goarch).Append(" objdump ").Append(difference).Append(": ").Append(branch).Append('\n');
            }
        }

        foreach (var (branch, count) in ours)
        {
            if (theirs.GetValueOrDefault(branch) < count)
            {
                failures.Append(goarch).Append(" ours ").Append(count - theirs.GetValueOrDefault(branch)).Append(": ").Append(branch).Append('\n');
            }
        }
    }

    // The assembler's own code stands at a function's TEXT, and that of WRAPPER at the end too: it checks the stack, and whether a panic is to be stopped.
    private static bool IsStackCheck(in Branch branch, HashSet<string> textPlaces) => textPlaces.Contains(branch.Place)
        && (branch.Target.StartsWith("runtime.morestack", StringComparison.Ordinal) || branch.Target.StartsWith("runtime.systemstack_switch", StringComparison.Ordinal) || !branch.IsCall);

    private sealed class Figures
    {
        public int Files { get; set; }

        public int Functions { get; set; }

        public int Branches { get; set; }

        public int Calls { get; set; }

        public int StackChecks { get; set; }

        public int Added { get; set; }

        public int NotAssembled { get; set; }

        public int Shifted { get; set; }
    }
}
