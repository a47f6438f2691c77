using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI1001: the address of an assembly function is read in Go, which gives the ABI wrapper's address.</summary>
public sealed class WrapperAddressTaken : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI1001",
        Name = nameof(WrapperAddressTaken),
        Title = "The address of an assembly function, read in Go, is that of its ABI wrapper",
        DefaultSeverity = Severity.Error,
        Explanation = """
            Finds Go code that reads the code address of a function that is written in assembly, by
            `reflect.ValueOf(f).Pointer()`, `.UnsafePointer()`, `**(**uintptr)(unsafe.Pointer(&f))` and their kin.

            Go code calls through registers (ABIInternal) since Go 1.17 on amd64 and Go 1.18 on arm64 and others; assembly
            still takes its arguments on the stack (ABI0). For every assembly function that Go declares, the compiler makes a
            wrapper that goes from the one to the other, and the func value of the function is the wrapper's. So the address
            read in Go is the address of the wrapper, not of the code in the `.s` file. Nothing says so when the code is
            built: a range check against it never matches, a copy of the code copies the wrapper, and a kernel or CPU that
            jumps there finds itself in code that expects a goroutine.

            What becomes of the address decides. Compared with a program counter, copied from, stored for assembly, or given
            to the kernel, it has to be the address of the code: an error. Made into a Go func value again it has to be the
            wrapper's; used for nothing but `runtime.FuncForPC(p).Name()`, or compared only with other addresses that were
            read in Go, either will do: no finding. Where it gets out of sight the finding is a warning.
            """,
        BadExample = """
            ```go
            // memcpy is written in memcpy_amd64.s.
            func memcpy(dst, src unsafe.Pointer, n uintptr)

            func inMemcpy(pc uintptr) bool {
            	return pc >= reflect.ValueOf(memcpy).Pointer() // the wrapper's address
            }
            ```
            """,
        GoodExample = """
            Assembly sees the code itself: let an address stub return its address.

            ```go
            func addrOfMemcpy() uintptr

            func inMemcpy(pc uintptr) bool {
            	return pc >= addrOfMemcpy()
            }
            ```

            ```asm
            TEXT ·addrOfMemcpy(SB), NOSPLIT, $0-8
            	MOVQ $·memcpy(SB), AX
            	MOVQ AX, ret+0(FP)
            	RET
            ```
            """,
        FixSafety = """
            `goabi stubs` (and `goabi check --fix`) writes the stub for every architecture whose assembly defines the
            function, declares it, and calls it in place of the expression that reads the address. The fix is safe where every
            consumer of the address needs the code's; it is unsafe, and made only on request, where the address gets out of
            sight.
            """,
        References = ImmutableArray.Create(
            "https://go.googlesource.com/proposal/+/master/design/27539-internal-abi.md",
            "https://go.dev/src/cmd/compile/abi-internal",
            "https://go.dev/src/cmd/compile/internal/ssagen/abi.go"),
    };

    /// <inheritdoc/>
    public override void AnalyzePackage(RuleContext context, CancellationToken cancellationToken)
    {
        if (!context.HasWrappers)
        {
            return;
        }

        var byUse = new Dictionary<GoNode, List<(AddressRead Read, FunctionValue Value)>>();
        foreach (var read in AddressReads.In(context.Unit, context.Flow, cancellationToken))
        {
            foreach (var value in read.Value.Functions.Values)
            {
                if (value.Function.IsWrappedForGo)
                {
                    if (!byUse.TryGetValue(value.Use, out var reads))
                    {
                        byUse[value.Use] = reads = [];
                    }

                    if (!reads.Exists(known => known.Read.Node == read.Node))
                    {
                        reads.Add((read, value));
                    }
                }
            }
        }

        foreach (var entry in byUse)
        {
            Judge(context, entry.Key, entry.Value);
        }
    }

    private static void Judge(RuleContext context, GoNode use, List<(AddressRead Read, FunctionValue Value)> reads)
    {
        var consumers = new List<AddressUse>();
        foreach (var (read, _) in reads)
        {
            consumers.AddRange(context.Flow.NewConsumers().Of(read.Node));
        }

        consumers.Sort(static (a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : Compare(a.Node, b.Node));
        var harmful = consumers.Find(static consumer => consumer.Kind < AddressConsumer.FuncValueAgain);
        var needsCode = !harmful.Node.IsDefault;
        var needsWrapper = consumers.Exists(static consumer => consumer.Kind == AddressConsumer.FuncValueAgain);
        var unknown = consumers.Find(static consumer => consumer.Kind == AddressConsumer.Unknown);
        if (!needsCode && unknown.Node.IsDefault)
        {
            return;
        }

        var (firstRead, value) = reads[0];
        var consumer = needsCode ? harmful : unknown;
        var isMust = reads.TrueForAll(static read => read.Read.Value.Functions is { IsComplete: true, Values.Count: 1 });
        var unit = context.Unit;
        context.ReportWrapper(
            new Finding
            {
                RuleId = "GOABI1001",
                Severity = needsCode ? Severity.Error : Severity.Warning,
                Certainty = isMust && needsCode ? FindingCertainty.Must : FindingCertainty.May,
                Message = Message(value.Function, consumer),
                Location = use.Kind == GoSyntaxKind.Selector ? use[1].Location : use.Location,
                Function = Callers.Of(unit, use).FullName,
                Symbol = value.Function.Symbol,
                Flow = FlowOf(use, value, firstRead),
            },
            needsWrapper || !isMust || !reads.TrueForAll(read => AddressStubUse.CanBeCalledAt(unit, use, read.Read.Node)) ? null : new AddressStubUse
            {
                Unit = unit,
                Function = value.Function,
                Use = use,
                Reads = reads.Select(static read => read.Read.Node).ToList(),
                Safety = needsCode && unknown.Node.IsDefault ? FixSafety.Safe : FixSafety.Unsafe,
            });
    }

    private static string Message(FunctionInfo function, AddressUse consumer)
    {
        var name = function.Declaration?.Name ?? function.Symbol;
        var file = function.Assembly?.Program.File.Name ?? "assembly";
        var line = consumer.Node.Location.Start.Line;
        var place = System.FormattableString.Invariant($"line {line}");
        var what = consumer.Kind switch
        {
            AddressConsumer.Compared => "is compared with a program counter (" + place + ")",
            AddressConsumer.CodeRead => "is used to read code (" + place + ")",
            AddressConsumer.Assembly when consumer.Node.Kind == GoSyntaxKind.Call => "is given to the assembly function " + consumer.Detail + " (" + place + ")",
            AddressConsumer.Assembly => "is stored in " + consumer.Detail + ", which assembly uses (" + place + ")",
            AddressConsumer.Kernel => "is given to the kernel (" + place + ")",
            _ when consumer.Detail.Length > 0 => "goes to " + consumer.Detail + " (" + place + "), where it is not followed",
            _ => "is not followed further (" + place + ")",
        };
        return "this takes the address of the ABI wrapper of " + name + ", not of the code in " + file + "; the address " + what;
    }

    private static ImmutableArray<FlowStep> FlowOf(GoNode use, FunctionValue value, AddressRead read)
    {
        var steps = ImmutableArray.CreateBuilder<FlowStep>();
        var last = use;
        foreach (var step in value.Steps)
        {
            // Only what names a place of its own says anything: variables that hold the value on the way.
            if (step.Kind is GoSyntaxKind.Identifier or GoSyntaxKind.Selector && step != last && !read.Node.Span.Contains(step.Span))
            {
                steps.Add(new FlowStep(step.Location, "goes on in " + step.Text));
                last = step;
            }
        }

        steps.Add(new FlowStep(read.Node.Location, "the address is read here"));
        return steps.ToImmutable();
    }

    private static int Compare(GoNode left, GoNode right)
    {
        var order = string.CompareOrdinal(left.Tree.File.Path, right.Tree.File.Path);
        return order != 0 ? order : left.Span.CompareTo(right.Span);
    }
}
