using System;
using System.Collections.Generic;
using System.Globalization;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>Which build tags hold for a target (go/build: Context.matchTag). Immutable.</summary>
public sealed class GoBuildTags
{
    private readonly Target target;
    private readonly HashSet<string> set = new(StringComparer.Ordinal);

    /// <summary>The tags of a target.</summary>
    public GoBuildTags(Target target)
    {
        this.target = target ?? throw new ArgumentNullException(nameof(target));
        Has = Holds;
        set.Add(target.Goos);
        set.Add(target.Goarch);
        set.Add("gc");
        AddImplied(target);
        set.UnionWith(target.TagList);
        set.UnionWith(GoFeatureTags.Of(target));
        foreach (var experiment in GoExperiments.Enabled(target))
        {
            set.Add("goexperiment." + experiment);
        }
    }

    /// <summary>True for a tag that holds: a function, so that it can be handed to <see cref="GoBuildExpression"/> as it is.</summary>
    public Func<string, bool> Has { get; }

    /// <summary>True where the GOOS suffix of a file name means something to the target's toolchain.</summary>
    internal bool KnowsSuffix(string goos) => goos != "wasip1" || target.Toolchain.Minor >= 21;

    private void AddImplied(Target target)
    {
        if (target.Cgo)
        {
            set.Add("cgo");
        }

        switch (target.Goos)
        {
            case "android":
                set.Add("linux");
                break;
            case "illumos":
                set.Add("solaris");
                break;
            case "ios":
                set.Add("darwin");
                break;
        }

        // Go 1.19 release notes.
        if (target.Toolchain.Minor >= 19 && GoPlatforms.UnixOperatingSystems.Contains(target.Goos))
        {
            set.Add("unix");
        }
    }

    private bool Holds(string tag)
    {
        // An old name of the experiment: go/build renames it before it looks, so that a user's tag of that name does nothing.
        return set.Contains(tag == "boringcrypto" ? "goexperiment.boringcrypto" : tag) || IsRelease(tag);
    }

    // go1.1 up to the toolchain's own version; "go1", "go1.0" and "go1.01" are no release tags.
    private bool IsRelease(string tag) =>
        tag.StartsWith("go1.", StringComparison.Ordinal) && tag.Length > 4 && tag[4] is >= '1' and <= '9'
        && int.TryParse(tag.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
        && minor <= target.Toolchain.Minor;
}
