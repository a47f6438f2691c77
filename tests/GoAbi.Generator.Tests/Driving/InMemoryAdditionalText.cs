using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GoAbi.Generator.Tests.Driving;

/// <summary>An additional file that no disk has. Two with equal text are two objects, as after an edit in an editor.</summary>
internal sealed class InMemoryAdditionalText(string path, string text) : AdditionalText
{
    private readonly SourceText source = SourceText.From(text);

    public override string Path { get; } = path;

    /// <summary>How often someone asked for the text.</summary>
    public int Reads => reads;

    private int reads;

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref reads);
        return source;
    }
}
