using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Source;

/// <summary>Files that are given, not read: for tests, generators and playgrounds. Every directory on the way to a file exists.</summary>
public sealed class InMemorySourceFiles : ISourceFiles
{
    private readonly Dictionary<string, SourceFile> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, SourceEntry>> directories = new(StringComparer.Ordinal);

    /// <summary>Takes the files; of two with one path the later wins. Paths are normalised.</summary>
    public InMemorySourceFiles(IEnumerable<SourceFile> files)
    {
        if (files is null)
        {
            throw new ArgumentNullException(nameof(files));
        }

        foreach (var file in files)
        {
            var path = SourcePath.Normalize(file.Path);
            this.files[path] = path == file.Path ? file : new SourceFile(path, file.Text);
            AddEntry(SourcePath.Directory(path), new SourceEntry(SourcePath.FileName(path), IsDirectory: false));
        }
    }

    /// <summary>The same from pairs of path and text.</summary>
    public static InMemorySourceFiles Create(params (string Path, string Text)[] files)
    {
        if (files is null)
        {
            throw new ArgumentNullException(nameof(files));
        }

        var sources = new List<SourceFile>(files.Length);
        foreach (var (path, text) in files)
        {
            sources.Add(new SourceFile(path, SourceText.FromString(text)));
        }

        return new InMemorySourceFiles(sources);
    }

    /// <inheritdoc/>
    public ImmutableArray<SourceEntry> List(string directory) =>
        directories.TryGetValue(SourcePath.Normalize(directory), out var entries)
            ? entries.Values.ToImmutableArray()
            : ImmutableArray<SourceEntry>.Empty;

    /// <inheritdoc/>
    public SourceReadResult Read(string path)
    {
        var normal = SourcePath.Normalize(path);
        return files.TryGetValue(normal, out var file) ? SourceReadResult.Success(file)
            : directories.ContainsKey(normal) ? SourceReadResult.Fail(SourceReadFailure.NotAFile, "is a directory")
            : SourceReadResult.Fail(SourceReadFailure.NotFound, "no such file");
    }

    /// <inheritdoc/>
    public string? GetIdentity(string path)
    {
        var normal = SourcePath.Normalize(path);
        return files.ContainsKey(normal) || directories.ContainsKey(normal) ? normal : null;
    }

    private void AddEntry(string directory, SourceEntry entry)
    {
        if (!directories.TryGetValue(directory, out var entries))
        {
            directories[directory] = entries = new SortedDictionary<string, SourceEntry>(StringComparer.Ordinal);
            if (directory.Length > 0 && directory != "/")
            {
                AddEntry(SourcePath.Directory(directory), new SourceEntry(SourcePath.FileName(directory), IsDirectory: true));
            }
        }

        entries[entry.Name] = entry;
    }
}
