using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis.Tests.Summaries;

/// <summary>A module in memory with something of everything that a summary holds, and stores that remember.</summary>
internal static class SummaryFixture
{
    /// <summary>The module's files: assembly by macro and include, linknames, func values, a finding, a suppression, bad lines, tests.</summary>
    public static Dictionary<string, string> Files() => new(StringComparer.Ordinal)
    {
        ["/m/go.mod"] = "module example.com/m\n\ngo 1.19\n",
        ["/m/a/a.go"] = """
            package a

            import (
            	"example.com/m/b"
            	"reflect"
            	_ "unsafe"
            )

            func Asm(x int) int
            func Plain()

            //go:linkname pulled example.com/m/b.Asm
            func pulled()

            func Address() uintptr { return reflect.ValueOf(Asm).Pointer() }

            func Calls(f func()) {
            	Asm(1)
            	pulled()
            	b.Asm()
            	b.Go()
            	f()
            	defer Plain()
            	g := Plain
            	g()
            	var i interface{ M() }
            	i.M()
            //line other.y:7
            	b.Go()
            }
            """,
        ["/m/a/a_amd64.s"] = """
            #include "../inc/macros.h"
            #define CALLS(f) CALL f(SB); CALL ·Plain(SB)

            TEXT ·Asm(SB), 4, $8-16
            	CALLS(·Calls)
            	CALL example·com∕m∕b·Go(SB)
            	CALL AX
            	JMP nowhere(SB)
            	BOTH(·Plain)
            	RET
            TEXT ·Plain(SB), 4, $0
            	RET
            TEXT local<>(SB), 4, $-8
            	MOVQ $8, AX
            	RET
            """,
        ["/m/inc/macros.h"] = "#define BOTH(f) CALL f(SB); CALL local<>(SB)\n",
        ["/m/a/a_test.go"] = "package a\n\nimport \"testing\"\n\nfunc TestAsm(t *testing.T) { Asm(2) }\n",
        ["/m/a/x_test.go"] = "package a_test\n\nimport \"example.com/m/a\"\n\nfunc Use() { a.Asm(3) }\n",
        ["/m/b/b.go"] = "package b\n\nfunc Asm()\n\nfunc Go() { Asm() }\n",
        ["/m/b/b_amd64.s"] = "TEXT ·Asm(SB), 4, $0\n\tRET\n",
        ["/m/c/c.go"] = "package c\n\nfunc broken( {\n",
        ["/m/d/d.go"] = "package d\n\nimport \"example.com/m/a\"\n\nfunc Use() { a.Calls(a.Plain) }\n",
    };

    public static GoModule Load(IReadOnlyDictionary<string, string> texts, string root = "/m")
    {
        var files = new InMemorySourceFiles(texts.Select(pair => new SourceFile(pair.Key, SourceText.FromString(pair.Value))));
        return GoModule.Load(files, root, ["./..."], new GoModuleOptions { Targets = [new GoTargetRequest(GoVersion.NewestKnown, "linux", "amd64")] });
    }

    public static AbiAnalysis Analyze(IReadOnlyDictionary<string, string> texts, ISummaryStore? store = null) =>
        AbiAnalyzer.Analyze(Load(texts), new AbiAnalysisOptions { CollectCallSites = true, CollectSymbols = true, Summaries = store });

    /// <summary>Everything that an analysis says, as text.</summary>
    public static string Print(AbiAnalysis analysis)
    {
        var lines = new List<string>();
        lines.AddRange(analysis.CallSites.Select(s => Show(s) + " " + s.LineDirective + Frames(s.Expansion)));
        lines.AddRange(analysis.Symbols.Select(s => Show(s) + " " + s.Definition + " " + s.Declaration + " " + string.Join(",", s.Flags) + string.Join(",", s.Wrappers)));
        lines.AddRange(analysis.Findings.Select(f => Show(f) + Frames(f.Expansion) + string.Join(" -> ", f.Flow.Select(s => s.Location + " " + s.Message))
            + string.Join(",", f.Fixes.SelectMany(x => x.Edits).Select(e => e.Path + e.Edit))));
        lines.AddRange(analysis.Diagnostics.Select(d => d.ToString() + Frames(d.Expansion) + d.Suggestion + d.Path));
        lines.Add($"{analysis.FileCount} {analysis.PackageCount} {analysis.CallSiteCount} {string.Join(",", analysis.CaseCounts)}");
        return string.Join("\n", lines);
    }

    private static string Show(CallSite s) =>
        $"{s.Location}+{s.Location.Span.Length} {s.Index} {s.Caller} {s.CallerSymbol} {s.CallerLanguage} {s.Callee} {s.CalleeSymbol} {s.CalleeLanguage} {s.Case} {s.Relation} {s.IsDirect} {s.Kind} {s.Abi} {s.Wrapper} {s.Certainty} {string.Join(",", s.Targets)}";

    private static string Show(FunctionSymbol s) =>
        $"{s.Package} {s.Symbol} {s.Language} {s.Abi} {s.IsStatic} {s.FrameSize} {s.ArgumentSize} {s.AddressTaken} {string.Join(",", s.Targets)}";

    private static string Show(Finding f) => $"{f.Location}+{f.Location.Span.Length} {f.RuleId} {f.Severity} {f.Certainty} {f.Message} {f.Function} {f.Symbol} {f.Suggestion} ";

    private static string Frames(ImmutableArray<ExpansionFrame> frames) => string.Concat(frames.Select(f => " [" + f.Location + " " + f.Name + " " + f.IsInclude + "]"));
}

/// <summary>A store in memory that counts what is asked of it.</summary>
internal sealed class MemoryStore : ISummaryStore
{
    private readonly Dictionary<string, byte[]> content = new(StringComparer.Ordinal);

    public int Hits { get; set; }

    public int Misses { get; set; }

    public int Writes { get; set; }

    public IReadOnlyDictionary<string, byte[]> Content => content;

    public void Damage(Func<byte[], byte[]> how)
    {
        foreach (var key in content.Keys.ToList())
        {
            content[key] = how(content[key]);
        }
    }

    public byte[]? TryRead(string key)
    {
        lock (content)
        {
            var found = content.GetValueOrDefault(key);
            _ = found is null ? Misses++ : Hits++;
            return found;
        }
    }

    public void Write(string key, byte[] value)
    {
        lock (content)
        {
            Writes++;
            content[key] = value;
        }
    }
}
