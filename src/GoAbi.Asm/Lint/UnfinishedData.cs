using System;
using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// DATA without GLOBL, and DATA beyond the size of its GLOBL. Each file is assembled by itself: what another file or Go declares does not get the bytes, so the file
/// alone decides.
/// </summary>
internal static class UnfinishedData
{
    // A size that can't be told.
    private const long Unknown = -1;

    public static void Check(ProgramLint lint, string packagePath)
    {
        var sizes = SizesOf(lint.Records);
        var reported = new HashSet<(int NameId, bool IsStatic)>();
        foreach (ref readonly var statement in lint.Records.Statements.AsSpan())
        {
            if (statement.Form != StatementForm.Data || statement.IsBroken || statement.OperandCount == 0)
            {
                continue;
            }

            ref readonly var symbol = ref lint.Records.Operands[statement.FirstOperand];
            if (symbol.Form != OperandForm.Symbol)
            {
                continue;
            }

            if (!sizes.TryGetValue((symbol.NameId, symbol.IsStatic), out var size) && !TryFindByPath(lint.Records.Names, sizes, symbol, packagePath, out size))
            {
                if (reported.Add((symbol.NameId, symbol.IsStatic)))
                {
                    lint.Report(
                        DiagnosticIds.DataWithoutGlobl,
                        "no GLOBL in this file defines " + TextOf(lint, symbol) + ": its DATA is dropped",
                        symbol.FirstToken,
                        symbol.TokenCount);
                }
            }
            else if (size != Unknown && !symbol.HasUnresolvedName && statement.Width > 0 && symbol.Value > size - statement.Width
                && reported.Add((symbol.NameId, symbol.IsStatic)))
            {
                lint.Report(
                    DiagnosticIds.DataBeyondSize,
                    FormattableString.Invariant($"{statement.Width} bytes at offset {symbol.Value} are beyond the end of {TextOf(lint, symbol)}, which GLOBL gives {size}"),
                    symbol.FirstToken,
                    symbol.TokenCount);
            }
        }
    }

    private static Dictionary<(int NameId, bool IsStatic), long> SizesOf(ProgramRecords records)
    {
        var sizes = new Dictionary<(int NameId, bool IsStatic), long>();
        foreach (ref readonly var statement in records.Statements.AsSpan())
        {
            if (statement.Form != StatementForm.Globl || statement.OperandCount == 0)
            {
                continue;
            }

            ref readonly var symbol = ref records.Operands[statement.FirstOperand];
            ref readonly var size = ref records.Operands[statement.FirstOperand + statement.OperandCount - 1];
            var isKnown = !statement.IsBroken && size.Form == OperandForm.Immediate && !size.HasUnresolvedName && size.Value >= 0;
            sizes[(symbol.NameId, symbol.IsStatic)] = isKnown ? size.Value : Unknown;
        }

        return sizes;
    }

    // p·x and ·x are one symbol in package p.
    private static bool TryFindByPath(
        AsmNameTable names, Dictionary<(int NameId, bool IsStatic), long> sizes, in OperandRecord symbol, string packagePath, out long size)
    {
        var wanted = Resolve(names.GetText(symbol.NameId), packagePath);
        foreach (var known in sizes)
        {
            if (known.Key.NameId != 0 && known.Key.IsStatic == symbol.IsStatic && Resolve(names.GetText(known.Key.NameId), packagePath) == wanted)
            {
                size = known.Value;
                return true;
            }
        }

        size = Unknown;
        return false;
    }

    private static string Resolve(string name, string packagePath) =>
        name.Length > 0 && name[0] == '.' ? PackagePathEscape.Escape(packagePath) + name : name;

    private static string TextOf(ProgramLint lint, in OperandRecord symbol) =>
        lint.Records.Names.GetText(lint.Stream.Tokens[symbol.FirstToken].Token.NameId) + (symbol.IsStatic ? "<>" : "");
}
