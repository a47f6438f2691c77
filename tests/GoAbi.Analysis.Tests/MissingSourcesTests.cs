using System.Collections.Generic;
using System.Linq;
using GoAbi.Go;
using GoAbi.Reporting;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Analysis.Tests;

/// <summary>A package whose generated sources are missing is said to be incomplete, with what it lacks; one that is only unusual is not.</summary>
public sealed class MissingSourcesTests
{
    private static readonly (string, string) Module = ("/m/go.mod", "module example.com/m\n\ngo 1.18\n");

    [Fact]
    public void Names_that_no_file_declares_make_a_package_incomplete()
    {
        // As gVisor's ring0 without what Bazel makes of its templates: defs_impl_amd64.go and entry_impl_amd64.s.
        var analysis = Analyze(
            Module,
            ("/m/ring0/BUILD", "go_template_instance(name = \"defs_impl_amd64\", out = \"defs_impl_amd64.go\")\n"),
            ("/m/ring0/kernel.go", "package ring0\n\nfunc Start(k *Kernel) { init0(k); k.init(maxCPUs); sysret() }\n"),
            ("/m/ring0/entry_amd64.go", "package ring0\n\nfunc sysret()\n"));
        var incomplete = IncompleteInput.Of(analysis).Single();
        Assert.Equal(DiagnosticIds.IncompletePackage, incomplete.Id);
        Assert.Contains("nothing declares Kernel, init0, maxCPUs, a body of sysret; the directory has a BUILD file: Bazel", Message(analysis));
        Assert.Equal("/m/ring0/kernel.go:3:15", incomplete.Location.ToString());
    }

    [Fact]
    public void Outputs_of_go_generate_that_are_not_there_are_missing_too()
    {
        var analysis = Analyze(
            Module,
            ("/m/a.go", "package m\n\nimport \"example.com/m/pb\"\n\n//go:generate stringer -type=T\ntype T int\n\nvar _ = pb.X + len(_T_name)\n"));
        Assert.Equal(2, IncompleteInput.Of(analysis).Length);
        Assert.Contains("imports lead nowhere: example.com/m/pb; a.go has a //go:generate line", Message(analysis));
        Assert.Contains("nothing declares _T_name; a.go has", Message(analysis));
    }

    [Fact]
    public void Names_that_another_package_of_the_module_lacks_are_said_where_they_are_used()
    {
        var analysis = Analyze(
            Module,
            ("/m/abi/abi.go", "package abi\n\nconst Known = 1\n"),
            ("/m/m.go", "package m\n\nimport \"example.com/m/abi\"\n\nvar _ = abi.Known + abi.SizeOfGenerated + abi.unexported\n"));
        Assert.Contains("nothing declares example.com/m/abi.SizeOfGenerated.", Message(analysis));
    }

    [Fact]
    public void A_generator_beside_the_package_a_test_and_a_method_declare_nothing_for_it()
    {
        var analysis = Analyze(
            Module,
            ("/m/gen.go", "//go:build ignore\n\npackage main\n\nvar table = 1\n\nfunc main() {}\n"),
            ("/m/m.go", "package m\n\ntype T int\n\nfunc (T) Hash() {}\n\nfunc use() { Hash(); _ = table; _ = helper }\n"),
            ("/m/x_test.go", "package m_test\n\nvar helper = 1\n"));
        Assert.Contains("nothing declares Hash, table, helper.", Message(analysis));
        Assert.Single(IncompleteInput.Of(analysis));
    }

    [Fact]
    public void A_body_may_be_in_an_object_file()
    {
        Assert.Empty(IncompleteInput.Of(Analyze(Module, ("/m/m.go", "package m\n\nfunc body()\n"), ("/m/x_linux_amd64.syso", ""))));
        Assert.Single(IncompleteInput.Of(Analyze(Module, ("/m/m.go", "package m\n\nfunc body()\n"))));
    }

    [Fact]
    public void A_long_list_is_cut_and_counted()
    {
        var analysis = Analyze(Module, ("/m/m.go", "package m\n\nvar _ = []int{" + string.Join(", ", Enumerable.Range(0, 50).Select(static i => "n" + i)) + "}\n"));
        Assert.Contains("n0, n1, n2, n3, n4, n5, n6, n7 and 42 more.", Message(analysis));
    }

