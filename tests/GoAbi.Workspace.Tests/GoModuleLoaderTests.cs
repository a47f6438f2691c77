using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Go;
using GoAbi.Source;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Workspace.Tests;

public sealed class GoModuleLoaderTests : IDisposable
{
    private const string Assembly = "TEXT ·F(SB),4,$0\n\tRET\n";

    private readonly TemporaryDirectory directory = new();

    public GoModuleLoaderTests()
    {
        directory.Write("m/go.mod", "module example.com/m\n\ngo 1.16\n");
        directory.Write("m/a.go", "package m\n");
        directory.Write("m/a_amd64.s", Assembly);
        directory.Write("m/a_arm64.s", Assembly);
        directory.Write("m/sub/b.go", "package sub\n");
        directory.Write("go/VERSION", "go1.22.12\n");
        directory.Write("go/src/runtime/runtime.go", "package runtime\n");
    }

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task The_default_targets_are_the_newest_known_version_on_linux_for_every_architecture_with_assembly()
    {
        var module = await LoadAsync("m");
        Assert.Equal(["go1.27 linux/amd64", "go1.27 linux/arm64"], Targets(module));
        Assert.Null(module.GoRoot);
        Assert.Equal(2, module.Directories.Length);
    }

    [Fact]
    public async Task The_version_is_that_of_the_goroot_and_never_lowered_by_go_mod()
    {
        var module = await LoadAsync("m", new GoLoadOptions { GoRoot = directory["go"] });
        Assert.Equal(["go1.22.12 linux/amd64", "go1.22.12 linux/arm64"], Targets(module));
    }

    [Fact]
    public async Task A_tree_without_assembly_is_loaded_for_amd64()
    {
        Assert.Equal(["go1.27 linux/amd64"], Targets(await LoadAsync("m/sub")));
    }

    [Fact]
    public async Task Parts_of_a_target_that_are_left_out_are_filled_in()
    {
        var module = await LoadAsync("m", With("go1.23", "windows", "go1.20,linux/386"));
        Assert.Equal(
            ["go1.23 linux/amd64", "go1.23 linux/arm64", "go1.27 windows/amd64", "go1.27 windows/arm64", "go1.20 linux/386"],
            Targets(module));
    }

    [Fact]
    public async Task A_target_without_wrappers_is_noted()
    {
        var module = await LoadAsync("m", With("go1.16,amd64", "go1.23,386", "go1.23,amd64"));
        var note = module.Diagnostics.Single(static diagnostic => diagnostic.Id == DiagnosticIds.TargetWithoutWrappers);
        Assert.Equal(Severity.Info, note.Severity);
        Assert.Contains("go1.16 linux/amd64, go1.23 linux/386:", note.Message, StringComparison.Ordinal);
        Assert.DoesNotContain((await LoadAsync("m/sub", With("386"))).Diagnostics, static diagnostic => diagnostic.Id == DiagnosticIds.TargetWithoutWrappers);
    }

    [Fact]
    public async Task A_version_newer_than_any_known_is_warned_of()
    {
        var warning = (await LoadAsync("m", With("go1.99"))).Diagnostics.Single();
        Assert.Equal((DiagnosticIds.UnknownGoVersion, Severity.Warning), (warning.Id, warning.Severity));
    }

    [Fact]
    public async Task A_path_that_does_not_exist_is_an_error()
    {
        foreach (var path in new[] { "none", "none/...", "m/none.go", "m/go.mod" })
        {
            await Assert.ThrowsAsync<GoLoadException>(() => LoadAsync("", new GoLoadOptions { Paths = [path] }));
        }
    }

    [Fact]
    public async Task A_file_stands_for_its_package()
    {
        Assert.Equal([Root("m/sub")], (await LoadAsync("m/sub/b.go")).Directories.AsEnumerable());
        Assert.Equal([Root("m")], (await LoadAsync("m", new GoLoadOptions { Paths = ["a_amd64.s"] })).Directories.AsEnumerable());
    }

    [Fact]
    public async Task The_root_of_a_module_stands_for_all_of_it_and_another_directory_for_its_package()
    {
        Assert.Equal(2, (await LoadAsync("", new GoLoadOptions { Paths = ["m"] })).Directories.Length);
        Assert.Equal([Root("m/sub")], (await LoadAsync("m", new GoLoadOptions { Paths = ["sub"] })).Directories.AsEnumerable());
    }

    [Theory]
    [InlineData("go1.23,linux/amd64", "go1.23", "linux", "amd64")]
    [InlineData("1.23.4", "go1.23.4", null, null)]
    [InlineData("darwin/arm64", null, "darwin", "arm64")]
    [InlineData("riscv64", null, null, "riscv64")]
    [InlineData("plan9", null, "plan9", null)]
    public void A_target_is_read_in_parts(string text, string? version, string? goos, string? goarch)
    {
        Assert.True(GoTargetText.TryParse(text, out var request, out _));
        Assert.Equal((version, goos, goarch), (request.Toolchain?.ToString(), request.Goos, request.Goarch));
    }

    [Theory]
    [InlineData("")]
    [InlineData("go1.23,")]
    [InlineData("linux/linux")]
    [InlineData("amd64,arm64")]
    [InlineData("go1.22,go1.23")]
    [InlineData("linux/pdp11")]
    public void What_is_no_target_is_refused_with_a_reason(string text)
    {
        Assert.False(GoTargetText.TryParse(text, out _, out var error));
        Assert.NotEmpty(error);
    }

    private static string[] Targets(GoModule module) => [.. module.Targets.Select(static target => target.ToString())];

    private static GoLoadOptions With(params string[] targets) => new()
    {
        Targets =
        [
            .. targets.Select(static text => GoTargetText.TryParse(text, out var request, out var error) ? request : throw new ArgumentException(error)),
        ],
    };

    private string Root(string relative) => directory[relative].Replace('\\', '/');

    private Task<GoModule> LoadAsync(string relative, GoLoadOptions? options = null) =>
        GoModule.LoadAsync(directory[relative], (options ?? new GoLoadOptions()) with { Environment = GoEnvironment.Empty });
}
