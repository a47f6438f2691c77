using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2002: a TEXT of the package that no Go declaration names.</summary>
public sealed class MissingGoDeclaration : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2002",
        Name = nameof(MissingGoDeclaration),
        Title = "An assembly function without a Go declaration",
        DefaultSeverity = Severity.Warning,
        Explanation = """
            Finds a `TEXT ·f(SB)` for which the package, as it is selected for the target, has no declaration `func f(...)`
            without a body, and which nothing in the package's assembly calls or names either. It is dead code, or its name
            differs from the declaration's, or the declaration is in a file that the target leaves out: what calls it
            will not link, or was never checked against it.

            Where the package's own assembly refers to the function, the finding is for information only: without a declaration
            the runtime doesn't know which of its arguments are pointers. A function that only its own file uses is written
            `f<>`, and needs none.

            Functions of other packages (`TEXT other∕pkg·f`), names that a `//go:linkname` declares, file-local ones, those with
            NOFRAME, and those of the runtime, which the compiler and the linker call by name, are left alone. Packages that
            use cgo are, too: C code may call them.
            """,
        BadExample = """
            ```go
            func memcpy(dst, src unsafe.Pointer, n uintptr)
            ```

            ```asm
            TEXT ·memcopy(SB), NOSPLIT, $0-24
            	RET
            ```
            """,
        GoodExample = """
            ```asm
            TEXT ·memcpy(SB), NOSPLIT, $0-24
            	RET
            ```
            """,
        FixSafety = "There is none: what the declaration should be is not known.",
        References = ImmutableArray.Create(
            "https://go.dev/doc/asm#runtime",
            "https://pkg.go.dev/golang.org/x/tools/go/analysis/passes/asmdecl"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (context is null || body is null)
        {
            throw new ArgumentNullException(context is null ? nameof(context) : nameof(body));
        }

        var unit = context.Unit;
        if (body.Text.Symbol.IsStatic || body.Has(AsmTextFlags.NoFrame) || body.Info is not { Declaration: null } || unit.Package.UsesCgo || IsCalledByName(unit.Package.ImportPath)
            || SymbolNames.PackageOf(body.Symbol) != SymbolNames.LinkPath(unit.Package))
        {
            return;
        }

        var isNamed = IsNamed(context, body);
        var message = isNamed
            ? "no Go declaration says what " + body.DisplayName + " takes; only the package's assembly refers to it"
            : "no Go declaration of " + body.DisplayName + " is selected, and nothing in the package's assembly refers to it";
        context.Report(FindingAt(body, body.Text.Symbol.Origin, message, isNamed ? Severity.Info : null));
    }

    // By another function, or by data.
    private static bool IsNamed(RuleContext context, AssemblyBody body)
    {
        var path = SymbolNames.LinkPath(context.Unit.Package);
        foreach (var other in context.Bodies)
        {
            if (other != body && Names(other.Function.Body, body.Symbol, path))
            {
                return true;
            }
        }

        foreach (var program in context.Unit.Symbols.Programs)
        {
            foreach (var statement in program.Statements)
            {
                if (statement is DataDirective { Value: SymbolOperand { Symbol.IsStatic: false } value } && value.Symbol.Resolve(path) == body.Symbol)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Names(ImmutableArray<AsmStatement> statements, string symbol, string path)
    {
        foreach (var statement in statements)
        {
            foreach (var operand in statement.Operands)
            {
                if (operand is SymbolOperand { Base: AsmPseudoRegister.SB, Symbol.IsStatic: false } named && named.Symbol.Resolve(path) == symbol)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // The runtime and its like, as the compiler (typecheck/_builtin), the linker and the other packages' assembly know it.
    private static bool IsCalledByName(string path) =>
        path is "runtime" or "reflect" or "syscall" or "sync/atomic" or "internal/bytealg" or "internal/cpu"
        || path.StartsWith("runtime/", StringComparison.Ordinal) || path.StartsWith("internal/runtime/", StringComparison.Ordinal);
}
