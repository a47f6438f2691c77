using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using Xunit;

namespace GoAbi.Oracle.Tests.Packages;

/// <summary>Tags, file names and headers of every kind: one package of many files, for many targets.</summary>
public sealed class ConstraintTrees
{
    private static readonly string[] Targets =
    [
        "linux/amd64", "linux/amd64 cgo", "linux/arm64", "linux/arm", "linux/386", "linux/riscv64", "linux/ppc64le", "linux/s390x",
        "linux/mips64le", "linux/loong64", "js/wasm", "android/arm64", "ios/arm64", "darwin/arm64", "illumos/amd64", "solaris/amd64",
        "windows/amd64", "freebsd/amd64", "aix/ppc64", "plan9/386",
    ];

    private static readonly string[] Tags =
    [
        "linux", "android", "darwin", "ios", "solaris", "illumos", "windows", "aix", "js", "wasip1", "plan9", "unix", "cgo", "gc", "gccgo",
        "amd64", "arm64", "386", "wasm", "ignore", "race", "go1", "go1.0", "go1.1", "go1.01", "go1.9", "go1.18", "go1.19", "go1.20", "go1.21",
        "go1.24", "go1.25", "go1.99", "go1.19.1", "go2", "boringcrypto", "goexperiment.boringcrypto", "goexperiment.regabi",
        "goexperiment.regabiwrappers", "goexperiment.regabiargs", "goexperiment.regabig", "goexperiment.pacerredesign", "goexperiment.unified",
        "goexperiment.coverageredesign", "goexperiment.allocheaders", "goexperiment.exectracer2", "goexperiment.aliastypeparams",
        "goexperiment.swissmap", "goexperiment.spinbitmutex", "goexperiment.synchashtriemap", "goexperiment.dwarf5", "goexperiment.greenteagc",
        "goexperiment.arenas", "goexperiment.rangefunc", "goexperiment.loopvar", "goexperiment.jsonv2", "goexperiment.synctest",
        "amd64.v1", "amd64.v2", "amd64.v3", "arm.5", "arm.6", "arm.7", "arm64.v8.0", "arm64.v8.1", "arm64.v8.9", "arm64.v9.0", "386.sse2",
        "386.softfloat", "mips64le.hardfloat", "ppc64.power8", "ppc64le.power8", "ppc64le.power9", "riscv64.rva20u64", "riscv64.rva22u64",
        "wasm.satconv", "wasm.signext",
    ];

    private static readonly string[] Names =
    [
        "linux", "x_linux", "x_amd64", "x_linux_amd64", "x_amd64_linux", "x_windows", "x_windows_amd64", "x_unix", "_linux", "x_test",
        "x_linux_test", "x_amd64_test", "x_linux_amd64_test", "linux_test", "x_wasip1", "x_wasip1_amd64", "x_js_wasm", "x_android", "x_ios",
        "x_darwin", "x_solaris", "x_illumos", "x_foo_arm64", "x_arm64.b", "x.linux", "x_sparc", "x_riscv", "x_hurd", "x_zos", "x_loong64",
        "x_mips64p32", "x__linux", "x_linux_", "x_linux_linux", "x_linux_darwin", "amd64", "amd64_linux", "_x", ".x", "x_plan9_386", "x_nacl",
    ];

    private static readonly string[] Headers =
    [
        "//go:build linux && amd64", "//go:build linux||darwin", "//go:build !(linux && !cgo)", "//go:build (amd64)", "//go:build !windows&&!js",
        "//go:build linux // comment", "//go:build", "//go:build linux amd64", "//go:build !!linux", "//go:build linux &", "//go:build (linux",
        "//go:builder linux", "// go:build linux", "  //go:build windows", "//go:build é && linux", "//go:build \U0001D538 || linux",
        "// +build linux", "//+build linux", "// +build linux,amd64 darwin", "// +build !linux,!darwin", "// +build linux\n// +build arm64",
        "// +build !!linux", "// +build !", "// +build", "// +build linux,,amd64", "// +build a-b linux", "// +build !a-b", "//  +build\tdarwin\tlinux",
        "//go:build windows\n// +build linux", "// +build windows\n//go:build linux", "/* block */\n\n//go:build windows", "/* block\n//go:build windows\n*/",
        "/* a */ /* b\n*/ //go:build windows", "//go:build windows\n//go:build windows", "\uFEFF//go:build windows", "// text\n\n// +build windows",
        "\r\n//go:build windows\r\n", "/* x */\n// +build windows", "// +build windows //", "//go:build go1.19 && !go1.24",
    ];

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public Task Every_tag_holds_for_the_targets_for_which_it_holds_in_the_go_command(string go) =>
        CompareAsync(go, Tags.Select((tag, i) => ("t" + i + ".go", "//go:build " + tag + "\n\npackage p\n")).Append(("z.go", "package p\n")));

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public Task Every_file_name_is_selected_for_the_targets_for_which_the_go_command_selects_it(string go) =>
        CompareAsync(go, Names.SelectMany(name => new[] { (name + ".go", "package p\n"), (name + ".s", "// assembly\n"), (name + ".h", "// header\n") })
            .Append(("z.go", "package p\n")).Append(("z.S", "")).Append(("z.txt", "")));

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public Task Every_header_is_read_as_the_go_command_reads_it(string go)
    {
        // Beside a package clause, right after the constraint, and in assembly, where another reader stops at other places.
        var files = Headers.SelectMany((header, i) => new[]
        {
            ("h" + i + "a.go", header + "\n\npackage p\n"),
            ("h" + i + "b.go", header + "\npackage p\n"),
            ("h" + i + "c.s", header + "\n\n#include \"textflag.h\"\n"),
            ("h" + i + "d.s", "#include \"textflag.h\"\n" + header + "\n\n"),
        });
        return CompareAsync(go, files.Append(("z.go", "package p\n")));
    }

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public Task Cgo_documentation_and_tests_are_sorted_as_the_go_command_sorts_them(string go) =>
        CompareAsync(go,
        [
            ("a.go", "package p\nimport \"C\"\n"), ("b.go", "package p\n"), ("b.S", ""), ("b.s", ""), ("b.c", ""), ("b.h", ""), ("b.hpp", ""), ("b.syso", ""),
            ("c.go", "package p\nimport (\n\t\"fmt\"\n\t\"C\"\n)\n"), ("d.go", "package documentation\n"), ("d_test.go", "package p\nimport \"testing\"\n"),
            ("e_test.go", "package p_test\nimport _ \"example.com/m\"\n"), ("f_test.s", ""), ("g_amd64_test.s", ""),
        ]);

    private static async Task CompareAsync(string go, IEnumerable<(string Name, string Text)> files)
    {
        using var tree = new TemporaryTree([("go.mod", "module example.com/m\n\ngo 1.16\n"), .. files]);
        var toolchain = GoToolchain.Named(go);
        var settings = Targets.Select(target => new TemporaryTree.Setting(Target: target)).ToList();

        if (toolchain.Version.Minor >= 23)
        {
            settings.Add(new TemporaryTree.Setting(Target: "linux/amd64") { Feature = "v3" });
            settings.Add(new TemporaryTree.Setting(Target: "linux/arm64") { Feature = "v9.1" });
            settings.Add(new TemporaryTree.Setting(Target: "linux/arm") { Feature = "6,softfloat" });
        }

        var differences = new List<string>();
        foreach (var setting in settings)
        {
            differences.AddRange(await tree.CompareSelectionAsync(toolchain, setting));
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }
}
