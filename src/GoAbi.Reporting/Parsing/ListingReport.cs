using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>A compiler listing: functions and calls, or every symbol with its instructions.</summary>
internal static class ListingReport
{
    public static void WriteSymbols(AsmListing listing, string root, TextWriter writer)
    {
        var path = SourcePath.Relative(listing.File.Path, root);
        foreach (var function in listing.Functions)
        {
            var flags = string.Join("|", function.Flags);
            Line(writer, path, function.Location, string.Create(
                CultureInfo.InvariantCulture,
                $"func {function.LinkName} {function.Abi} ${function.FrameSize}-{function.ArgumentSize} {function.Size} bytes{(flags.Length == 0 ? "" : " " + flags)}"));
            foreach (var call in function.Calls())
            {
                var position = call.Instruction.GoLine is { } line ? string.Create(CultureInfo.InvariantCulture, $" at {line.File}:{line.Line}") : "";
                Line(writer, path, call.Instruction.Location, $"  {KindOf(call)} {call.LinkName ?? "?"}{(call.Abi is null ? "" : " " + call.Abi)}{position}");
            }
        }
    }

    public static void WriteTree(AsmListing listing, string root, TextWriter writer)
    {
        var path = SourcePath.Relative(listing.File.Path, root);
        foreach (var symbol in listing.Symbols)
        {
            Line(writer, path, symbol.Location, string.Create(CultureInfo.InvariantCulture, $"{(symbol.Kind.Length == 0 ? "symbol" : symbol.Kind)} {symbol.LinkName} {symbol.Size} bytes"));
            foreach (var instruction in (symbol as AsmListingFunction)?.Instructions ?? [])
            {
                Line(writer, path, instruction.Location, string.Create(CultureInfo.InvariantCulture, $"  {instruction.Offset} {instruction}"));
            }
        }
    }

    public static void WriteSymbols(AsmListing listing, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("functions");
        foreach (var function in listing.Functions)
        {
            WriteStart(writer, function);
            WriteFunction(writer, function);
            writer.WriteStartArray("calls");
            foreach (var call in function.Calls())
            {
                WriteCall(writer, call);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteTree(AsmListing listing, Utf8JsonWriter writer)
    {
        var spans = new SpanJson(listing.File.Text);
        writer.WriteStartArray("symbols");
        foreach (var symbol in listing.Symbols)
        {
            WriteStart(writer, symbol);
            spans.Write(writer, symbol.Location.Span);
            if (!symbol.Data.IsEmpty)
            {
                writer.WriteBase64String("data", symbol.Data.AsSpan());
            }

            if (symbol is AsmListingFunction function)
            {
                WriteFunction(writer, function);
                WriteInstructions(writer, spans, function.Instructions);
            }

            WriteRelocations(writer, symbol.Relocations);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStart(Utf8JsonWriter writer, AsmListingSymbol symbol)
    {
        writer.WriteStartObject();
        writer.WriteString("symbol", symbol.LinkName);
        writer.WriteString("kind", symbol.Kind);
        writer.WriteString("package", symbol.Package);
        SymbolsReport.WriteFlags(writer, symbol.Flags);
        writer.WriteNumber("size", symbol.Size);
        writer.WriteNumber("line", symbol.Location.Start.Line);
        writer.WriteNumber("lines", symbol.LineCount);
    }

    private static void WriteFunction(Utf8JsonWriter writer, AsmListingFunction function)
    {
        writer.WriteString("abi", function.Abi);
        writer.WriteBoolean("abiWrapper", function.IsAbiWrapper);
        writer.WriteNumber("frameSize", function.FrameSize);
        writer.WriteNumber("argumentSize", function.ArgumentSize);
        writer.WriteNumber("funcId", function.FunctionId);
        writer.WriteStartArray("attributes");
        foreach (var attribute in function.Attributes)
        {
            writer.WriteStringValue(attribute);
        }

        writer.WriteEndArray();
    }

    private static void WriteCall(Utf8JsonWriter writer, AsmListingCall call)
    {
        writer.WriteStartObject();
        writer.WriteString("callee", call.LinkName);
        writer.WriteBoolean("direct", call.IsDirect);
        writer.WriteString("kind", KindOf(call));
        writer.WriteString("abi", call.Abi);
        writer.WriteNumber("offset", call.Instruction.Offset);
        var start = call.Instruction.Location.Start;
        writer.WriteNumber("line", start.Line);
        writer.WriteNumber("column", start.Column);
        WriteGoLine(writer, call.Instruction);
        writer.WriteEndObject();
    }

    private static void WriteInstructions(Utf8JsonWriter writer, SpanJson spans, IEnumerable<AsmListingInstruction> instructions)
    {
        writer.WriteStartArray("instructions");
        foreach (var instruction in instructions)
        {
            writer.WriteStartObject();
            writer.WriteNumber("offset", instruction.Offset);
            writer.WriteString("mnemonic", instruction.Mnemonic);
            spans.Write(writer, instruction.Location.Span);
            WriteGoLine(writer, instruction);
            writer.WriteStartArray("operands");
            foreach (var operand in instruction.Operands)
            {
                writer.WriteStartObject();
                writer.WriteString("text", operand.Text);
                writer.WriteString("kind", OperandKind(operand));
                if (operand.Symbol is { } symbol)
                {
                    writer.WriteString("symbol", symbol);
                    writer.WriteNumber("offset", operand.Offset);
                    writer.WriteString("base", operand.Base);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string OperandKind(AsmListingOperand operand) => operand switch
    {
        { Symbol: not null } => "symbol",
        { BranchTarget: not null } => "target",
        { Operand: RegisterOperand } => "register",
        { Operand: ImmediateOperand or FloatOperand or StringOperand } => "immediate",
        { Operand: MemoryOperand } => "memory",
        { Operand: not null } => "other",
        _ => "unknown",
    };

    private static void WriteRelocations(Utf8JsonWriter writer, IEnumerable<AsmListingRelocation> relocations)
    {
        writer.WriteStartArray("relocations");
        foreach (var relocation in relocations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("offset", relocation.Offset);
            writer.WriteNumber("width", relocation.Width);
            writer.WriteString("kind", relocation.Kind);
            writer.WriteString("symbol", relocation.Symbol);
            writer.WriteNumber("addend", relocation.Addend);
            writer.WriteNumber("line", relocation.Line + 1);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteGoLine(Utf8JsonWriter writer, AsmListingInstruction instruction)
    {
        if (instruction.GoLine is { } line)
        {
            writer.WriteString("goFile", line.File);
            writer.WriteNumber("goLine", line.Line);
        }
    }

    private static string KindOf(AsmListingCall call) => call.Kind switch
    {
        AsmInstructionKind.Jump => "jump",
        AsmInstructionKind.Return => "ret",
        _ => "call",
    };

    private static void Line(TextWriter writer, string path, SourceLocation location, string text) =>
        writer.Write(TerminalText.Clean($"{path}:{location.Start}: {text}") + "\n");
}
