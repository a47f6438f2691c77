using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// For which platforms a package's files are built. A stub has to exist wherever its caller is built, not only for the
/// targets analysed, so every architecture of the assembler is tried with the common operating systems.
/// </summary>
internal sealed class PlatformFiles
{
    private static readonly ImmutableArray<string> OperatingSystems = ImmutableArray.Create(
        "linux", "darwin", "windows", "freebsd", "netbsd", "openbsd", "dragonfly", "solaris", "aix", "android", "plan9", "js");

    private readonly GoFileCache files;
    private readonly ImmutableArray<(Target Target, GoFileSelector Selector)> platforms;

    public PlatformFiles(GoFileCache files, Target model)
    {
        this.files = files;
        var all = ImmutableArray.CreateBuilder<(Target, GoFileSelector)>();
        foreach (var goarch in GoPlatforms.AssemblerArchitectures)
        {
            Add(all, model with { Goarch = goarch, Feature = goarch == model.Goarch ? model.Feature : "" });
            foreach (var goos in OperatingSystems)
            {
                if (goos != model.Goos)
                {
                    Add(all, model with { Goos = goos, Goarch = goarch, Feature = "" });
                }
            }
        }

        platforms = all.ToImmutable();
    }

    /// <summary>The platforms that build a file, the model's operating system first for each architecture; empty where none does.</summary>
    public List<Target> Of(string path)
    {
        var found = new List<Target>();
        if (files.Read(path).File is not { } file)
        {
            return found;
        }

        var constraints = files.Constraints(path);
        foreach (var (target, selector) in platforms)
        {
            if (selector.MatchName(file.Name, out _) == GoFileSelection.Selected
                && selector.MatchConstraints(file, constraints, out _, out _) == GoFileSelection.Selected)
            {
                found.Add(target);
            }
        }

        return found;
    }

    /// <summary>True where some platform builds both files.</summary>
    public bool AreBuiltTogether(string left, string right)
    {
        var set = new HashSet<Target>(Of(left));
        return Of(right).Exists(set.Contains);
    }

    private static void Add(ImmutableArray<(Target Target, GoFileSelector Selector)>.Builder all, Target target) =>
        all.Add((target, new GoFileSelector(target)));
}