    [Fact]
    public void What_only_other_targets_declare_is_no_missing_source_but_is_said()
    {
        var analysis = Analyze(
            Module,
            ("/m/m.go", "package m\n\nfunc use() { only(); body() }\n\nfunc body()\n"),
            ("/m/m_arm64.go", "package m\n\nfunc only() {}\n"),
            ("/m/m_arm64.s", "TEXT ·body(SB), 4, $0\n\tRET\n"));
        Assert.Empty(IncompleteInput.Of(analysis));
        Assert.Contains("declared only in files that the target leaves out: only, a body of body.", Message(analysis));
    }

    [Theory]
    [InlineData("import . \"example.com/elsewhere\"\n\nvar _ = Anything()")]
    [InlineData("import . \"net/http\"\n\nvar _ = Get")]
    [InlineData("import \"net/http\"\n\nvar _ = http.NoSuchName")]
    [InlineData("import \"example.com/elsewhere/v3\"\n\nvar _ = elsewhere.X")]
    [InlineData("import (\n\t_ \"unsafe\"\n)\n\n//go:linkname pulled runtime.pulled\nfunc pulled()")]
    [InlineData("type list[T any] struct { next *list[T] }\n\nfunc (l *list[T]) each(f func(T)) { for ; l != nil; l = l.next { f(*new(T)) } }\n\nfunc id[K comparable, V any](m map[K]V) (k K, v V) { return }")]
    [InlineData("type s struct{ f int }\n\nvar _ = s{f: 1}\n\nfunc g(x s) int { L: for { break L }; return x.f + x.nope }")]
    [InlineData("func f(x any) { switch y := x.(type) { case int: _ = y }; var _ = min(1, 2); clear(map[int]int{}) }")]
    [InlineData("//go:wasmimport gojs runtime.x\nfunc x(sp int32)\n\nfunc _()")]
    [InlineData("func broken( {")]
    public void Nothing_is_concluded_from_what_is_not_known(string text)
    {
        var analysis = Analyze(Module, ("/m/m.go", "package m\n\n" + text + "\n"));
        Assert.DoesNotContain(analysis.Diagnostics, static diagnostic => diagnostic.Id == DiagnosticIds.IncompletePackage && diagnostic.Severity == Severity.Error);
    }

    [Fact]
    public void Cgo_s_names_are_cgo_s_to_know()
    {
        var files = new[] { Module, ("/m/c.go", "package m\n\n// int f(void);\nimport \"C\"\n\nfunc call() int { return int(C.f()) }\n"), ("/m/m.go", "package m\n\nvar _ = call\n") };
        Assert.Empty(IncompleteInput.Of(Analyze(cgo: true, files)));
        var without = Analyze(cgo: false, files);
        Assert.Empty(IncompleteInput.Of(without));
        Assert.Contains("declared only in files that the target leaves out: call.", Message(without));
    }

    [Fact]
    public void A_module_that_is_not_at_hand_is_said_once()
    {
        var analysis = Analyze(
            Module,
            ("/m/a/a.go", "package a\n\nimport \"golang.org/x/sys/unix\"\n\nvar _ = unix.SYS_READ\n"),
            ("/m/b/b.go", "package b\n\nimport \"golang.org/x/sys/unix\"\n\nvar _ = unix.SYS_READ\n"));
        Assert.Empty(IncompleteInput.Of(analysis));
        Assert.Equal("The package golang.org/x/sys/unix is not at hand: what depends on it is unknown.", Message(analysis));
    }

    private static string Message(AbiAnalysis analysis) =>
        string.Join("\n", analysis.Diagnostics.Where(static diagnostic => diagnostic.Id == DiagnosticIds.IncompletePackage).Select(static diagnostic => diagnostic.Message));

    private static AbiAnalysis Analyze(params (string Path, string Text)[] files) => Analyze(cgo: false, files);

    private static AbiAnalysis Analyze(bool cgo, params (string Path, string Text)[] files)
    {
        var module = GoModule.Load(
            InMemorySourceFiles.Create(files), "/m", ["./..."],
            new GoModuleOptions { Cgo = cgo, Targets = [new GoTargetRequest(new GoVersion(24), "linux", "amd64")] });
        return AbiAnalyzer.Analyze(module, new AbiAnalysisOptions());
    }
}
