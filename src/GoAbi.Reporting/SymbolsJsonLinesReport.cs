using System;
using System.IO;
using System.Text.Json;
using GoAbi.Analysis;

namespace GoAbi.Reporting;

/// <summary><c>symbols --format jsonl</c>: one object a line.</summary>
public static class SymbolsJsonLinesReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="analysis">What was found, with its symbols.</param>
    /// <param name="output">Where to; gets UTF-8 without byte order mark.</param>
    public static void Write(AbiAnalysis analysis, Stream output)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = JsonOutput.Create(output);
        foreach (var symbol in analysis.Symbols)
        {
            WriteSymbol(writer, analysis.Root, symbol);
            JsonOutput.EndLine(writer, output);
        }
    }

    private static void WriteSymbol(Utf8JsonWriter writer, string root, FunctionSymbol symbol)
    {
        writer.WriteStartObject();
        JsonOutput.WriteTargets(writer, symbol.Targets);
        writer.WriteString("package", symbol.Package);
        writer.WriteString("symbol", symbol.Symbol);
        writer.WriteString("language", ReportNames.Of(symbol.Language));
        writer.WriteString("abi", ReportNames.Of(symbol.Abi));
        writer.WriteBoolean("static", symbol.IsStatic);
        JsonOutput.WriteLocation(writer, "definition", root, symbol.Definition);
        JsonOutput.WriteLocation(writer, "declaration", root, symbol.Declaration);
        JsonOutput.WriteNumber(writer, "frameSize", symbol.FrameSize);
        JsonOutput.WriteNumber(writer, "argumentSize", symbol.ArgumentSize);
        writer.WriteStartArray("flags");
        foreach (var flag in symbol.Flags)
        {
            writer.WriteStringValue(flag);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("wrappers");
        foreach (var wrapper in symbol.Wrappers)
        {
            writer.WriteStartObject();
            writer.WriteString("from", ReportNames.Of(wrapper.From));
            writer.WriteString("to", ReportNames.Of(wrapper.To));
            writer.WriteString("reason", wrapper.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("addressTaken", symbol.AddressTaken);
        writer.WriteEndObject();
    }
}
