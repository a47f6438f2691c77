using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>The architecture feature tags of a target, "amd64.v2" and the like (internal/buildcfg: gogoarchTags).</summary>
internal static class GoFeatureTags
{
    // Go 1.20 release notes: "The go command now defines architecture feature build tags".
    private const int FirstVersion = 20;

    public static ImmutableArray<string> Of(Target target)
    {
        var minor = target.Toolchain.Minor;
        if (minor < FirstVersion)
        {
            return ImmutableArray<string>.Empty;
        }

        var tags = ImmutableArray.CreateBuilder<string>();
        var arch = target.Goarch;
        var feature = target.Feature;
        switch (arch)
        {
            case "386":
                tags.Add(arch + "." + OrDefault(feature, "sse2"));
                break;
            case "mips" or "mipsle" or "mips64" or "mips64le":
                tags.Add(arch + "." + OrDefault(feature, "hardfloat"));
                break;
            case "amd64":
                AddRange(tags, "amd64.v", 1, NumberAfter("v", OrDefault(feature, "v1"), 1));
                break;
            case "arm":
                // GOARM=7,softfloat (Go 1.22): only the number makes tags.
                AddRange(tags, "arm.", 5, NumberAfter("", OrDefault(feature, "7").Split(',')[0], 7));
                break;
            case "ppc64" or "ppc64le":
                AddRange(tags, arch + ".power", 8, NumberAfter("power", OrDefault(feature, "power8"), 8));
                break;
            case "arm64" when minor >= 23:
                AddArm64(tags, OrDefault(feature, "v8.0").Split(',')[0]);
                break;
            case "riscv64" when minor >= 23:
                AddRiscv64(tags, OrDefault(feature, "rva20u64"));
                break;
            case "wasm":
                AddWasm(tags, feature);
                break;
        }

        return tags.ToImmutable();
    }

    private static string OrDefault(string feature, string level) => feature.Length == 0 ? level : feature;

    private static int NumberAfter(string prefix, string text, int otherwise) =>
        text.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(text.Substring(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, 99)
            : otherwise;

    private static void AddRange(ImmutableArray<string>.Builder tags, string prefix, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            tags.Add(prefix + i.ToString(CultureInfo.InvariantCulture));
        }
    }

    // v9.x includes v8.(x+5); each level includes those below it.
    private static void AddArm64(ImmutableArray<string>.Builder tags, string level)
    {
        var major = level.StartsWith("v9.", StringComparison.Ordinal) ? 9 : 8;
        var minor = NumberAfter(major == 9 ? "v9." : "v8.", level, 0);
        AddRange(tags, "arm64.v8.", 0, major == 9 ? Math.Min(minor + 5, 9) : Math.Min(minor, 9));
        if (major == 9)
        {
            AddRange(tags, "arm64.v9.", 0, Math.Min(minor, 5));
        }
    }

    private static void AddRiscv64(ImmutableArray<string>.Builder tags, string profile)
    {
        foreach (var name in new[] { "rva20u64", "rva22u64", "rva23u64" })
        {
            tags.Add("riscv64." + name);
            if (name == profile)
            {
                break;
            }
        }
    }

    private static void AddWasm(ImmutableArray<string>.Builder tags, string features)
    {
        foreach (var feature in new SortedSet<string>(features.Split(','), StringComparer.Ordinal))
        {
            if (feature is "satconv" or "signext")
            {
                tags.Add("wasm." + feature);
            }
        }
    }
}
