using System.Diagnostics.CodeAnalysis;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GoAbi.Oracle.Tests.Readers;

/// <summary>A Go file as an additional file of a C# project.</summary>
internal sealed class GoFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}

/// <summary>Options that say of every additional file that it is a Go source.</summary>
internal sealed class GoFileOptions : AnalyzerConfigOptionsProvider
{
    private static readonly Options Same = new();

    public override AnalyzerConfigOptions GlobalOptions => Same;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Same;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Same;

    private sealed class Options : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_metadata.AdditionalFiles.GoAbiKind" ? "Source" : null;
            return value is not null;
        }
    }
}
