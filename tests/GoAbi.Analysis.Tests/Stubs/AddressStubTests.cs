using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GoAbi.Analysis.Tests.CallSites;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Analysis.Tests.Stubs;

public sealed class AddressStubTests
{
    private const string Module = "module m\n\ngo 1.16\n";

    private const string Use = """
        package a

        import "reflect"

        func trap()

        func at(pc uintptr) bool {
        	return pc == reflect.ValueOf(trap).Pointer()
        }

        """;

    [Fact]
    public void The_stub_follows_its_function_and_is_declared_and_called()
    {
        var after = Fix(("/m/go.mod", Module), ("/m/a/a.go", Use), ("/m/a/a_amd64.s", "#include \"textflag.h\"\n\nTEXT ·trap(SB), NOSPLIT, $0-0\n\tRET\n"));
        Assert.Equal(
            """
            #include "textflag.h"

            TEXT ·trap(SB), NOSPLIT, $0-0
            	RET

            // func addrOfTrap() uintptr
            TEXT ·addrOfTrap(SB), NOSPLIT, $0-8
            	MOVQ $·trap(SB), AX
            	MOVQ AX, ret+0(FP)
            	RET

            """,
            after["/m/a/a_amd64.s"]);
        Assert.Equal(
            """
            package a

            func trap()

            // addrOfTrap returns the address of trap's code; in Go, the func value is that of its ABI wrapper.
            func addrOfTrap() uintptr

            func at(pc uintptr) bool {
            	return pc == addrOfTrap()
            }

            """,
            after["/m/a/a.go"]);
    }

