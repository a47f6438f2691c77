using System;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>A Go toolchain's directory.</summary>
/// <param name="Path">GOROOT: the directory that holds src.</param>
/// <param name="Version">The toolchain's version, from the file VERSION.</param>
public sealed record GoRootInfo(string Path, GoVersion Version)
{
    // More than any version has.
    private const int MaxVersionLength = 200;

    /// <summary>Directory of the standard library's sources.</summary>
    public string SourceDirectory => SourcePath.Combine(Path, "src");

    /// <summary>Why <see cref="Version"/> is only assumed, in words; null where VERSION said it.</summary>
    public string? VersionProblem { get; init; }

    /// <summary>Reads a GOROOT; null where the directory is none. A tree without a readable VERSION, as a checkout of Go itself, counts as the newest known version.</summary>
    public static GoRootInfo? TryRead(ISourceFiles files, string path)
    {
        var root = SourcePath.Normalize(path);
        if (!DirectoryProbe.HasFile(files, SourcePath.Combine(root, "src/runtime"), "runtime.go"))
        {
            return null;
        }

        if (!DirectoryProbe.HasFile(files, root, "VERSION"))
        {
            return Assume(root, "there is no file VERSION");
        }

        var read = files.Read(SourcePath.Combine(root, "VERSION"));
        if (read.File is not { } file)
        {
            return Assume(root, "the file VERSION could not be read: " + read.Reason);
        }

        // The first line; a build between releases writes "devel go1.25-...".
        var span = file.Text.LineSpan(0);
        var line = file.Text.Text.Substring(span.Start, Math.Min(span.Length, MaxVersionLength));
        line = line.StartsWith("devel ", StringComparison.Ordinal) ? line.Substring("devel ".Length) : line;
        return GoVersion.TryParse(line, out var version) ? new GoRootInfo(root, version) : Assume(root, "the file VERSION names no version of Go");
    }

    private static GoRootInfo Assume(string root, string problem) => new(root, GoVersion.NewestKnown) { VersionProblem = problem };
}
