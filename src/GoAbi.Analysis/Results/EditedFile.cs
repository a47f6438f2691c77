using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>One file before and after edits.</summary>
public sealed class EditedFile
{
    private EditedFile(string path, SourceFile? original, SourceText newText, string? failure)
    {
        Path = path;
        Original = original;
        NewText = newText;
        Failure = failure;
    }

    /// <summary>The file's path as <see cref="ISourceFiles"/> knows it.</summary>
    public string Path { get; }

    /// <summary>The file as it was read; null for a new one.</summary>
    public SourceFile? Original { get; }

    /// <summary>What it holds after the edits; for a file with a <see cref="Failure"/>, what it held before.</summary>
    public SourceText NewText { get; }

    /// <summary>Why the edits can't be made together, in words that go after the path; null where they can.</summary>
    public string? Failure { get; }

    /// <summary>The files that edits change or make, sorted by path. Equal edits count once.</summary>
    public static ImmutableArray<EditedFile> FromEdits(IEnumerable<FileEdit> edits)
    {
        if (edits is null)
        {
            throw new ArgumentNullException(nameof(edits));
        }

        var groups = new SortedDictionary<string, List<FileEdit>>(StringComparer.Ordinal);
        var seen = new HashSet<(string Path, TextEdit Edit)>();
        foreach (var edit in edits)
        {
            if (!seen.Add((edit.Path, edit.Edit)))
            {
                continue;
            }

            if (!groups.TryGetValue(edit.Path, out var group))
            {
                groups[edit.Path] = group = new List<FileEdit>();
            }

            group.Add(edit);
        }

        var files = ImmutableArray.CreateBuilder<EditedFile>(groups.Count);
        foreach (var group in groups)
        {
            files.Add(Create(group.Key, group.Value));
        }

        return files.MoveToImmutable();
    }

    /// <inheritdoc/>
    public override string ToString() => Path;

    private static EditedFile Create(string path, List<FileEdit> group)
    {
        var original = group[0].File;
        var before = original?.Text ?? SourceText.FromString("");
        var edits = ImmutableArray.CreateBuilder<TextEdit>(group.Count);
        foreach (var edit in group)
        {
            if (edit.File is null != original is null
                || (original is not null && !edit.File!.Text.Bytes.Span.SequenceEqual(original.Text.Bytes.Span)))
            {
                return new EditedFile(path, original, before, "is edited in two states");
            }

            edits.Add(edit.Edit);
        }

        try
        {
            return new EditedFile(path, original, before.WithEdits(edits.MoveToImmutable()), null);
        }
        catch (ArgumentException)
        {
            return new EditedFile(path, original, before, "has edits that overlap");
        }
    }
}
