using System;
using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Symbols that two TEXT or GLOBL define: cmd/internal/obj.(*Link).InitTextSym and GloblPos.</summary>
internal static class SymbolCheck
{
    public static void Run(ProgramRecords records, ExpandedStream stream, OperandErrors errors)
    {
        HashSet<(int Name, bool IsStatic, bool IsInternal)>? defined = null;
        foreach (ref readonly var statement in records.Statements.AsSpan())
        {
            if (statement.Form is not (StatementForm.Text or StatementForm.Globl) || statement.IsBroken || statement.OperandCount == 0)
            {
                continue;
            }

            ref readonly var symbol = ref records.OperandsOf(statement)[0];
            if (symbol.Form != OperandForm.Symbol)
            {
                continue;
            }

            defined ??= [];
            var isInternal = symbol.Extra != 0 && records.Names.GetText(symbol.Extra) == AbiSelectors.Internal;
            if (!defined.Add((symbol.NameId, symbol.IsStatic, isInternal)))
            {
                errors.ReportAlways(
                    new AsmOrigin(stream, symbol.FirstToken, symbol.TokenCount),
                    records.Names.GetText(symbol.NameId) + " is defined twice in this file",
                    DiagnosticIds.SymbolRedeclared);
            }
        }
    }
}
