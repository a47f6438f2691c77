namespace GoAbi.Source;

/// <summary>
/// Files that can say what a file holds without handing it over: a disk with an index of hashes need not read it. An
/// <see cref="ISourceFiles"/> may implement it; where it does not, files are read and hashed.
/// </summary>
public interface ISourceContentHashes
{
    /// <summary>
    /// SHA-256 of the file's bytes in lower-case hexadecimal, equal to <see cref="SourceText.ContentHash"/> of what
    /// <see cref="ISourceFiles.Read"/> gives; null where that would fail. Thread-safe, never throws.
    /// </summary>
    /// <param name="path">The file's path as <see cref="ISourceFiles"/> takes it.</param>
    string? GetContentHash(string path);
}
