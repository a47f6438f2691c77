using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2060: Go code gets to assembly whose instructions not every processor has, without asking for all of them.</summary>
public sealed class InstructionSetWithoutGuard : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2060",
        Name = nameof(InstructionSetWithoutGuard),
        Title = "Assembly uses instructions that the call's condition does not ask for",
        DefaultSeverity = Severity.Warning,
        Explanation = """
            Finds Go code that calls an assembly function, or takes it as a value, on a way where nothing has asked whether the processor has what
            the function's instructions need: AVX2, BMI2, the groups of AVX-512 on amd64; atomics (LSE), AES, SHA-2 and their kin on arm64; V and Zbb on riscv64;
            LSX on loong64. On a machine without them the program ends with SIGILL, far from the developer's own machine, which has them all.

            The classic is BMI2 behind a check for AVX2: nearly every processor with the one has the other, hypervisors can hide it, and a few
            processors never had it.

            What is needed is read from the instructions of the preprocessed program, with their operands: `VPADDD` is AVX on X registers, AVX2 on Y
            registers, AVX-512 with a mask. What GOAMD64, GOARM64 and GORISCV64 promise, and what Apple's machines all have, is not asked for.
            Conditions are read around the call, in the functions of the package that lead to it, and in the assembly itself: fields of
            `golang.org/x/sys/cpu` and `internal/cpu`, `cpuid.CPU.Supports(...)` of `github.com/klauspost/cpuid`, variables and functions made from them. Where a
            condition can't be read, a variable that assembly or a table fills, nothing is reported.
            """,
        BadExample = """
            ```go
            var useAVX2 = cpu.X86.HasAVX2

            func Sum(p []byte) uint64 {
            	if useAVX2 {
            		return sumAVX2(p) // sum_amd64.s: MULXQ, which is BMI2
            	}
            	return sumGeneric(p)
            }
            ```
            """,
        GoodExample = """
            ```go
            var useAVX2 = cpu.X86.HasAVX2 && cpu.X86.HasBMI2
            ```
            """,
        FixSafety = """
            There is no fix: the condition may be wrong, or the instruction.
            """,
        References = ImmutableArray.Create(
            "https://pkg.go.dev/golang.org/x/sys/cpu",
            "https://go.dev/wiki/MinimumRequirements",
            "https://go.dev/src/internal/cpu/cpu_x86.go"),
    };

    /// <inheritdoc/>
    public override bool NeedsAssembly => true;

    /// <inheritdoc/>
    public override void AnalyzePackage(RuleContext context, CancellationToken cancellationToken)
    {
        if (context is null)
        {
            throw new ArgumentNullException(nameof(context));
        }

        if (context.Bodies.Count == 0 || AsmExtensions.Find(context.Target.Goarch) is not { } extensions)
        {
            return;
        }

        var conditions = new GuardConditions(context.Unit, extensions, context.Flow.Variables);
        var needs = ExtensionNeeds.Of(context, conditions, extensions, cancellationToken);
        if (needs.IsEmpty)
        {
            return;
        }

        var search = new GuardSearch(context.Unit, conditions);
        foreach (var body in context.Bodies)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (body.Info is { Declaration: { } declaration, Assembly: { } assembly } && ReferenceEquals(assembly.Function, body.Function) && needs.Of(body.Symbol) is { Count: > 0 } needed)
            {
                Judge(context, body, declaration, needed, search, extensions);
            }
        }
    }

    private void Judge(
        RuleContext context, AssemblyBody body, GoObject declaration, IReadOnlyDictionary<ulong, AsmStatement> needed, GuardSearch search, AsmExtensions extensions)
    {
        foreach (var reference in search.References(declaration))
        {
            var fact = search.At(reference);
            if (fact.IsUnknown)
            {
                continue;
            }

            var known = extensions.Close(fact.Known);
            var missing = needed.Where(need => (need.Key & known) == 0).OrderBy(static need => need.Key).ToList();
            if (missing.Count > 0)
            {
                context.Report(FindingOf(context, body, reference, missing, fact, extensions));
            }
        }
    }

    private Finding FindingOf(
        RuleContext context, AssemblyBody body, GoNode reference, List<KeyValuePair<ulong, AsmStatement>> missing, GuardFact fact, AsmExtensions extensions)
    {
        // What brings the others with it is said alone.
        ulong all = 0;
        foreach (var need in missing)
        {
            all |= need.Key;
        }

        var said = missing.Where(need => (extensions.Essential(all) & need.Key) != 0).ToList();
        var names = string.Join(", ", said.SelectMany(need => extensions.NamesOf(need.Key)));
        var first = said[0].Value;
        var line = first.Origin.Location.Start.Line;
        var place = FormattableString.Invariant($"{first.Mnemonic}, {first.Origin.Location.File.Name}:{line}");
        var asked = extensions.NamesOf(extensions.Essential(fact.Known));
        var guard = asked.IsEmpty ? "nothing on the way to it asks for that" : "what is asked for on the way to it is only " + string.Join(", ", asked);
        var steps = said.Select(need => new FlowStep(need.Value.Origin.Location, string.Join(", ", extensions.NamesOf(need.Key)) + ": " + need.Value.Mnemonic)).ToImmutableArray();
        return new Finding
        {
            RuleId = Descriptor.Id,
            Severity = Descriptor.DefaultSeverity,
            Certainty = FindingCertainty.Must,
            Message = body.DisplayName + " needs " + names + " (" + place + "), and " + guard,
            Location = reference.Location,
            Function = Callers.Of(context.Unit, reference).FullName,
            Symbol = body.Symbol,
            Flow = steps,
        };
    }
}
