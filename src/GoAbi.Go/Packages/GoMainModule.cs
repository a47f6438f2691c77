using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>A module path with a version.</summary>
/// <param name="Path">The module's path; in a replacement also a directory, which starts with "./", "../" or is absolute.</param>
/// <param name="Version">The version, "v1.2.3"; "" where none is given.</param>
public readonly record struct GoModuleVersion(string Path, string Version)
{
    /// <inheritdoc/>
    public override string ToString() => Version.Length == 0 ? Path : Path + "@" + Version;
}

/// <summary>One replacement of go.mod or go.work.</summary>
/// <param name="Old">What is replaced; without a version every version is.</param>
/// <param name="New">By what; without a version a directory, relative to the file that holds the line.</param>
/// <param name="Span">The line.</param>
public readonly record struct GoReplacement(GoModuleVersion Old, GoModuleVersion New, TextSpan Span);

/// <summary>One requirement of go.mod.</summary>
/// <param name="Module">The module and its least version.</param>
/// <param name="IsIndirect">True for a line marked "// indirect".</param>
/// <param name="Span">The line.</param>
public readonly record struct GoRequirement(GoModuleVersion Module, bool IsIndirect, TextSpan Span);

/// <summary>A module that is analysed itself: that of the start directory, or those that go.work uses.</summary>
public sealed class GoMainModule
{
    internal GoMainModule(string path, string directory, GoModFile file)
    {
        Path = path;
        Directory = directory;
        File = file;
    }

    /// <summary>The module's path; "" where go.mod does not say it.</summary>
    public string Path { get; }

    /// <summary>The directory of its go.mod.</summary>
    public string Directory { get; }

    /// <summary>Its go.mod.</summary>
    public GoModFile File { get; }

    /// <summary>The version of the go line, which sets language features only; null without one (go 1.16 then).</summary>
    public GoVersion? GoVersion => File.GoVersion;

    /// <summary>The toolchain line as written; null without one.</summary>
    public string? Toolchain => File.Toolchain;

    /// <summary>The requirements.</summary>
    public ImmutableArray<GoRequirement> Requires => File.Requires;

    /// <summary>The replacements.</summary>
    public ImmutableArray<GoReplacement> Replaces => File.Replaces;

    /// <inheritdoc/>
    public override string ToString() => Path + " " + Directory;
}
