using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Text.Json;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>
/// <c>summary --format json</c>: package summaries, whole. Places are paths with offsets in UTF-16 code units, since a summary is read without its sources; paths begin with
/// what they are relative to: "package", "module", "GOROOT".
/// </summary>
public static class SummaryJsonReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="summaries">The summaries, with paths that begin with a name of <see cref="SymbolicRoots"/>.</param>
    /// <param name="output">Where to; gets UTF-8 without byte order mark.</param>
    public static void Write(IReadOnlyList<PackageSummary> summaries, Stream output)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = JsonOutput.Create(output, indented: true);
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WriteNumber("format", SummaryCodec.FormatVersion);
        Array(writer, "packages", summaries, WritePackage);
        writer.WriteEndObject();
        writer.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WritePackage(Utf8JsonWriter writer, PackageSummary summary)
    {
        writer.WriteStartObject();
        writer.WriteString("importPath", summary.ImportPath);
        writer.WriteString("variant", summary.Variant switch
        {
            GoPackageVariant.WithTests => "withTests",
            GoPackageVariant.ExternalTests => "externalTests",
            _ => "ordinary",
        });
        writer.WriteString("target", summary.Target);
        writer.WriteBoolean("needsTrees", summary.NeedsTrees);
        Array(writer, "files", summary.Files, static (w, file) => w.WriteStringValue(file));
        Array(writer, "functions", summary.Functions, WriteFunction);
        Array(writer, "callSites", summary.CallSites, WriteCallSite);
        Array(writer, "symbols", summary.Symbols, WriteSymbol);
        Array(writer, "addressUses", summary.AddressUses, static (w, use) =>
        {
            w.WriteStartObject();
            w.WriteString("symbol", use.Key);
            w.WriteNumber("count", use.Value);
            w.WriteEndObject();
        });
        Array(writer, "findings", summary.Findings, WriteFinding);
        Array(writer, "diagnostics", summary.Diagnostics, WriteDiagnostic);
        writer.WriteEndObject();
    }

    private static void WriteFunction(Utf8JsonWriter writer, SummaryFunction function)
    {
        writer.WriteStartObject();
        writer.WriteString("symbol", function.Symbol);
        writer.WriteString("name", function.FullName);
        writer.WriteString("language", ReportNames.Of(function.Language));
        writer.WriteString("abi", ReportNames.Of(function.Abi));
        writer.WriteEndObject();
    }

    private static void WriteCallSite(Utf8JsonWriter writer, SummaryCallSite pending)
    {
        var site = pending.Site;
        writer.WriteStartObject();
        WritePlace(writer, site.Location);
        writer.WriteNumber("index", site.Index);
        if (site.LineDirective is { } directive)
        {
            writer.WriteStartObject("lineDirective");
            writer.WriteString("file", directive.File);
            writer.WriteNumber("line", directive.Line);
            writer.WriteEndObject();
        }

        WriteExpansion(writer, site.Expansion);
        CallsJsonLinesReport.WriteCall(writer, site);
        writer.WriteString("link", pending.Need switch
        {
            LinkNeed.GoDeclaration => "go",
            LinkNeed.AssemblyReference => pending.SelectsInternal ? "asmInternal" : "asm",
            _ => null,
        });
        writer.WriteEndObject();
    }

    private static void WriteSymbol(Utf8JsonWriter writer, FunctionSymbol symbol)
    {
        writer.WriteStartObject();
        writer.WriteString("symbol", symbol.Symbol);
        writer.WriteString("language", ReportNames.Of(symbol.Language));
        writer.WriteString("abi", ReportNames.Of(symbol.Abi));
        writer.WriteBoolean("static", symbol.IsStatic);
        writer.WriteStartObject("definition");
        WritePlace(writer, symbol.Definition);
        writer.WriteEndObject();
        if (symbol.Declaration is { } declaration)
        {
            writer.WriteStartObject("declaration");
            WritePlace(writer, declaration);
            writer.WriteEndObject();
        }

        JsonOutput.WriteNumber(writer, "frameSize", symbol.FrameSize);
        JsonOutput.WriteNumber(writer, "argumentSize", symbol.ArgumentSize);
        Array(writer, "flags", symbol.Flags, static (w, flag) => w.WriteStringValue(flag));
        Array(writer, "wrappers", symbol.Wrappers, static (w, wrapper) =>
        {
            w.WriteStartObject();
            w.WriteString("from", ReportNames.Of(wrapper.From));
            w.WriteString("to", ReportNames.Of(wrapper.To));
            w.WriteString("reason", wrapper.Reason);
            w.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", finding.RuleId);
        writer.WriteString("severity", ReportNames.Of(finding.Severity));
        writer.WriteString("certainty", ReportNames.Of(finding.Certainty));
        writer.WriteString("message", finding.Message);
        WritePlace(writer, finding.Location);
        writer.WriteString("function", finding.Function);
        writer.WriteString("symbol", finding.Symbol);
        WriteExpansion(writer, finding.Expansion);
        Array(writer, "flow", finding.Flow, static (w, step) =>
        {
            w.WriteStartObject();
            WritePlace(w, step.Location);
            w.WriteString("message", step.Message);
            w.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void WriteDiagnostic(Utf8JsonWriter writer, SourceDiagnostic diagnostic)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", diagnostic.Id);
        writer.WriteString("severity", ReportNames.Of(diagnostic.Severity));
        writer.WriteString("message", diagnostic.Message);
        if (diagnostic.Location is { } location)
        {
            WritePlace(writer, location);
        }
        else if (diagnostic.Path is { } path)
        {
            writer.WriteString("file", path);
        }

        WriteExpansion(writer, diagnostic.Expansion);
        writer.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter writer, SourceLocation location)
    {
        writer.WriteString("file", location.File.Path);
        writer.WriteNumber("start", location.Span.Start);
        writer.WriteNumber("length", location.Span.Length);
    }

    private static void WriteExpansion(Utf8JsonWriter writer, ImmutableArray<ExpansionFrame> frames)
    {
        if (!frames.IsEmpty)
        {
            Array(writer, "expansion", frames, static (w, frame) =>
            {
                w.WriteStartObject();
                WritePlace(w, frame.Location);
                w.WriteString(frame.IsInclude ? "include" : "macro", frame.Name);
                w.WriteEndObject();
            });
        }
    }

    private static void Array<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }
}
