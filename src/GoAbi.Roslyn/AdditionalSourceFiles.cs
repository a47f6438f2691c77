using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;
using Microsoft.CodeAnalysis;

namespace GoAbi.Roslyn;

/// <summary>
/// The additional files of a compilation as the files that GoAbi sees. Nothing else exists: no disk is read. A text is asked for when something reads the file. Of two with one path the later counts.
/// </summary>
public sealed class AdditionalSourceFiles : ISourceFiles
{
    private readonly InMemorySourceFiles files;
    private readonly Dictionary<string, AdditionalText> texts = new(StringComparer.Ordinal);

    private AdditionalSourceFiles(InMemorySourceFiles files) => this.files = files;

    /// <summary>Takes the files.</summary>
    /// <param name="texts">The files; those without a path are left out.</param>
    /// <param name="cancellationToken">Stops the reading of texts.</param>
    public static AdditionalSourceFiles Create(IEnumerable<AdditionalText> texts, CancellationToken cancellationToken = default) =>
        Create(texts, text => Read(text, cancellationToken));

    /// <summary>Takes files some of which have been read already.</summary>
    /// <param name="texts">The files; those without a path are left out.</param>
    /// <param name="fileOf">The file of a text, at the path <see cref="SourcePathOf"/>.</param>
    public static AdditionalSourceFiles Create(IEnumerable<AdditionalText> texts, Func<AdditionalText, SourceFile> fileOf)
    {
        if (texts is null)
        {
            throw new ArgumentNullException(nameof(texts));
        }

        if (fileOf is null)
        {
            throw new ArgumentNullException(nameof(fileOf));
        }

        var given = new Dictionary<string, AdditionalText>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (!string.IsNullOrEmpty(text.Path))
            {
                given[SourcePathOf(text.Path)] = text;
            }
        }

        var sources = new List<SourceFile>(given.Count);
        foreach (var pair in given)
        {
            sources.Add(fileOf(pair.Value));
        }

        var files = new AdditionalSourceFiles(new InMemorySourceFiles(sources));
        foreach (var pair in given)
        {
            files.texts.Add(pair.Key, pair.Value);
        }

        return files;
    }

    /// <summary>A file whose text is asked for when something reads it.</summary>
    /// <param name="text">The additional file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static SourceFile Read(AdditionalText text, CancellationToken cancellationToken = default)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        return new SourceFile(SourcePathOf(text.Path), () => SourceText.FromString(text.GetText(cancellationToken)?.ToString() ?? ""));
    }

    /// <summary>A path of the compiler's in GoAbi's form: '/' between its parts.</summary>
    /// <param name="path">The path of an additional file, in the form of the system that the compiler runs on.</param>
    public static string SourcePathOf(string path)
    {
        if (path is null)
        {
            throw new ArgumentNullException(nameof(path));
        }

        // "C:\x" and "\\host\x" are Windows paths; elsewhere a backslash is part of a name.
        var isWindows = (path.Length > 2 && path[1] == ':' && path[2] is '\\' or '/') || path.StartsWith("\\\\", StringComparison.Ordinal);
        return SourcePath.Normalize(isWindows ? path.Replace('\\', '/') : path);
    }

    /// <summary>The additional file at one of GoAbi's paths; null where there is none.</summary>
    /// <param name="path">A path as <see cref="SourceFile.Path"/> has it.</param>
    public AdditionalText? Find(string path) => texts.TryGetValue(path ?? throw new ArgumentNullException(nameof(path)), out var text) ? text : null;

    /// <summary>How the compiler spells a path; what is no additional file stays as it is.</summary>
    /// <param name="path">A path as <see cref="SourceFile.Path"/> has it.</param>
    public string CompilerPath(string path) => Find(path)?.Path ?? path;

    /// <inheritdoc/>
    public ImmutableArray<SourceEntry> List(string directory) => files.List(directory);

    /// <inheritdoc/>
    public SourceReadResult Read(string path) => files.Read(path);

    /// <inheritdoc/>
    public string? GetIdentity(string path) => files.GetIdentity(path);
}
