using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>
/// Makes edits on the disk: on bytes, atomically, and all or none. Refuses where a file is no longer what was read, where
/// a new file exists already, and where a link leads out of the root.
/// </summary>
public static class EditApplier
{
    /// <summary>Applies edits.</summary>
    /// <param name="root">The directory that nothing may be written outside of, links resolved.</param>
    /// <param name="edits">The edits; those of one file must not overlap.</param>
    /// <param name="cancellationToken">Stops before anything is moved to its place; temporary files are removed.</param>
    /// <returns>What was written, or why nothing was.</returns>
    public static async Task<EditResult> ApplyAsync(string root, IEnumerable<FileEdit> edits, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(root);
        var files = EditedFile.FromEdits(edits);
        var failures = ImmutableArray.CreateBuilder<EditFailure>();
        using var writer = new AtomicFileWriter();
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await PrepareAsync(writer, root, file, cancellationToken).ConfigureAwait(false) is { } reason)
            {
                failures.Add(new EditFailure(file.Path, reason));
            }
        }

        if (failures.Count > 0)
        {
            return new EditResult { Failures = failures.ToImmutable() };
        }

        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            writer.Commit();
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            return new EditResult { Failures = [new EditFailure(root, "could not be written, nothing was changed: " + e.Message)] };
        }

        return new EditResult
        {
            Changed = [.. files.Where(static file => file.Original is not null).Select(static file => file.Path)],
            Created = [.. files.Where(static file => file.Original is null).Select(static file => file.Path)],
        };
    }

    private static async Task<string?> PrepareAsync(AtomicFileWriter writer, string root, EditedFile file, CancellationToken cancellationToken)
    {
        if (file.Failure is not null)
        {
            return file.Failure;
        }

        // A fresh resolver each time: what counts is the tree as it is now.
        var links = new LinkResolver();
        if (links.Resolve(root) is not { } realRoot)
        {
            return "is in a directory that does not exist";
        }

        var place = file.Original is null ? PlaceOfNewFile(links, file.Path) : links.Resolve(file.Path);
        if (place is null)
        {
            return file.Original is null ? "is in a directory that does not exist" : "does not exist any more";
        }

        if (!SourcePath.IsWithin(place, realRoot))
        {
            return "is outside of " + root + " (" + place + ")";
        }

        try
        {
            if (file.Original is null)
            {
                if (links.Resolve(file.Path) is not null)
                {
                    return "exists already";
                }
            }
            else if (!await HoldsAsync(place, file.Original.Text.Bytes, cancellationToken).ConfigureAwait(false))
            {
                return "has changed since it was read";
            }

            await writer.PrepareAsync(place, file.NewText.Bytes, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            return "could not be written: " + e.Message;
        }
    }

    private static async Task<bool> HoldsAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (FileType.IsSpecial(path) || new FileInfo(path).Length != bytes.Length)
        {
            return false;
        }

        var now = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        return bytes.Span.SequenceEqual(now);
    }

    private static string? PlaceOfNewFile(LinkResolver links, string path) =>
        links.Resolve(SourcePath.Directory(path)) is { } directory ? SourcePath.Combine(directory, SourcePath.FileName(path)) : null;
}
