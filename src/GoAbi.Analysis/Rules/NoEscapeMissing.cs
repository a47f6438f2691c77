using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2055: a Go declaration without //go:noescape whose assembly keeps no pointer.</summary>
public sealed class NoEscapeMissing : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2055",
        Name = nameof(NoEscapeMissing),
        Title = "The assembly keeps no pointer, and its Go declaration doesn't say //go:noescape",
        DefaultSeverity = Severity.Info,
        Explanation = """
            A suggestion. The compiler doesn't look into assembly: it takes every pointer that such a function is given to be kept
            somewhere, so that what it points to has to be in the heap. `//go:noescape` above the declaration says that none
            is kept, neither the pointers nor what they lead to, and callers can leave their buffers on the stack.

            Finds declarations without it where the assembly proves it: nothing that comes of a pointer argument is stored anywhere but in the function's own
            frame, none gets into a result, and the function calls nothing, enters no system call, and has no instruction that isn't
            understood. What is loaded through the pointers counts as well where it may be a pointer in turn.

            The proof is one for each target that the finding names. Where a declaration has assembly for several architectures, all of them
            have to keep no pointer.
            """,
        BadExample = """
            ```go
            // sum is written in sum_amd64.s.
            func sum(p []uint64) uint64
            ```
            """,
        GoodExample = """
            ```go
            // sum is written in sum_amd64.s.
            //
            //go:noescape
            func sum(p []uint64) uint64
            ```
            """,
        FixSafety = """
            The directive is inserted above the declaration. That is unsafe, made only on request: a wrong `//go:noescape` corrupts memory,
            and what assembly of other targets does, those named in the finding don't tell.
            """,
        References = ImmutableArray.Create(
            "https://go.dev/src/cmd/compile/doc.go",
            "https://go.dev/src/cmd/compile/internal/escape"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (context is null || body is null)
        {
            throw new ArgumentNullException(context is null ? nameof(context) : nameof(body));
        }

        if (body.Info is not { Declaration: { HasBody: false, ReceiverTypeName: null } declaration, IsWrappedForGo: true } info
            || context.Target.Goarch == "wasm"
            || IsAnnotated(declaration)
            || AssemblyCalls.HasCalls(body.Function)
            || body.Layout is not { } layout
            || FirstPointer(layout) is not { } pointer
            || !PointerKeeping.KeepsNone(body, layout))
        {
            return;
        }

        context.Report(new Finding
        {
            RuleId = Descriptor.Id,
            Severity = Descriptor.DefaultSeverity,
            Certainty = FindingCertainty.Must,
            Message = FormattableString.Invariant($"the assembly of {declaration.Name} keeps no pointer, neither {pointer} nor what it leads to: //go:noescape would let callers leave it on the stack"),
            Location = declaration.Declaration.Location,
            Function = info.FullName,
            Symbol = body.Symbol,
            Fixes = FixOf(declaration),
        });
    }

    private static bool IsAnnotated(GoObject declaration)
    {
        foreach (var directive in declaration.Directives)
        {
            if (directive.Name is "go:noescape" or "go:linkname" or "go:uintptrescapes" or "go:uintptrkeepalive")
            {
                return true;
            }
        }

        return false;
    }

    private static string? FirstPointer(AbiLayout layout)
    {
        string? found = null;
        foreach (var parameter in layout.Parameters)
        {
            if (!parameter.HasAllParts)
            {
                return null;
            }

            foreach (var part in parameter.Parts)
            {
                if (part.Kind == AbiPartKind.Pointer && parameter.Name != "_")
                {
                    found ??= parameter.Name.Length > 0 ? parameter.Name : parameter.AssemblyName;
                }
            }
        }

        return found;
    }

    // gofmt wants an empty comment line between a text and directives.
    private static ImmutableArray<Fix> FixOf(GoObject declaration)
    {
        var file = declaration.DeclaringNode.Tree.File;
        var content = file.Text.Text;
        var start = declaration.DeclaringNode.Span.Start;
        if (start > 0 && content[start - 1] != '\n')
        {
            return ImmutableArray<Fix>.Empty;
        }

        var newLine = start > 1 && content[start - 2] == '\r' ? "\r\n" : "\n";
        var before = start == 0 ? -1 : content.LastIndexOf('\n', Math.Max(0, start - 2)) + 1;
        var line = before < 0 ? "" : content.Substring(before, start - before);
        var gap = line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("//go:", StringComparison.Ordinal) ? "//" + newLine : "";
        var edit = new FileEdit(file.Path, file, new TextEdit(new TextSpan(start, 0), gap + "//go:noescape" + newLine));
        return ImmutableArray.Create(Fix.OfEdits("noescape", FixSafety.Unsafe, "Say //go:noescape above " + declaration.Name, ImmutableArray.Create(edit)));
    }
}
