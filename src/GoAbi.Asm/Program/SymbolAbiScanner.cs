using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>cmd/asm/internal/asm.(*Parser).symDefRef.</summary>
internal static class SymbolAbiScanner
{
    private static readonly GoVersion FirstWithPackagePath = new(20);

    public static IEnumerable<AsmSymbolAbi> Scan(ProgramRecords records, ExpandedStream stream, Target target, string packagePath)
    {
        var selectorsAllowed = AbiSelectors.AreAllowed(packagePath, target.Toolchain);

        // Up to Go 1.19 the assembler did not know the package's path.
        var path = target.Toolchain < FirstWithPackagePath ? "" : packagePath;
        foreach (var statement in records.Statements)
        {
            var isDefinition = statement.Form == StatementForm.Text;
            var first = 0;
            var end = (int)statement.OperandCount;
            if (isDefinition)
            {
                end = System.Math.Min(end, 1);
            }
            else if (statement.Form is StatementForm.Data or StatementForm.Funcdata)
            {
                // DATA's first operand is defined, FUNCDATA's is a number. GLOBL's own symbol does yield a reference.
                first = end < 2 ? end : 1;
            }

            for (var i = first; i < end; i++)
            {
                var operand = records.Operands[statement.FirstOperand + i];
                if (operand.Form == OperandForm.Symbol && (operand.Flags & OperandFlags.IsPlainReference) != 0)
                {
                    var symbol = OperandFactory.SymbolOf(records, stream, operand);
                    var abi = selectorsAllowed && symbol.AbiSelector == AbiSelectors.Internal ? AbiSelectors.Internal : AbiSelectors.Abi0;
                    yield return new AsmSymbolAbi(isDefinition, symbol.Resolve(path), abi);
                }
            }
        }
    }
}
