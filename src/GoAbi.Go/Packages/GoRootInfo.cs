using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>A Go toolchain's directory.</summary>
/// <param name="Path">GOROOT: the directory that holds src.</param>
/// <param name="Version">The toolchain's version, from the file VERSION.</param>
public sealed record GoRootInfo(string Path, GoVersion Version)
{
    /// <summary>Directory of the standard library's sources.</summary>
    public string SourceDirectory => SourcePath.Combine(Path, "src");

    /// <summary>Reads a GOROOT; null where the directory is none. A tree without a readable VERSION, as a checkout of Go itself, counts as the newest known version.</summary>
    public static GoRootInfo? TryRead(ISourceFiles files, string path)
    {
        var root = SourcePath.Normalize(path);
        if (!DirectoryProbe.HasFile(files, SourcePath.Combine(root, "src/runtime"), "runtime.go"))
        {
            return null;
        }

        var version = files.Read(SourcePath.Combine(root, "VERSION")).File;
        var line = version is null ? "" : version.Text.ToString(version.Text.LineSpan(0));
        return new GoRootInfo(root, GoVersion.TryParse(line, out var parsed) ? parsed : GoVersion.NewestKnown);
    }
}
