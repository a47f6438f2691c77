using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2009: an ABIInternal function reads from memory what it was given in a register.</summary>
public sealed class ArgumentInRegister : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2009",
        Name = nameof(ArgumentInRegister),
        Title = "An argument that is in a register is looked for in memory",
        DefaultSeverity = Severity.Error,
        Explanation = """
            Finds, in functions that take their arguments in registers (`TEXT ·f<ABIInternal>`), operands `name+offset(FP)` that name
            what is passed in a register: the caller stores nothing there. The bytes may belong to the area that callers reserve for
            keeping register arguments; where the function itself writes the argument there, reading it again is right.

            A result that is returned in a register is not read from memory by any caller: writing it there is lost.
            """,
        BadExample = """
            ```go
            func add(a, b int) int
            ```

            ```asm
            TEXT ·add<ABIInternal>(SB), NOSPLIT, $0-24
            	MOVQ a+0(FP), AX // a is in AX already, and not in memory
            	ADDQ BX, AX
            	RET
            ```
            """,
        GoodExample = """
            ```asm
            TEXT ·add<ABIInternal>(SB), NOSPLIT, $0-24
            	ADDQ BX, AX
            	RET
            ```
            """,
        FixSafety = """
            There is none: the code around it has to change as well.
            """,
        References = ImmutableArray.Create(
            "https://go.dev/src/cmd/compile/abi-internal"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (context is null || body is null)
        {
            throw new ArgumentNullException(context is null ? nameof(context) : nameof(body));
        }

        if (body.Arguments is not { IsInternal: true } area)
        {
            return;
        }

        foreach (var reference in body.References)
        {
            if (reference.Width is > 0 && area.RegisterValue(reference.Name) is { } value && !IsKept(body, reference))
            {
                var registers = string.Join(", ", System.Linq.Enumerable.Select(value.Registers, static part => part.Register.Name));
                var what = value.SpillOffset is null ? " is returned in " : " is passed in ";
                context.Report(FindingAt(body, reference.Operand.Origin, value.AssemblyName + " of " + body.DisplayName + what + registers + "; " + reference + " is memory that nobody reads or wrote"));
            }
        }
    }

    // Registers may be kept in the area that the caller reserves: then something is written there, and read again.
    private static bool IsKept(AssemblyBody body, in ArgumentReference reference)
    {
        var reads = false;
        var writes = false;
        foreach (var other in body.References)
        {
            if (other.Offset == reference.Offset && other.Width != 0)
            {
                var access = other.Instruction.Effects.GetAccess(other.Index);
                reads |= (access & AsmAccess.Read) != 0;
                writes |= (access & AsmAccess.Write) != 0;
            }
        }

        return reads && writes;
    }
}
