using System.Collections.Immutable;
using System.IO;
using System.Text.Json;
using GoAbi.Conventions;

namespace GoAbi.Reporting;

/// <summary>One signature's layout for one target.</summary>
/// <param name="Signature">The signature as given.</param>
/// <param name="Name">The function's name; "" for none.</param>
/// <param name="Layout">Where its values are.</param>
public sealed record LayoutSubject(string Signature, string Name, AbiLayout Layout);

/// <summary>Layouts as JSON: one object a line, see docs/schemas/layout.schema.json.</summary>
public static class LayoutJsonReport
{
    /// <summary>Writes one object.</summary>
    /// <param name="subject">The layout.</param>
    /// <param name="id">What a line of a batch calls it; null outside batches.</param>
    /// <param name="output">Where to.</param>
    public static void Write(LayoutSubject subject, string? id, Stream output)
    {
        var layout = subject.Layout;
        using var json = JsonOutput.Create(output);
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        if (id is not null)
        {
            json.WriteString("id", id);
        }

        json.WriteString("target", layout.Target.ToString());
        json.WriteString("signature", subject.Signature);
        WriteValues(json, "params", layout.Parameters);
        WriteValues(json, "results", layout.Results);
        json.WriteNumber("stackArgSize", layout.StackArgumentSize);
        json.WriteNumber("spillAreaOff", layout.SpillAreaOffset);
        json.WriteNumber("spillAreaSize", layout.SpillAreaSize);
        json.WriteNumber("argWidth", layout.ArgumentWidth);
        json.WriteNumber("abi0ArgSize", layout.Abi0ArgumentSize);
        json.WriteEndObject();
        JsonOutput.EndLine(json, output);
    }

    /// <summary>Writes what a line of a batch has in place of a layout.</summary>
    /// <param name="id">What the line is called.</param>
    /// <param name="error">What is wrong with it.</param>
    /// <param name="output">Where to.</param>
    public static void WriteError(string id, string error, Stream output)
    {
        using var json = JsonOutput.Create(output);
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("id", id);
        json.WriteString("error", error);
        json.WriteEndObject();
        JsonOutput.EndLine(json, output);
    }

    private static void WriteValues(Utf8JsonWriter json, string name, ImmutableArray<AbiValue> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            json.WriteString("name", value.Name);
            json.WriteString("type", value.TypeName);
            if (value.Kind == AbiParameterKind.Receiver)
            {
                json.WriteBoolean("recv", true);
            }

            json.WriteNumber("size", value.Size);
            json.WriteNumber("align", value.Alignment);
            json.WriteNumber("abi0Off", value.Abi0Offset);
            json.WriteStartArray("loc");
            if (value.StackOffset is { } stack)
            {
                json.WriteStartObject();
                json.WriteNumber("stack", stack);
                json.WriteNumber("off", 0);
                json.WriteNumber("size", value.Size);
                json.WriteEndObject();
            }

            foreach (var (register, part) in value.Registers)
            {
                json.WriteStartObject();
                json.WriteString("reg", register.Name);
                json.WriteNumber("off", part.Offset);
                json.WriteNumber("size", part.Size);
                json.WriteString("type", part.Type);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (value.SpillOffset is { } spill)
            {
                json.WriteNumber("spillOff", spill);
            }
            else
            {
                json.WriteNull("spillOff");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
