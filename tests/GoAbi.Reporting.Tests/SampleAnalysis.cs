using System;
using System.Collections.Immutable;
using System.IO;
using System.Text;
using GoAbi.Analysis;
using GoAbi.Source;

namespace GoAbi.Reporting.Tests;

/// <summary>An analysis made by hand: two findings with all that a finding can have, four call sites, three symbols.</summary>
internal static class SampleAnalysis
{
    public const string Root = "/src/sandbox";

    public const string GoCode =
        "package sandbox\n\nimport \"unsafe\"\n\n// Größe · 窓\nfunc install() {\n\tlabel, entry := \"日本\", trap\n\taddr := **(**uintptr)(unsafe.Pointer(&entry))\n\tset(addr, label)\n}\n";

    public const string AssemblyCode =
        "#include \"textflag.h\"\n#define ENTRY(name) TEXT ·name(SB),NOSPLIT,$8-16\n\nENTRY(trap)\n\tCALL\t·log(SB)\n\tRET\n";

    public static readonly Target Amd64 = new() { Toolchain = new GoVersion(23), Goarch = "amd64" };

    public static readonly Target Arm64 = new() { Toolchain = new GoVersion(23), Goarch = "arm64", Tags = "race" };

    public static readonly SourceFile Go = File("sub/trap.go", GoCode);

    public static readonly SourceFile Assembly = File("sub/trap_amd64.s", AssemblyCode);

    public static AbiAnalysis Create(Func<AbiAnalysisContents, AbiAnalysisContents>? change = null)
    {
        var contents = new AbiAnalysisContents
        {
            Targets = [Amd64, Arm64],
            Root = Root,
            Findings = [AddressFinding(), MacroFinding()],
            CallSites = CallSites(),
            Symbols = Symbols(),
            Diagnostics =
            [
                new SourceDiagnostic(DiagnosticIds.UnreadableFile, Severity.Error, "The file could not be read: permission denied.", null)
                {
                    Path = Root + "/secret.go",
                },
                new SourceDiagnostic(DiagnosticIds.TargetWithoutWrappers, Severity.Info, "There are no ABI wrappers on go1.16 linux/amd64.", null),
            ],
            FileCount = 2,
            PackageCount = 1,
            CallSiteCount = 4,
            CaseCounts = [1, 0, 0, 1, 1, 0, 1],
        };
        return new AbiAnalysis(change?.Invoke(contents) ?? contents);
    }

    public static SourceFile File(string relative, string text) => new(Root + "/" + relative, SourceText.FromString(text));

    public static SourceLocation At(SourceFile file, string text, int occurrence = 0)
    {
        var at = -1;
        for (var i = 0; i <= occurrence; i++)
        {
            at = file.Text.Text.IndexOf(text, at + 1, StringComparison.Ordinal);
        }

        return new SourceLocation(file, new TextSpan(at, text.Length));
    }

