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

    public Dictionary<string, string> Imports { get; } = new(StringComparer.Ordinal);

    public List<TruthFile> Files { get; } = [];

    public override string ToString() => ImportPath + " (" + Variant + ")";

    public static IEnumerable<TruthPackage> Read(TextReader reader, Dictionary<string, IReadOnlyList<string>> importedFiles)
    {
        TruthPackage? package = null;
        TruthFile? file = null;
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
                    };
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
}
