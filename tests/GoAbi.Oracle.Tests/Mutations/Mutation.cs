using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.Mutations;

/// <summary>One change of real assembly that makes it mean something else.</summary>
/// <param name="Kind">What is changed: offset, name, width, argsize, frame, push, local, outgoing, result, stack.</param>
/// <param name="Target">The target that the file is assembled for.</param>
/// <param name="Package">Import path.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">What is replaced.</param>
/// <param name="NewText">What stands there then.</param>
/// <param name="Line">Its line, from 1.</param>
internal sealed record Mutation(string Kind, GoTargetRequest Target, string Package, string Path, TextSpan Span, string NewText, int Line)
{
    /// <summary>What the source says there, for the list of those that nobody reported.</summary>
    public required string Before { get; init; }
}
