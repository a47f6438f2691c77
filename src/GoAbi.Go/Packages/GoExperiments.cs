using System;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>
/// The toolchain experiments that are on unless GOEXPERIMENT says otherwise, by version: the "baseline" of
/// internal/buildcfg/exp.go of each release. Each makes a tag "goexperiment.name". Others are given as user tags.
/// </summary>
internal static class GoExperiments
{
    private static readonly char[] Blank = { ' ' };

    // Version, then the experiments; "@" names a condition below.
    private static readonly ImmutableArray<(int Minor, string Names)> Baselines = ImmutableArray.Create(
        (17, "regabiwrappers@regabi regabig@regabi regabireflect@regabi regabidefer@regabi regabiargs@regabi"),
        (18, "regabiwrappers@regabi regabireflect@regabi regabiargs@regabi pacerredesign"),
        (19, "regabiwrappers@regabi regabiargs@regabi"),
        (20, "regabiwrappers@regabi regabiargs@regabi unified coverageredesign"),
        (21, "regabiwrappers@regabi regabiargs@regabi coverageredesign"),
        (22, "regabiwrappers@regabi regabiargs@regabi coverageredesign allocheaders exectracer2"),
        (23, "regabiwrappers@regabi regabiargs@regabi coverageredesign"),
        (24, "regabiwrappers@regabi regabiargs@regabi coverageredesign aliastypeparams swissmap spinbitmutex@xchg8 synchashtriemap"),
        (25, "regabiwrappers@regabi regabiargs@regabi aliastypeparams swissmap spinbitmutex@xchg8 synchashtriemap dwarf5@dwarf5"),
        (26, "regabiwrappers@regabi regabiargs@regabi dwarf5@dwarf5 randomizedheapbase64 sizespecializedmalloc greenteagc"),
        (27, "regabiwrappers@regabi regabiargs@regabi dwarf5@dwarf5 randomizedheapbase64 sizespecializedmalloc greenteagc jsonv2"));

    /// <summary>Names of the experiments that are on for a target; a version newer than any known counts as the newest.</summary>
    public static ImmutableArray<string> Enabled(Target target)
    {
        var names = "";
        foreach (var (minor, list) in Baselines)
        {
            if (minor <= target.Toolchain.Minor)
            {
                names = list;
            }
        }

        var enabled = ImmutableArray.CreateBuilder<string>();
        foreach (var name in names.Split(Blank, StringSplitOptions.RemoveEmptyEntries))
        {
            var at = name.IndexOf('@');
            if (at < 0)
            {
                enabled.Add(name);
            }
            else if (Holds(name.Substring(at + 1), target))
            {
                enabled.Add(name.Substring(0, at));
            }
        }

        return enabled.ToImmutable();
    }

    private static bool Holds(string condition, Target target) => condition switch
    {
        "regabi" => HasRegisterAbi(target),
        "xchg8" => target.Goarch is "386" or "amd64" or "arm" or "arm64" or "ppc64le" or "ppc64",
        _ => target.Goos is not ("darwin" or "ios" or "aix"),
    };

    private static bool HasRegisterAbi(Target target)
    {
        var minor = target.Toolchain.Minor;
        return target.Goarch switch
        {
            "amd64" => minor >= 18 || target.Goos is "linux" or "darwin" or "windows" or "android",
            "arm64" or "ppc64" or "ppc64le" => minor >= 18,
            "riscv64" => minor >= 19,
            "loong64" => minor >= 22,
            "s390x" => minor >= 26,
            _ => false,
        };
    }
}