    public static string Render(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static Finding AddressFinding() => new()
    {
        RuleId = "GOABI1001",
        Severity = Severity.Error,
        Certainty = FindingCertainty.Must,
        Message = "The address of assembly function trap is that of its ABI wrapper from Go 1.17 on amd64.",
        Location = At(Go, "trap"),
        Targets = [Amd64],
        Function = "install",
        Symbol = "example.com/sandbox/sub.trap",
        Flow =
        [
            new FlowStep(At(Go, "entry"), "assigned to entry"),
            new FlowStep(At(Go, "**(**uintptr)(unsafe.Pointer(&entry))"), "read as an address here"),
        ],
        Fixes =
        [
            new Fix
            {
                Id = "use-stub",
                Group = "stub:example.com/sandbox/sub.trap",
                Safety = FixSafety.Safe,
                Description = "Take the address with a stub in assembly, addrOfTrap.",
                Edits =
                [
                    new FileEdit(Root + "/sub/goabi_stubs_amd64.s", null, new TextEdit(new TextSpan(0, 0), StubCode)),
                    new FileEdit(Go.Path, Go, new TextEdit(At(Go, "**(**uintptr)(unsafe.Pointer(&entry))").Span, "addrOfTrap()")),
                ],
            },
        ],
    };

    private const string StubCode = "#include \"textflag.h\"\n\nTEXT ·addrOfTrap(SB),NOSPLIT,$0-8\n\tMOVQ\t$·trap(SB), AX\n\tMOVQ\tAX, ret+0(FP)\n\tRET\n";

    private static Finding MacroFinding() => new()
    {
        RuleId = "GOABI2003",
        Severity = Severity.Warning,
        Certainty = FindingCertainty.May,
        Message = "TEXT says 16 bytes of arguments; the declaration has 0.",
        Location = At(Assembly, "ENTRY", 1),
        Targets = [Amd64, Arm64],
        Symbol = "example.com/sandbox/sub.trap",
        Expansion = [new ExpansionFrame(At(Assembly, "ENTRY", 1), "ENTRY")],
    };

    private static ImmutableArray<CallSite> CallSites() =>
    [
        new CallSite
        {
            Targets = [Amd64, Arm64],
            Location = At(Go, "(addr"),
            Caller = "sandbox.install",
            CallerSymbol = "example.com/sandbox/sub.install",
            CallerLanguage = SourceLanguage.Go,
            Callee = "sandbox.set",
            CalleeSymbol = "example.com/sandbox/sub.set",
            CalleeLanguage = SourceLanguage.Assembly,
            Case = AbiCase.GoToAssemblyDirect,
        },
        new CallSite
        {
            Targets = [Amd64],
            Location = At(Go, "entry", 1),
            LineDirective = new LineDirectivePosition("gen.go", 499),
            Index = 1,
            Caller = "sandbox.install",
            CallerSymbol = "example.com/sandbox/sub.install",
            CallerLanguage = SourceLanguage.Go,
            Callee = "sandbox.trap",
            CalleeSymbol = "example.com/sandbox/sub.trap",
            CalleeLanguage = SourceLanguage.Assembly,
            Case = AbiCase.GoToAssemblyIndirect,
            Relation = AbiRelation.BareDefer,
            IsDirect = false,
            Kind = CallKind.Defer,
            Abi = CallingConvention.AbiInternal,
            Wrapper = "example.com/sandbox/sub.trap",
            Certainty = CallCertainty.May,
        },
        new CallSite
        {
            Targets = [Amd64, Arm64],
            Location = At(Assembly, "CALL"),
            Caller = "trap",
            CallerSymbol = "example.com/sandbox/sub.trap",
            CallerLanguage = SourceLanguage.Assembly,
            Callee = "sandbox.log",
            CalleeSymbol = "example.com/sandbox/sub.log",
            CalleeLanguage = SourceLanguage.Go,
            Case = AbiCase.AssemblyToGo,
            Wrapper = "example.com/sandbox/sub.log.abi0",
            Expansion = [new ExpansionFrame(At(Assembly, "ENTRY", 1), "ENTRY")],
        },
        new CallSite
        {
            Targets = [Arm64],
            Location = At(Assembly, "RET"),
            Caller = "trap",
            CallerSymbol = "example.com/sandbox/sub.trap",
            CallerLanguage = SourceLanguage.Assembly,
            IsDirect = false,
            Kind = CallKind.Jump,
            Certainty = CallCertainty.Unknown,
        },
    ];

    private static ImmutableArray<FunctionSymbol> Symbols() =>
    [
        new FunctionSymbol
        {
            Targets = [Amd64, Arm64],
            Package = "example.com/sandbox/sub",
            Symbol = "example.com/sandbox/sub.trap",
            Language = SourceLanguage.Assembly,
            Definition = At(Assembly, "trap", 0),
            Declaration = At(Go, "trap"),
            FrameSize = 8,
            ArgumentSize = 16,
            Flags = ["NOSPLIT", "NOFRAME"],
            Wrappers = [new AbiWrapper(CallingConvention.AbiInternal, CallingConvention.Abi0, "declared in Go")],
            AddressTaken = 1,
        },
        new FunctionSymbol
        {
            Targets = [Amd64],
            Package = "example.com/sandbox/sub",
            Symbol = "local",
            Language = SourceLanguage.Assembly,
            IsStatic = true,
            Definition = At(Assembly, "RET"),
            FrameSize = 0,
        },
        new FunctionSymbol
        {
            Targets = [Amd64, Arm64],
            Package = "example.com/sandbox/sub",
            Symbol = "example.com/sandbox/sub.log",
            Language = SourceLanguage.Go,
            Abi = CallingConvention.AbiInternal,
            Definition = At(Go, "install"),
            Wrappers = [new AbiWrapper(CallingConvention.Abi0, CallingConvention.AbiInternal, "called from trap_amd64.s")],
        },
    ];
}
