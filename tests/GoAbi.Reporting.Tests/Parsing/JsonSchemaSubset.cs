using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace GoAbi.Reporting.Tests.Parsing;

/// <summary>Checks JSON against a schema, for the keywords that our schemas use. A keyword that it does not know is an error, so that nothing passes unchecked.</summary>
internal sealed class JsonSchemaSubset(JsonElement schema)
{
    private static readonly HashSet<string> Known =
        ["$schema", "$defs", "title", "description", "$ref", "type", "properties", "required", "additionalProperties", "items", "enum", "const", "oneOf", "minimum"];

    /// <summary>What does not fit, by its path; empty where all does.</summary>
    public List<string> Check(JsonElement value)
    {
        List<string> problems = [];
        Check(value, schema, "$", problems);
        return problems;
    }

    private void Check(JsonElement value, JsonElement rule, string path, List<string> problems)
    {
        foreach (var keyword in rule.EnumerateObject().Where(static keyword => !Known.Contains(keyword.Name)))
        {
            problems.Add(path + ": unknown keyword " + keyword.Name);
        }

        if (rule.TryGetProperty("$ref", out var reference))
        {
            Check(value, schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), path, problems);
        }

        if (rule.TryGetProperty("type", out var type) && !Types(type).Any(name => IsOfType(value, name)))
        {
            problems.Add(path + ": is " + value.ValueKind + ", not " + type);
        }

        if (rule.TryGetProperty("const", out var constant) && !JsonElement.DeepEquals(constant, value))
        {
            problems.Add(path + ": is not " + constant);
        }

        if (rule.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)))
        {
            problems.Add(path + ": is none of " + choices);
        }

        if (rule.TryGetProperty("minimum", out var minimum) && value.ValueKind == JsonValueKind.Number && value.GetInt64() < minimum.GetInt64())
        {
            problems.Add(path + ": is below " + minimum);
        }

        if (rule.TryGetProperty("oneOf", out var alternatives))
        {
            CheckOneOf(value, alternatives, path, problems);
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            CheckObject(value, rule, path, problems);
        }
        else if (value.ValueKind == JsonValueKind.Array && rule.TryGetProperty("items", out var items))
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Check(item, items, path + "[" + index++ + "]", problems);
            }
        }
    }

    private void CheckOneOf(JsonElement value, JsonElement alternatives, string path, List<string> problems)
    {
        List<string>? best = null;
        var fitting = 0;
        foreach (var alternative in alternatives.EnumerateArray())
        {
            List<string> found = [];
            Check(value, alternative, path, found);
            fitting += found.Count == 0 ? 1 : 0;
            best = best is null || found.Count < best.Count ? found : best;
        }

        if (fitting != 1)
        {
            problems.Add(path + ": fits " + fitting + " of the alternatives");
            problems.AddRange(best ?? []);
        }
    }

    private void CheckObject(JsonElement value, JsonElement rule, string path, List<string> problems)
    {
        var properties = rule.TryGetProperty("properties", out var given) ? given : default;
        foreach (var property in value.EnumerateObject())
        {
            if (properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(property.Name, out var inner))
            {
                Check(property.Value, inner, path + "." + property.Name, problems);
            }
            else if (rule.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.False)
            {
                problems.Add(path + ": has " + property.Name + ", which the schema has not");
            }
        }

        foreach (var name in rule.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(static n => n.GetString()!) : [])
        {
            if (!value.TryGetProperty(name, out _))
            {
                problems.Add(path + ": lacks " + name);
            }
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(static t => t.GetString()!) : [type.GetString()!];

    private static bool IsOfType(JsonElement value, string name) => name switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new InvalidOperationException("No type " + name),
    };
}
