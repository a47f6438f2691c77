using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GoAbi.Generator.Tests.Driving;

/// <summary>Options of one file, or of the compilation.</summary>
internal sealed class TestOptions(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
{
    public static readonly TestOptions Empty = new(ImmutableDictionary.Create<string, string>(KeyComparer));

    public override IEnumerable<string> Keys => values.Keys;

    public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);

    /// <summary>With one more.</summary>
    public TestOptions With(string key, string value) => new(values.SetItem(key, value));

    /// <summary>The values with a prefix in front of their keys, as a build writes them.</summary>
    public static TestOptions Create(string prefix, IEnumerable<KeyValuePair<string, string>> values)
    {
        var all = ImmutableDictionary.CreateBuilder<string, string>(KeyComparer);
        foreach (var pair in values)
        {
            all[prefix + pair.Key] = pair.Value;
        }

        return new TestOptions(all.ToImmutable());
    }
}

/// <summary>What a build's .editorconfig file says: properties of the project, metadata of additional files.</summary>
internal sealed class TestOptionsProvider(ImmutableSortedDictionary<string, string> properties, ImmutableDictionary<string, TestOptions> files) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = TestOptions.Create("build_property.", properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => TestOptions.Empty;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => files.TryGetValue(textFile.Path, out var found) ? found : TestOptions.Empty;
}
