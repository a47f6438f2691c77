using System;
using System.IO;
using System.Text.Json;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>What <c>goabi parse</c> prints of one file: as text, or as one object of the JSON report (docs/schemas/parse.schema.json).</summary>
public static class ParseReport
{
    /// <summary>The version of the JSON form.</summary>
    public const int Version = 1;

    /// <summary>Writes a view of a file as text. Diagnostics are written by <see cref="DiagnosticsTextReport"/>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="view">Which view.</param>
    /// <param name="root">The directory that paths are relative to.</param>
    /// <param name="output">Where to; gets UTF-8, or the file's own bytes where they are none.</param>
    public static void WriteText(ParsedFile file, ParseView view, string root, Stream output)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(output);
        if (view == ParseView.Preprocessed)
        {
            output.Write(SourceText.FromString(file.Program?.ToPreprocessedString() ?? "").Bytes.Span);
            return;
        }

        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        switch (view)
        {
            case ParseView.Tree when file.Program is { } program:
                TreeReport.WriteTree(program.Tree, writer);
                break;
            case ParseView.Tree when file.Listing is { } listing:
                ListingReport.WriteTree(listing, root, writer);
                break;
            case ParseView.Tokens when file.Program is { } program:
                TreeReport.WriteTokens(program.Tree, writer);
                break;
            case ParseView.Symbols when file.Program is { } program:
                SymbolsReport.Write(file, program, root, writer);
                break;
            case ParseView.Symbols when file.Listing is { } listing:
                ListingReport.WriteSymbols(listing, root, writer);
                break;
            case ParseView.SymbolAbis:
                foreach (var symbol in file.Program?.SymbolAbis() ?? [])
                {
                    writer.Write(symbol + "\n");
                }

                break;
        }
    }

    /// <summary>Writes a file's object.</summary>
    /// <param name="file">The file.</param>
    /// <param name="view">Which view it has besides diagnostics.</param>
    /// <param name="root">The directory that paths are relative to.</param>
    /// <param name="output">Where to; gets one object of UTF-8.</param>
    public static void WriteJson(ParsedFile file, ParseView view, string root, Stream output)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = JsonOutput.Create(output);
        writer.WriteStartObject();
        writer.WriteString("file", SourcePath.Relative(file.Path, root));
        if (file.Target is { } target)
        {
            writer.WriteString("format", file.Listing is null ? "assembly" : "listing");
            writer.WriteString("target", target.ToString());
            if (file.Program is not null)
            {
                writer.WriteString("package", file.PackagePath);
            }
        }

        WriteDiagnostics(writer, file, root);
        WriteView(writer, file, view, root);
        writer.WriteEndObject();
    }

    /// <summary>Writes the report around the files' objects.</summary>
    /// <param name="toolVersion">The version of goabi.</param>
    /// <param name="root">The directory that paths are relative to.</param>
    /// <param name="view">Which view the files have.</param>
    /// <param name="output">Where to.</param>
    /// <param name="writeFiles">Calls its argument with each file's object, in order.</param>
    /// <param name="summarize">Called after the files: how many errors, warnings, infos and files.</param>
    public static void WriteJson(
        string toolVersion, string root, ParseView view, Stream output, Action<Action<ReadOnlyMemory<byte>>> writeFiles, Func<(int Errors, int Warnings, int Infos, int Files)> summarize)
    {
        ArgumentNullException.ThrowIfNull(writeFiles);
        ArgumentNullException.ThrowIfNull(summarize);
        using (var writer = JsonOutput.Create(output))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteStartObject("tool");
            writer.WriteString("name", "goabi");
            writer.WriteString("version", toolVersion);
            writer.WriteEndObject();
            writer.WriteString("root", root);
            writer.WriteString("view", NameOf(view));
            writer.WriteStartArray("files");
            writeFiles(file =>
            {
                writer.WriteRawValue(file.Span, skipInputValidation: true);
                writer.Flush();
            });
            writer.WriteEndArray();
            var (errors, warnings, infos, files) = summarize();
            writer.WriteStartObject("summary");
            writer.WriteNumber("error", errors);
            writer.WriteNumber("warning", warnings);
            writer.WriteNumber("info", infos);
            writer.WriteNumber("files", files);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static string NameOf(ParseView view) => view switch
    {
        ParseView.Tree => "tree",
        ParseView.Tokens => "tokens",
        ParseView.Preprocessed => "preprocessed",
        ParseView.Symbols => "symbols",
        ParseView.SymbolAbis => "symabis",
        _ => "diagnostics",
    };

    private static void WriteDiagnostics(Utf8JsonWriter writer, ParsedFile file, string root)
    {
        writer.WriteStartArray("diagnostics");
        foreach (var diagnostic in file.Diagnostics)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", diagnostic.Id);
            writer.WriteString("severity", ReportNames.Of(diagnostic.Severity));
            writer.WriteString("message", diagnostic.Message);
            if (diagnostic.Location is { } location)
            {
                JsonOutput.WriteRange(writer, root, location);
            }
            else
            {
                writer.WriteString("file", SourcePath.Relative(diagnostic.Path ?? file.Path, root));
            }

            if (diagnostic.Suggestion is { } suggestion)
            {
                writer.WriteString("suggestion", suggestion);
            }

            if (!diagnostic.Expansion.IsEmpty)
            {
                JsonOutput.WriteExpansion(writer, root, diagnostic.Expansion);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteView(Utf8JsonWriter writer, ParsedFile file, ParseView view, string root)
    {
        switch (view)
        {
            case ParseView.Tree when file.Program is { } program:
                TreeReport.WriteTree(program.Tree, writer);
                break;
            case ParseView.Tree when file.Listing is { } listing:
                ListingReport.WriteTree(listing, writer);
                break;
            case ParseView.Tokens when file.Program is { } program:
                TreeReport.WriteTokens(program.Tree, writer);
                break;
            case ParseView.Preprocessed when file.Program is { } program:
                PreprocessedReport.Write(program, root, writer);
                break;
            case ParseView.Symbols when file.Program is { } program:
                SymbolsReport.Write(file, program, root, writer);
                break;
            case ParseView.Symbols when file.Listing is { } listing:
                ListingReport.WriteSymbols(listing, writer);
                break;
            case ParseView.SymbolAbis when file.Program is { } program:
                writer.WriteStartArray("symabis");
                foreach (var symbol in program.SymbolAbis())
                {
                    writer.WriteStartObject();
                    writer.WriteString("kind", symbol.IsDefinition ? "def" : "ref");
                    writer.WriteString("symbol", symbol.Name);
                    writer.WriteString("abi", symbol.Abi);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                break;
        }
    }
}
