using System;

namespace GoAbi.Source;

/// <summary>One file as it was read: where it was and what it held. Immutable; two reads of one file are two objects.</summary>
public sealed class SourceFile(string path, SourceText text)
{
    /// <summary>The path by which <see cref="ISourceFiles"/> knows the file: '/' between its parts, absolute or relative as that source of files has it.</summary>
    public string Path { get; } = path ?? throw new ArgumentNullException(nameof(path));

    /// <summary>The last part of <see cref="Path"/>.</summary>
    public string Name => SourcePath.FileName(Path);

    /// <summary>What the file holds.</summary>
    public SourceText Text { get; } = text ?? throw new ArgumentNullException(nameof(text));

    /// <inheritdoc/>
    public override string ToString() => Path;
}
