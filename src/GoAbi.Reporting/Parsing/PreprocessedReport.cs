using System.Collections.Generic;
using System.Text.Json;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>A program's tokens after preprocessing, each with the place where it is written and the macros and includes that led there.</summary>
internal static class PreprocessedReport
{
    public static void Write(AsmProgram program, string root, Utf8JsonWriter writer)
    {
        var files = new SpanJson?[program.Files.Length];
        var numbers = new Dictionary<int, int>();
        var firsts = new List<int>();
        writer.WriteStartArray("preprocessed");
        for (var i = 0; i < program.Tokens.Length; i++)
        {
            var token = program.Tokens[i];
            var location = program.GetLocation(token);
            writer.WriteStartObject();
            writer.WriteString("token", TreeNode.NameOf(token.Kind));
            (files[token.Source] ??= new SpanJson(location.File.Text)).WriteText(writer, "text", location.Span);
            JsonOutput.WriteRange(writer, root, location);
            if (token.Expansion != 0)
            {
                if (!numbers.TryGetValue(token.Expansion, out var number))
                {
                    numbers.Add(token.Expansion, number = firsts.Count);
                    firsts.Add(i);
                }

                writer.WriteNumber("expansion", number);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("expansions");
        foreach (var first in firsts)
        {
            WriteChain(program.GetOrigin(first).Expansion, root, writer);
        }

        writer.WriteEndArray();
    }

    private static void WriteChain(IEnumerable<ExpansionFrame> frames, string root, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var frame in frames)
        {
            writer.WriteStartObject();
            JsonOutput.WriteStart(writer, root, frame.Location);
            writer.WriteString(frame.IsInclude ? "include" : "macro", frame.Name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
