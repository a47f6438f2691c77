using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>The functions and variables that a program defines, and what it refers to.</summary>
internal static class SymbolsReport
{
    public static void Write(ParsedFile file, AsmProgram program, string root, TextWriter writer)
    {
        foreach (var function in program.Functions)
        {
            var text = function.Text;
            var arguments = text.ArgumentSize is { } size ? "-" + size.ToString(CultureInfo.InvariantCulture) : "";
            Line(writer, root, text.Origin.Location, $"func {NameOf(file, text.Symbol)} {AbiOf(file, text.Symbol)} ${text.FrameSize}{arguments}", text.FlagNames);
        }

        foreach (var globl in Variables(program))
        {
            Line(writer, root, globl.Origin.Location, $"var {NameOf(file, globl.Symbol)} {globl.Size} bytes", globl.FlagNames);
        }

        foreach (var reference in References(program))
        {
            writer.Write(TerminalText.Clean($"{SourcePath.Relative(file.Path, root)}: ref {reference.Name} {reference.Abi}") + "\n");
        }
    }

    public static void Write(ParsedFile file, AsmProgram program, string root, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("functions");
        foreach (var function in program.Functions)
        {
            var text = function.Text;
            WriteStart(writer, file, text, text.Symbol, root);
            writer.WriteString("abi", AbiOf(file, text.Symbol));
            writer.WriteNumber("frameSize", text.FrameSize);
            JsonOutput.WriteNumber(writer, "argumentSize", text.ArgumentSize);
            WriteFlags(writer, text.FlagNames);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("variables");
        foreach (var globl in Variables(program))
        {
            WriteStart(writer, file, globl, globl.Symbol, root);
            writer.WriteNumber("size", globl.Size);
            WriteFlags(writer, globl.FlagNames);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("references");
        foreach (var reference in References(program))
        {
            writer.WriteStartObject();
            writer.WriteString("symbol", reference.Name);
            writer.WriteString("abi", reference.Abi);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteFlags(Utf8JsonWriter writer, IEnumerable<string> flags)
    {
        writer.WriteStartArray("flags");
        foreach (var flag in flags)
        {
            writer.WriteStringValue(flag);
        }

        writer.WriteEndArray();
    }

    private static IEnumerable<GloblDirective> Variables(AsmProgram program) => program.Statements.OfType<GloblDirective>();

    private static IEnumerable<AsmSymbolAbi> References(AsmProgram program) =>
        program.SymbolAbis().Where(static symbol => !symbol.IsDefinition).Distinct();

    private static string NameOf(ParsedFile file, AsmSymbolReference symbol) => symbol.Resolve(file.PackagePath) + (symbol.IsStatic ? "<>" : "");

    private static string AbiOf(ParsedFile file, AsmSymbolReference symbol) =>
        symbol.AbiSelector == AbiSelectors.Internal && AbiSelectors.AreAllowed(file.PackagePath, file.Target!.Toolchain) ? AbiSelectors.Internal : AbiSelectors.Abi0;

    private static void Line(TextWriter writer, string root, SourceLocation location, string text, IEnumerable<string> flags)
    {
        var names = string.Join("|", flags);
        writer.Write(TerminalText.Clean($"{SourcePath.Relative(location.File.Path, root)}:{location.Start}: {text}{(names.Length == 0 ? "" : " " + names)}") + "\n");
    }

    private static void WriteStart(Utf8JsonWriter writer, ParsedFile file, AsmStatement statement, AsmSymbolReference symbol, string root)
    {
        writer.WriteStartObject();
        writer.WriteString("symbol", symbol.Resolve(file.PackagePath));
        writer.WriteBoolean("static", symbol.IsStatic);
        JsonOutput.WriteRange(writer, root, statement.Origin.Location);
        if (!statement.Origin.Expansion.IsEmpty)
        {
            JsonOutput.WriteExpansion(writer, root, statement.Origin.Expansion);
        }
    }
}
