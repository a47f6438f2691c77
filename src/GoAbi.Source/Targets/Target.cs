using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Source;

/// <summary>
/// What a tree is read for: the toolchain's version, GOOS, GOARCH, build tags and features. One immutable value that every
/// stage takes; nothing reads the host's. Equal where every part is equal.
/// </summary>
public sealed record Target
{
    /// <summary>The version of the toolchain that builds; decides whether wrappers exist and which go1.N tags hold.</summary>
    public GoVersion Toolchain { get; init; } = GoVersion.NewestKnown;

    /// <summary>GOOS, for example "linux".</summary>
    public string Goos { get; init; } = "linux";

    /// <summary>GOARCH, for example "amd64".</summary>
    public string Goarch { get; init; } = "amd64";

    /// <summary>User build tags (-tags), sorted, joined by commas; "" for none. See <see cref="NormalizeTags"/>.</summary>
    public string Tags { get; init; } = "";

    /// <summary>The architecture's feature level as the go command names it (GOAMD64=v1 is "v1", GOARM=7 is "7"); "" for the default.</summary>
    public string Feature { get; init; } = "";

    /// <summary>True where cgo is enabled. Off by default, as in a cross build.</summary>
    public bool Cgo { get; init; }

    /// <summary>The user tags one by one.</summary>
    public ImmutableArray<string> TagList => Tags.Length == 0 ? ImmutableArray<string>.Empty : ImmutableArray.Create(Tags.Split(','));

    /// <summary>Sorts, removes repeats and joins: the form that <see cref="Tags"/> must have for targets to be equal.</summary>
    public static string NormalizeTags(IEnumerable<string> tags)
    {
        var set = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? throw new ArgumentNullException(nameof(tags)))
        {
            if (tag.Length > 0)
            {
                set.Add(tag);
            }
        }

        return string.Join(",", set);
    }

    /// <summary>"go1.23 linux/amd64", with user tags after it in brackets where there are some.</summary>
    public override string ToString() =>
        Toolchain + " " + Goos + "/" + Goarch + (Tags.Length == 0 ? "" : " [" + Tags + "]");
}
