using System;
using System.Globalization;
using System.IO;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary><c>symbols --format text</c>: for people.</summary>
public static class SymbolsTextReport
{
    /// <summary>Writes the symbols.</summary>
    /// <param name="analysis">What was found, with its symbols.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(AbiAnalysis analysis, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var symbol in analysis.Symbols)
        {
            Write(writer, analysis, symbol);
        }
    }

    private static void Write(TextWriter writer, AbiAnalysis analysis, FunctionSymbol symbol)
    {
        var language = symbol.Language == SourceLanguage.Assembly ? "assembly" : "Go";
        var targets = symbol.Targets.SequenceEqual(analysis.Targets) ? "" : " (on " + string.Join(", ", symbol.Targets) + ")";
        Line(writer, $"{Place(analysis, symbol.Definition)}: {symbol.Symbol}{(symbol.IsStatic ? "<>" : "")} {language} {ReportNames.Of(symbol.Abi)}{targets}");
        if (symbol.Declaration is { } declaration)
        {
            Line(writer, "    declared at " + Place(analysis, declaration));
        }

        if (symbol.FrameSize is { } frame)
        {
            var arguments = symbol.ArgumentSize is { } size ? "-" + size.ToString(CultureInfo.InvariantCulture) : "";
            Line(writer, $"    frame ${frame.ToString(CultureInfo.InvariantCulture)}{arguments} {string.Join('|', symbol.Flags)}".TrimEnd());
        }

        foreach (var wrapper in symbol.Wrappers)
        {
            Line(writer, $"    wrapper {ReportNames.Of(wrapper.From)} -> {ReportNames.Of(wrapper.To)}: {wrapper.Reason}");
        }

        if (symbol.AddressTaken > 0)
        {
            Line(writer, "    address taken in Go: " + symbol.AddressTaken.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Line(TextWriter writer, string text) => writer.Write(TerminalText.Clean(text) + "\n");

    private static string Place(AbiAnalysis analysis, SourceLocation location) =>
        SourcePath.Relative(location.File.Path, analysis.Root) + ":" + location.Start;
}
