using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Source;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>Edited files written below another directory, at the paths that they have below the root.</summary>
internal static class EditedTree
{
    /// <summary>Where the files of an overlay go if nobody says. The underscore keeps them out of the go command's "./...".</summary>
    public static string DirectoryBeside(string overlayFile)
    {
        var full = Path.GetFullPath(overlayFile);
        return Path.Combine(Path.GetDirectoryName(full)!, "_" + Path.GetFileName(full) + ".files");
    }

    /// <summary>Writes the files; original and written path of each.</summary>
    public static async Task<ImmutableDictionary<string, string>> WriteAsync(
        string directory, string root, ImmutableArray<EditedFile> files, CancellationToken cancellationToken)
    {
        var written = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        using var writer = new AtomicFileWriter();
        try
        {
            foreach (var file in files)
            {
                if (!SourcePath.IsWithin(file.Path, root))
                {
                    throw new UsageException("'" + file.Path + "' is outside of '" + root + "'.");
                }

                var place = Path.GetFullPath(Path.Combine(directory, SourcePath.Relative(file.Path, root)));
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                await writer.PrepareAsync(place, file.NewText.Bytes, cancellationToken).ConfigureAwait(false);
                written.Add(OperatingSystem.IsWindows() ? file.Path.Replace('/', '\\') : file.Path, place);
            }

            writer.Commit();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("cannot write below '" + directory + "': " + e.Message);
        }

        return written.ToImmutable();
    }
}
