using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Conventions;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2041: what is stored before a call, or loaded after it, isn't where the callee's declaration has it.</summary>
public sealed class OutgoingArgumentMismatch : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2041",
        Name = nameof(OutgoingArgumentMismatch),
        Title = "Arguments that are stored before a call, or results that are loaded after it, are not where the callee has them",
        DefaultSeverity = Severity.Error,
        Explanation = """
            Compares the stores to the bottom of the frame before a call, and the loads after it, with the offsets and widths that the
            callee's Go declaration gives its arguments and results:

            - an argument that nothing in the function ever stores, or of which bytes are never stored: the callee reads what was left there;
            - a store that begins in one argument and ends in another, or that is wider than its argument and overwrites the one behind it
              that was stored before;
            - a load that begins in one result and ends in another, or in bytes that the callee doesn't write. Where only the
              upper part of what is loaded isn't the result's, it is a warning: the register may be used in part.

            Stores and loads belong to a call where control gets from one to the other without another call between. Arguments may be stored in
            pieces, several at once, by pushes and through registers that hold addresses of the stack. Nothing is said of an argument where the
            address of the frame goes elsewhere. Functions of packages that aren't imported are not known.
            """,
        BadExample = """
            ```asm
            // func visit(kind int32, p *node) bool, in Go.
            TEXT ·walk(SB), 0, $24-8
            	NO_LOCAL_POINTERS
            	MOVL $1, 0(SP)
            	MOVQ p+0(FP), AX
            	MOVQ AX, 4(SP) // p is at 8(SP)
            	CALL ·visit(SB)
            	MOVB 12(SP), AL // the result is at 16(SP)
            	RET
            ```
            """,
        GoodExample = """
            ```asm
            TEXT ·walk(SB), 0, $24-8
            	NO_LOCAL_POINTERS
            	MOVL $1, 0(SP)
            	MOVQ p+0(FP), AX
            	MOVQ AX, 8(SP)
            	CALL ·visit(SB)
            	MOVB 16(SP), AL
            	RET
            ```

            `goabi layout` prints the offsets of a function.
            """,
        FixSafety = "There is no fix: whether the offset, the width or the value is wrong, the code doesn't say.",
        References = ImmutableArray.Create(
            "https://go.dev/doc/asm",
            "https://go.dev/src/cmd/compile/abi-internal"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (context is null || body is null)
        {
            throw new ArgumentNullException(context is null ? nameof(context) : nameof(body));
        }

        StackAccesses? accesses = null;
        foreach (var call in context.Target.Goarch == "wasm" ? [] : OutgoingCall.In(context, body))
        {
            // What lies above the frame is another rule's.
            if (call.Layout is { } layout && call.End <= body.Frame.EntryStackPointer && OutgoingPart.Of(layout) is { } parts)
            {
                accesses ??= StackAccesses.Of(body);
                new CallCheck(this, context, body, accesses, call, parts).Run();
            }
        }
    }

    private sealed class CallCheck(OutgoingArgumentMismatch rule, RuleContext context, AssemblyBody body, StackAccesses accesses, OutgoingCall call, List<OutgoingPart> parts)
    {
        private readonly List<StackAccessPlace> stores = [];
        private readonly HashSet<int> reported = [];

        public void Run()
        {
            var before = CallNeighbours.Before(body.Graph, call.Step);
            foreach (var access in accesses.All)
            {
                if (access.IsWrite && before.Contains(access.Step) && access.Overlaps(call.Base, call.End))
                {
                    stores.Add(access);
                }
            }

            CheckStores();
            CheckArguments();
            CheckLoads();
        }

        private void CheckStores()
        {
            foreach (var store in stores)
            {
                var start = store.Place - call.Base;
                var end = store.End - call.Base;
                foreach (var part in parts)
                {
                    if (part.IsResult || start < part.Start || start >= part.End || end <= part.End)
                    {
                        continue;
                    }

                    if (start > part.Start && PartAt(end - 1) is { IsResult: false } other)
                    {
                        Report(store.Step, FormattableString.Invariant($"{store.Width} bytes are stored at {At(start)} for {call.Call.Name}, where {Of(part)} ends and {Of(other)} begins"));
                    }
                    else if (start == part.Start && OverwrittenBy(store, part) is { } overwritten)
                    {
                        Report(
                            store.Step,
                            FormattableString.Invariant($"{store.Width} bytes are stored at {At(start)} for {call.Call.Name}, where {part.Name} has {part.Size}: this overwrites {Of(overwritten)}, which was stored before"));
                    }
                }
            }
        }

        // Another argument behind, stored before in the same straight line.
        private OutgoingPart? OverwrittenBy(StackAccessPlace store, OutgoingPart first)
        {
            foreach (var earlier in stores)
            {
                var start = earlier.Place - call.Base;
                if (earlier.Step < store.Step && start >= first.End && store.End > earlier.Place && body.Graph.BlockOf(earlier.Step).Index == body.Graph.BlockOf(store.Step).Index
                    && PartAt(start) is { IsResult: false } part && part.Start == start)
                {
                    return part;
                }
            }

            return null;
        }

        private void CheckArguments()
        {
            if (!accesses.IsComplete)
            {
                return;
            }

            foreach (var part in parts)
            {
                if (part.IsResult || part.IsBlank || part.End > call.Size || !call.MayRead(part.Start, part.End))
                {
                    continue;
                }

                long stored = 0;
                long everStored = 0;
                StackAccessPlace? first = null;
                for (var i = part.Start; i < part.End; i++)
                {
                    var byteAt = call.Base + i;
                    var before = stores.Exists(store => store.Overlaps(byteAt, byteAt + 1));
                    stored += before ? 1 : 0;
                    everStored += before || accesses.All.Exists(access => access.IsWrite && access.Overlaps(byteAt, byteAt + 1)) ? 1 : 0;
                }

                if (everStored == part.Size)
                {
                    continue;
                }

                if (stored == 0 && everStored == 0)
                {
                    Report(call.Step, FormattableString.Invariant($"{Of(part)}, an argument of {call.Call.Name}, is never stored"));
                    return;
                }

                foreach (var store in stores)
                {
                    first ??= store.Overlaps(call.Base + part.Start, call.Base + part.End) ? store : null;
                }

                if (first is { } at)
                {
                    Report(at.Step, FormattableString.Invariant($"of {Of(part)}, an argument of {call.Call.Name} of {part.Size} bytes, only {everStored} are ever stored"));
                    return;
                }
            }
        }

        private void CheckLoads()
        {
            var after = CallNeighbours.After(body.Graph, call.Step);
            foreach (var load in accesses.All)
            {
                if (load.IsWrite || !after.Contains(load.Step) || !load.Overlaps(call.Base, call.End) || IsWrittenIn(after, load))
                {
                    continue;
                }

                var start = load.Place - call.Base;
                var end = load.End - call.Base;
                var first = PartAt(start);
                var last = PartAt(end - 1);
                if (first is { IsResult: true } result && end > result.End && (last is null || last.Value.End != end))
                {
                    var message = FormattableString.Invariant($"{load.Width} bytes are loaded from {At(start)}, where {call.Call.Name} has left {Of(result)} of {result.Size} bytes");
                    Report(load.Step, message + (last is null ? ": the others are not written" : ", and part of " + last.Value.Name), last is null && result.Start == start ? Severity.Warning : Severity.Error);
                }
                else if (first is null && last is null && IsBetweenResults(start))
                {
                    Report(load.Step, FormattableString.Invariant($"{load.Width} bytes are loaded from {At(start)}, where {call.Call.Name} leaves nothing: {ResultPlaces()}"));
                }
            }
        }

        private bool IsWrittenIn(HashSet<int> steps, StackAccessPlace load) =>
            accesses.All.Exists(access => access.IsWrite && steps.Contains(access.Step) && access.Overlaps(load.Place, load.End));

        // In the bytes that align one result or the whole; what lies before the results are arguments.
        private bool IsBetweenResults(long place)
        {
            foreach (var part in parts)
            {
                if (part.IsResult && part.Start <= place)
                {
                    return true;
                }
            }

            return false;
        }

        private string ResultPlaces()
        {
            var text = "";
            foreach (var part in parts)
            {
                text += part.IsResult ? (text.Length > 0 ? ", " : "") + Of(part) : "";
            }

            return text;
        }

        private OutgoingPart? PartAt(long place)
        {
            foreach (var part in parts)
            {
                if (place >= part.Start && place < part.End)
                {
                    return part;
                }
            }

            return null;
        }

        private string Of(OutgoingPart part) => FormattableString.Invariant($"{part.Name} at {At(part.Start)}");

        // As the assembler writes it at the call, whatever was pushed.
        private string At(long place) => FormattableString.Invariant($"{place + body.Frame.FixedSize}({body.Function.Architecture.StackPointer?.Name ?? "SP"})");

        private void Report(int step, string message, Severity severity = Severity.Error)
        {
            if (reported.Add(step))
            {
                context.Report(rule.FindingAt(body, body.Function.Body[body.Graph.Steps[step].Statement].Origin, message, severity));
            }
        }
    }
}
