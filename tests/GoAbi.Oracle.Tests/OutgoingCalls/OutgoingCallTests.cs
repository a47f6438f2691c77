using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Testing;
using GoAbi.Workspace;
using Xunit;

namespace GoAbi.Oracle.Tests.OutgoingCalls;

/// <summary>Programs with the defects that rules about calls report: they fail when they run, and don't any more once they are mended as the rule says.</summary>
public sealed class OutgoingCallTests
{
    private const string Main = """
        package main

        func three() (a, b, c int) { return 1, 2, 3 }

        func difference(tag int32, a, b *int) int { return int(tag) + *a - *b }

        //go:noinline
        func deep(n int) int {
        	var room [256]byte
        	if n == 0 {
        		return int(room[0])
        	}
        	room[n&255] = 1
        	return deep(n-1) + int(room[(n+1)&255])
        }

        func grow() { deep(1000) }

        func run(a, b *int) int

        func main() {
        	done := make(chan int)
        	go func() {
        		a, b := 7, 3
        		done <- run(&a, &b)
        	}()
        	if got := <-done; got != 6 {
        		println("got", got)
        		panic("wrong")
        	}
        }
        """;

    // The results overwrite the return address.
    private const string AreaTooSmall = """
        #include "textflag.h"
        #include "funcdata.h"

        TEXT ·run(SB), 0, $0-24
        	NO_LOCAL_POINTERS
        	CALL ·three(SB)
        	MOVQ 0(SP), AX
        	ADDQ 8(SP), AX
        	ADDQ 16(SP), AX
        	MOVQ AX, ret+16(FP)
        	RET
        """;

    private const string NoMap = """
        #include "textflag.h"

        TEXT ·run(SB), 0, $8-24
        	CALL ·grow(SB)
        	MOVQ $6, ret+16(FP)
        	RET
        """;

    // b belongs at 16(SP).
    private const string WrongOffset = """
        #include "textflag.h"
        #include "funcdata.h"

        TEXT ·run(SB), 0, $40-24
        	NO_LOCAL_POINTERS
        	MOVL $2, 0(SP)
        	MOVQ a+0(FP), AX
        	MOVQ AX, 8(SP)
        	MOVQ b+8(FP), AX
        	MOVQ AX, 12(SP)
        	CALL ·difference(SB)
        	MOVQ 24(SP), AX
        	MOVQ AX, ret+16(FP)
        	RET
        """;

    public static TheoryData<string, string, string, string?> Cases()
    {
        var cases = new TheoryData<string, string, string, string?>();
        foreach (var toolchain in GoToolchain.Exists ? GoToolchain.All.Select(static known => known.Version.ToString()) : ["none"])
        {
            cases.Add(toolchain, "GOABI2040", AreaTooSmall, null);
            cases.Add(toolchain, "GOABI2042", NoMap, null);
            cases.Add(toolchain, "GOABI2041", WrongOffset, WrongOffset.Replace("12(SP)", "16(SP)", System.StringComparison.Ordinal));
        }

        return cases;
    }

    [GoTheory]
    [MemberData(nameof(Cases))]
    public async Task A_program_with_the_defect_fails_and_without_it_does_not(string toolchain, string rule, string assembly, string? mended)
    {
        using var directory = new TemporaryDirectory();
        directory.Write("go.mod", "module example.com/calls\n\ngo 1.19\n");
        directory.Write("main.go", Main + "\n");
        directory.Write("run_amd64.s", assembly + "\n");
        var go = GoToolchain.Named(toolchain);

        var findings = Analyze(go, directory.Path, rule);
        Assert.NotEmpty(findings);
        Assert.NotEqual(0, await RunAsync(go, directory));

        if (mended is not null)
        {
            directory.Write("run_amd64.s", mended + "\n");
        }
        else
        {
            var fix = Assert.Single(findings[0].Fixes);
            foreach (var file in fix.Edits.GroupBy(static edit => edit.Path))
            {
                var edited = file.First().File!.Text.WithEdits([.. file.Select(static edit => edit.Edit)]);
                directory.Write(Path.GetFileName(file.Key), edited.Text);
            }
        }

        Assert.Empty(Analyze(go, directory.Path, rule));
        Assert.Equal(0, await RunAsync(go, directory));
    }

    private static ImmutableArray<Finding> Analyze(GoToolchain go, string directory, string rule)
    {
        var files = new DiskSourceFiles();
        var module = GoModule.Load(files, directory.Replace('\\', '/'), ["./..."], new GoModuleOptions
        {
            GoRoot = go.Read(files),
            Targets = [new GoTargetRequest(go.Version, "linux", "amd64")],
        });
        return AbiAnalyzer.Analyze(module, new AbiAnalysisOptions { Select = [rule] }).Findings;
    }

    private static async Task<int> RunAsync(GoToolchain go, TemporaryDirectory directory)
    {
        var program = directory["program"];
        await go.GoAsync(directory.Path, "amd64", "build", "-o", program, ".");
        return (await go.RunAsync(program, directory.Path, new Dictionary<string, string?>())).ExitCode;
    }
}