    [Fact]
    public void Line_endings_stay_what_they_are_and_a_missing_last_one_is_added()
    {
        var after = Fix(
            ("/m/go.mod", Module),
            ("/m/a/a.go", Use.Replace("\n", "\r\n", StringComparison.Ordinal)),
            ("/m/a/a_amd64.s", "TEXT ·trap(SB), $0-0\r\n\tRET"));
        Assert.All(after.Values.Where(static text => text.Contains('\r', StringComparison.Ordinal)), static text =>
            Assert.Equal(text.Count(static c => c == '\n'), text.Split("\r\n").Length - 1));
        Assert.StartsWith("TEXT ·trap(SB), $0-0\r\n\tRET\r\n\r\n// func addrOfTrap() uintptr\r\nTEXT ·addrOfTrap(SB), $0-8\r\n", after["/m/a/a_amd64.s"], StringComparison.Ordinal);
        Assert.DoesNotContain("reflect", after["/m/a/a.go"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_architecture_whose_assembly_defines_the_function_gets_its_own()
    {
        var assembly = "TEXT ·trap(SB), $0-0\n\tRET\n";
        var after = Fix(
            ("/m/go.mod", Module),
            ("/m/a/a.go", Use),
            ("/m/a/a_amd64.s", assembly),
            ("/m/a/a_arm64.s", assembly),
            ("/m/a/a_386.s", assembly),
            ("/m/a/a_riscv64.s", assembly),
            ("/m/a/a_mips64x.s", "//go:build mips64 || mips64le\n\n" + assembly),
            ("/m/a/a_wasm.s", assembly));
        Assert.Contains("$0-4\n\tMOVL $·trap(SB), AX\n\tMOVL AX, ret+0(FP)\n", after["/m/a/a_386.s"], StringComparison.Ordinal);
        Assert.Contains("\tMOVD $·trap(SB), R0\n", after["/m/a/a_arm64.s"], StringComparison.Ordinal);
        Assert.Contains("\tMOV $·trap(SB), X5\n", after["/m/a/a_riscv64.s"], StringComparison.Ordinal);
        Assert.Contains("\tMOVV $·trap(SB), R1\n", after["/m/a/a_mips64x.s"], StringComparison.Ordinal);
        Assert.Contains("\tMOVD $·trap(SB), ret+0(FP)\n", after["/m/a/a_wasm.s"], StringComparison.Ordinal);
        Assert.Equal(2, after["/m/a/a.go"].Split("addrOfTrap()").Length - 1);
    }

    [Fact]
    public void A_file_for_architectures_that_differ_gets_a_file_for_each()
    {
        var after = Fix(
            ("/m/go.mod", Module),
            ("/m/a/a_decl.go", "//go:build amd64 || arm64\n\n" + Use),
            ("/m/a/a.s", "//go:build amd64 || arm64\n\nTEXT ·trap(SB), $0-0\n\tRET\n"));
        Assert.StartsWith("//go:build amd64 || arm64\n\n#include \"textflag.h\"\n", after["/m/a/addrof_amd64.s"], StringComparison.Ordinal);
        Assert.Contains("MOVQ", after["/m/a/addrof_amd64.s"], StringComparison.Ordinal);
        Assert.Contains("MOVD", after["/m/a/addrof_arm64.s"], StringComparison.Ordinal);
        Assert.DoesNotContain("addrOf", after["/m/a/a.s"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_shares_its_last_line_with_the_next_is_not_torn()
    {
        var assembly = "TEXT ·trap(SB), 4, $0-0\n\tRET; TEXT ·g(SB), 4, $0-0\n\tRET\n";
        var after = Fix(("/m/go.mod", Module), ("/m/a/a.go", Use + "\nfunc g()\n"), ("/m/a/a_amd64.s", assembly));
        Assert.Equal(assembly, after["/m/a/a_amd64.s"]);
        Assert.Contains("TEXT ·addrOfTrap(SB)", after["/m/a/addrof_amd64.s"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import (\n\t\"reflect\"\n\n\t\"fmt\"\n)\n", "import (\n\t\"fmt\"\n)\n")]
    [InlineData("import (\n\t\"fmt\"\n\n\t\"reflect\"\n)\n", "import (\n\t\"fmt\"\n)\n")]
    [InlineData("import (\n\t\"fmt\"\n\t\"reflect\"\n)\n", "import (\n\t\"fmt\"\n)\n")]
    public void An_import_leaves_no_blank_line_that_gofmt_would_take_away(string before, string imports)
    {
        var use = Use.Replace("import \"reflect\"\n", before, StringComparison.Ordinal) + "\nfunc print() { fmt.Println() }\n";
        var after = Fix(("/m/go.mod", Module), ("/m/a/a.go", use), ("/m/a/a_amd64.s", "TEXT ·trap(SB), $0-0\n\tRET\n"));
        Assert.StartsWith("package a\n\n" + imports, after["/m/a/a.go"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_taken_name_is_not_taken_again()
    {
        var after = Fix(
            ("/m/go.mod", Module),
            ("/m/a/a.go", Use + "\nfunc addrOfTrap() {}\n"),
            ("/m/a/a_amd64.s", "TEXT ·trap(SB), $0-0\n\tRET\n"));
        Assert.Contains("func addrOfTrap2() uintptr", after["/m/a/a.go"], StringComparison.Ordinal);
        Assert.Contains("pc == addrOfTrap2()", after["/m/a/a.go"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_stub_that_is_there_is_used()
    {
        var assembly = "TEXT ·trap(SB), $0-0\n\tRET\n\nTEXT ·where(SB), $0-8\n\tLEAQ ·trap(SB), AX\n\tMOVQ AX, ret+0(FP)\n\tRET\n";
        var after = Fix(("/m/go.mod", Module), ("/m/a/a.go", Use + "\nfunc where() uintptr\n"), ("/m/a/a_amd64.s", assembly));
        Assert.Equal(assembly, after["/m/a/a_amd64.s"]);
        Assert.Contains("pc == where()", after["/m/a/a.go"], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_function_is_Go_the_stub_is_Go_too()
    {
        var after = Fix(
            ("/m/go.mod", Module),
            ("/m/a/a.go", Use.Replace("func trap()\n\n", "", StringComparison.Ordinal)),
            ("/m/a/trap_amd64.go", "package a\n\nfunc trap()\n"),
            ("/m/a/trap_amd64.s", "TEXT ·trap(SB), $0-0\n\tRET\n"),
            ("/m/a/trap_other.go", "//go:build !amd64\n\npackage a\n\nfunc trap() {}\n"));
        Assert.EndsWith("func addrOfTrap() uintptr {\n\treturn reflect.ValueOf(trap).Pointer()\n}\n", after["/m/a/trap_other.go"], StringComparison.Ordinal);
        Assert.Contains("import \"reflect\"", after["/m/a/trap_other.go"], StringComparison.Ordinal);
        Assert.Contains("func addrOfTrap() uintptr\n", after["/m/a/trap_amd64.go"], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_goes_between_functions_that_mark_a_range()
    {
        var after = Fix(
            ("/m/go.mod", Module),
            ("/m/a/a.go", """
                package a

                import "reflect"

                func begin()
                func end()
                func other()

                func in(pc uintptr) bool {
                	return pc >= reflect.ValueOf(begin).Pointer() && pc < reflect.ValueOf(end).Pointer()
                }

                """),
            ("/m/a/a_amd64.s", "TEXT ·begin(SB), 4, $0-0\n\tRET\nTEXT ·end(SB), 4, $0-0\n\tRET\nTEXT ·other(SB), 4, $0-0\n\tRET\n"));
        var order = new[] { "·begin(SB), 4", "·end(SB), 4", "·addrOfBegin(SB)", "·addrOfEnd(SB)", "·other(SB)" }
            .Select(name => after["/m/a/a_amd64.s"].IndexOf("TEXT " + name, StringComparison.Ordinal)).ToList();
        Assert.Equal(order.Order(), order);
        Assert.DoesNotContain(-1, order);
    }

    [Fact]
    public void Fixes_that_share_a_file_are_one_group()
    {
        var files = new[]
        {
            ("/m/go.mod", Module),
            ("/m/a/a.go", Use.Replace("func trap()\n", "func trap()\nfunc other()\n", StringComparison.Ordinal) + "\nfunc too(pc uintptr) bool { return pc == reflect.ValueOf(other).Pointer() }\n"),
            ("/m/a/a_amd64.s", "TEXT ·trap(SB), $0-0\n\tRET\n\nTEXT ·other(SB), $0-0\n\tRET\n"),
        };
        var analysis = CallSiteModule.Analyze("amd64", new GoVersion(24), files);
        Assert.Equal(2, analysis.Findings.Length);
        Assert.Single(analysis.Findings.SelectMany(static finding => finding.Fixes).Select(static fix => fix.Group).Distinct());
        Assert.Equal(
            FixComposer.Compose(analysis, analysis.Findings, includeUnsafe: false).AsEnumerable(),
            analysis.Findings[0].Fixes[0].Edits.AsEnumerable());
    }

    [Fact]
    public void An_unsafe_fix_is_made_on_request_only()
    {
        var files = new[]
        {
            ("/m/go.mod", Module),
            ("/m/a/a.go", "package a\n\nimport \"reflect\"\n\nfunc trap()\n\nfunc at() uintptr { return reflect.ValueOf(trap).Pointer() }\n"),
            ("/m/a/a_amd64.s", "TEXT ·trap(SB), $0-0\n\tRET\n"),
        };
        var analysis = CallSiteModule.Analyze("amd64", new GoVersion(24), files);
        Assert.Equal(Severity.Warning, Assert.Single(analysis.Findings).Severity);
        Assert.Empty(FixComposer.Compose(analysis, analysis.Findings, includeUnsafe: false));
        Assert.NotEmpty(FixComposer.Compose(analysis, analysis.Findings, includeUnsafe: true));
    }

    // The module after all safe fixes; a second analysis must find nothing more.
    private static Dictionary<string, string> Fix(params (string Path, string Text)[] files)
    {
        var analysis = CallSiteModule.Analyze("amd64", new GoVersion(24), files);
        Assert.NotEmpty(analysis.Findings);
        var after = files.ToDictionary(static file => file.Path, static file => file.Text);
        foreach (var edits in FixComposer.Compose(analysis, analysis.Findings, includeUnsafe: false).GroupBy(static edit => edit.Path))
        {
            var text = edits.First().File?.Text ?? SourceText.FromString("");
            after[edits.Key] = text.WithEdits(edits.Select(static edit => edit.Edit).ToImmutableArray()).Text;
        }

        var again = CallSiteModule.Analyze("amd64", new GoVersion(24), [.. after.Select(static file => (file.Key, file.Value))]);
        Assert.Empty(again.Findings);
        return after;
    }
}
