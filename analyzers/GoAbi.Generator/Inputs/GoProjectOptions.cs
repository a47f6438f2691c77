using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Go;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GoAbi.Generator;

/// <summary>What a project says about its Go files: the properties that <c>build/GoAbi.Generator.props</c> shows to the compiler. Equal where they say the same.</summary>
internal sealed record GoProjectOptions
{
    /// <summary>The project's directory, '/' between its parts; "" where the build doesn't say.</summary>
    public string Directory { get; init; } = "";

    /// <summary>Namespace of generated code.</summary>
    public string Namespace { get; init; } = "Go";

    /// <summary>The targets as they are written, separated by semicolons; "" for every architecture that there is assembly for.</summary>
    public string Targets { get; init; } = "";

    /// <summary>Build tags, separated by commas or semicolons.</summary>
    public string Tags { get; init; } = "";

    /// <summary>False where _test.go files are left out.</summary>
    public bool IncludeTests { get; init; } = true;

    /// <summary>False where no catalogue is wanted.</summary>
    public bool WantsCatalogue { get; init; } = true;

    /// <summary>Reads them.</summary>
    /// <param name="options">The options of the compilation as a whole.</param>
    public static GoProjectOptions Read(AnalyzerConfigOptions options)
    {
        var root = Property(options, "RootNamespace");
        return new GoProjectOptions
        {
            Directory = GoAbi.Roslyn.AdditionalSourceFiles.SourcePathOf(Property(options, "ProjectDir")),
            Namespace = Property(options, "GoAbiNamespace") is { Length: > 0 } given ? given : root.Length > 0 ? root + ".Go" : "Go",
            Targets = Property(options, "GoAbiTargets"),
            Tags = Property(options, "GoAbiTags"),
            IncludeTests = !IsFalse(options, "GoAbiIncludeTests"),
            WantsCatalogue = !IsFalse(options, "GoAbiCatalogue"),
        };
    }

    /// <summary>The tags, each by itself.</summary>
    public ImmutableArray<string> TagList() => Tags.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();

    /// <summary>The targets asked for.</summary>
    /// <param name="targets">Targets separated by semicolons.</param>
    /// <param name="errors">What is wrong with those that can't be read, which are left out.</param>
    public static ImmutableArray<GoTargetRequest> TargetRequests(string targets, out ImmutableArray<string> errors)
    {
        var requests = ImmutableArray.CreateBuilder<GoTargetRequest>();
        var wrong = new List<string>();
        foreach (var text in targets.Split([';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (text.Trim().Length == 0)
            {
                continue;
            }

            if (GoTargetText.TryParse(text.Trim(), out var request, out var error))
            {
                requests.Add(request);
            }
            else
            {
                wrong.Add(error);
            }
        }

        errors = wrong.ToImmutableArray();
        return requests.ToImmutable();
    }

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) ? value : "";

    private static bool IsFalse(AnalyzerConfigOptions options, string name) => string.Equals(Property(options, name), "false", StringComparison.OrdinalIgnoreCase);
}
