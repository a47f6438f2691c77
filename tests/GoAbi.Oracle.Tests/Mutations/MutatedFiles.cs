using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.Mutations;

/// <summary>The files of the disk, one of them changed.</summary>
internal sealed class MutatedFiles(ISourceFiles files, Mutation mutation) : ISourceFiles
{
    public ImmutableArray<SourceEntry> List(string directory) => files.List(directory);

    public string? GetIdentity(string path) => files.GetIdentity(path);

    public SourceReadResult Read(string path)
    {
        var read = files.Read(path);
        if (path != mutation.Path || read.File is not { } file)
        {
            return read;
        }

        var text = file.Text.Text;
        var changed = text[..mutation.Span.Start] + mutation.NewText + text[mutation.Span.End..];
        return SourceReadResult.Success(new SourceFile(path, SourceText.FromString(changed)));
    }
}
