using System.Collections.Immutable;
using System.Text;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>The macros that the go command passes with -D (cmd/go/internal/work/gc.go), and those of the options, as a file of definitions.</summary>
internal static class TargetMacros
{
    /// <summary>The path of that file: no path on any disk.</summary>
    public const string Path = "<command line>";

    private static readonly ImmutableArray<string> ArmLevels = ImmutableArray.Create("5", "6", "7");
    private static readonly ImmutableArray<string> Power = ImmutableArray.Create("power8", "power9", "power10");

    public static SourceFile Create(Target target, AsmProgramOptions options)
    {
        var text = new StringBuilder();
        Define(text, "GOOS_" + target.Goos, "1");
        Define(text, "GOARCH_" + target.Goarch, "1");
        DefineFeature(text, target);
        if (HasRegisterAbi(target) && AbiSelectors.AreAllowed(options.PackagePath, target.Toolchain))
        {
            // Experiments that are on by themselves; others come with the options.
            Define(text, "GOEXPERIMENT_regabiwrappers", "1");
            Define(text, "GOEXPERIMENT_regabiargs", "1");
        }

        foreach (var define in options.Defines)
        {
            Define(text, define.Key, define.Value);
        }

        return new SourceFile(Path, SourceText.FromString(text.ToString()));
    }

    private static void Define(StringBuilder text, string name, string value) =>
        text.Append("#define ").Append(name).Append(' ').Append(value.Replace('\n', ' ')).Append('\n');

    private static void DefineFeature(StringBuilder text, Target target)
    {
        var feature = target.Feature;
        var minor = target.Toolchain.Minor;
        switch (target.Goarch)
        {
            case "386":
                Define(text, "GO386_" + (feature.Length == 0 ? "sse2" : feature), "1");
                break;
            case "amd64" when minor >= 18:
                Define(text, "GOAMD64_" + (feature.Length == 0 ? "v1" : feature), "1");
                break;
            case "mips" or "mipsle":
                Define(text, "GOMIPS_" + (feature.Length == 0 ? "hardfloat" : feature), "1");
                break;
            case "mips64" or "mips64le":
                Define(text, "GOMIPS64_" + (feature.Length == 0 ? "hardfloat" : feature), "1");
                break;
            case "arm" when minor >= 21:
                // "7" or "7,softfloat"; the default of a build that is no cross build from arm.
                Cumulative(text, "GOARM_", ArmLevels, feature.Length == 0 ? "7" : feature.Split(',')[0]);
                break;
            case "arm64" when minor >= 23 && HasLse(feature):
                Define(text, "GOARM64_LSE", "1");
                break;
            case "ppc64" or "ppc64le" when minor >= 20:
                Cumulative(text, "GOPPC64_", Power, feature.Length == 0 ? "power8" : feature);
                break;
            case "riscv64" when minor >= 23:
                Define(text, "GORISCV64_" + (feature.Length == 0 ? "rva20u64" : feature), "1");
                break;
        }
    }

    private static void Cumulative(StringBuilder text, string prefix, ImmutableArray<string> levels, string last)
    {
        if (!levels.Contains(last))
        {
            Define(text, prefix + last, "1");
            return;
        }

        foreach (var level in levels)
        {
            Define(text, prefix + level, "1");
            if (level == last)
            {
                return;
            }
        }
    }

    // internal/buildcfg.goarm64: v8.0 has LSE by ",lse" alone; v8.1 and later, and every v9, have it.
    private static bool HasLse(string feature) =>
        feature.Contains("lse") || (feature.Length > 0 && !feature.StartsWith("v8.0", System.StringComparison.Ordinal));

    // internal/buildcfg.ParseGOEXPERIMENT: where the register ABI is on without being asked for.
    private static bool HasRegisterAbi(Target target) => target.Goarch switch
    {
        "amd64" => target.Toolchain.Minor >= 17,
        "arm64" or "ppc64" or "ppc64le" => target.Toolchain.Minor >= 18,
        "riscv64" => target.Toolchain.Minor >= 19,
        "loong64" => target.Toolchain.Minor >= 22,
        "s390x" => target.Toolchain.Minor >= 26,
        _ => false,
    };
}
