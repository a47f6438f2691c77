using System;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <content>Making trees.</content>
public sealed partial class GoSyntaxTree
{
    /// <summary>Reads a file. Never throws for what the file holds: see <see cref="Diagnostics"/>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="ct">Stops the work.</param>
    public static GoSyntaxTree Parse(SourceFile file, GoParseOptions? options = null, CancellationToken ct = default) =>
        throw new NotImplementedException();

    private GoSyntaxTree()
    {
        File = null!;
        Nodes = null!;
        tokens = null!;
        names = null!;
        longLiterals = null!;
    }
}
