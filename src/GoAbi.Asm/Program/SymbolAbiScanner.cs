using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>cmd/asm/internal/asm.(*Parser).symDefRef.</summary>
internal static class SymbolAbiScanner
{
    private static readonly GoVersion FirstWithPackagePath = new(20);

    public static IEnumerable<AsmSymbolAbi> Scan(ImmutableArray<AsmStatement> statements, Target target, string packagePath)
    {
        var selectorsAllowed = AbiSelectors.AreAllowed(packagePath, target.Toolchain);

        // Up to Go 1.19 the assembler did not know the package's path.
        var path = target.Toolchain < FirstWithPackagePath ? "" : packagePath;
        foreach (var statement in statements)
        {
            var isDefinition = statement is TextDirective;
            var first = 0;
            var end = statement.Operands.Length;
            if (isDefinition)
            {
                end = System.Math.Min(end, 1);
            }
            else if (statement is DataDirective or FuncdataDirective)
            {
                // DATA's first operand is defined, FUNCDATA's is a number. GLOBL's own symbol does yield a reference.
                first = end < 2 ? end : 1;
            }

            for (var i = first; i < end; i++)
            {
                if (statement.Operands[i] is SymbolOperand { IsPlainReference: true } operand)
                {
                    var abi = selectorsAllowed && operand.Symbol.AbiSelector == AbiSelectors.Internal ? AbiSelectors.Internal : AbiSelectors.Abi0;
                    yield return new AsmSymbolAbi(isDefinition, operand.Symbol.Resolve(path), abi);
                }
            }
        }
    }
}
