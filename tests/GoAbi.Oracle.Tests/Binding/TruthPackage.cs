using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace GoAbi.Oracle.Tests.Binding;

/// <summary>What the oracle says about one package: see bindingtruth.go.txt.</summary>
internal sealed class TruthPackage
{
    public required string ImportPath { get; init; }

    public required string Name { get; init; }

    public required string Variant { get; init; }

    public required int Errors { get; init; }

    /// <summary>For external tests: the path of the package under test and its files, in-package tests included.</summary>
    public (string Path, IReadOnlyList<string> Files)? Tested { get; init; }

    public Dictionary<string, string> Imports { get; } = new(StringComparer.Ordinal);

    public List<TruthFile> Files { get; } = [];

    public override string ToString() => ImportPath + " (" + Variant + ")";

    public static IEnumerable<TruthPackage> Read(TextReader reader, Dictionary<string, IReadOnlyList<string>> importedFiles)
    {
        TruthPackage? package = null;
        TruthFile? file = null;
        (string Path, IReadOnlyList<string> Files)? tested = null;
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ', 3);
            switch (parts[0])
            {
                case "P":
                    if (package is not null)
                    {
                        yield return package;
                    }

                    var rest = parts[2].Split(' ');
                    package = new TruthPackage
                    {
                        ImportPath = parts[1], Name = rest[0], Variant = rest[1], Errors = int.Parse(rest[2], CultureInfo.InvariantCulture),
                        Tested = rest[1] == "external" ? tested : null,
                    };
                    break;
                case "V":
                    tested = (parts[1], parts.Length < 3 ? [] : parts[2].Split(' '));
                    break;
                case "D":
                    importedFiles[parts[1]] = parts.Length < 3 ? [] : parts[2].Split(' ');
                    break;
                case "I":
                    package!.Imports[parts[1]] = parts[2];
                    break;
                case "F":
                    file = new TruthFile(line[2..]);
                    package!.Files.Add(file);
                    break;
                case "x":
                    file!.Add(int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
                    break;
                default:
                    var table = parts[0] switch { "u" => file!.Uses, "d" => file!.Declarations, "t" => file!.TypedCalls, _ => file!.Calls };
                    table[int.Parse(parts[1], CultureInfo.InvariantCulture)] = parts[2];
                    break;
            }
        }

        if (package is not null)
        {
            yield return package;
        }
    }
}

internal sealed class TruthFile(string path)
{
    public string Path { get; } = path;

    public Dictionary<int, string> Uses { get; } = [];

    public Dictionary<int, string> Declarations { get; } = [];

    public Dictionary<int, string> Calls { get; } = [];

    public Dictionary<int, string> TypedCalls { get; } = [];

    /// <summary>Types of expressions, and values of constants, by their first and last byte.</summary>
    public Dictionary<(int Start, int End), TruthExpression> Expressions { get; } = [];

    // "end type" or "end C value type".
    public void Add(int start, string text)
    {
        var parts = text.Split(' ', 2);
        var end = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var constant = parts[1].StartsWith("C ", StringComparison.Ordinal) ? parts[1].Split(' ', 3) : null;
        Expressions[(start, end)] = constant is null ? new TruthExpression(parts[1], null) : new TruthExpression(constant[2], constant[1]);
    }
}

/// <summary>An expression's type and, of a constant, value: see bindingtruth.go.txt.</summary>
internal sealed record TruthExpression(string Type, string? Value);
