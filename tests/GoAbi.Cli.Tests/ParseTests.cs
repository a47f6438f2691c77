using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Cli.Tests;

public sealed class ParseTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public ParseTests()
    {
        directory.Write("go.mod", "module example.com/m\n");
        directory.Write("sub/good_arm64.s", "#include \"defs.h\"\nTEXT ·f(SB), 4, $SIZE\n\tMOVD R1, R2\n\tRET\n");
        directory.Write("sub/defs.h", "#define SIZE 16\n");
        directory.Write("bad_amd64.s", "TEXT ·f(SB), 4, $0\n\tMOVQ AX BX\n\tRET\n");
    }

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_file_without_errors_prints_nothing()
    {
        var result = await RunAsync("--quiet", "sub/good_arm64.s");
        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task An_error_is_a_finding_with_its_line()
    {
        var result = await RunAsync("--quiet", "sub/good_arm64.s", "bad_amd64.s");
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("bad_amd64.s:2:", result.Output, StringComparison.Ordinal);
        Assert.Contains("2 | \tMOVQ AX BX\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("--quiet", "--fail-on", "none", "bad_amd64.s")).ExitCode);
    }

    [Fact]
    public async Task Diagnostics_are_in_the_order_of_the_file_and_each_is_said_once()
    {
        // The labels of a function are checked when all of it has been read, the constant by the lexer, before everything.
        directory.Write("order_amd64.s", "TEXT ·f(SB), 4, $0\n\tJMP nowhere\n\tMOVQ AX BX\n\tMOVB $'ab', AX\n\tRET\n#include \"again.h\"\n#include \"again.h\"\n");
        directory.Write("again.h", "\tMOVQ CX DX\n");
        var result = await RunAsync("--quiet", "order_amd64.s");
        var places = result.Output.Split('\n').Where(line => line.Contains(" GOABI4", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(' ', StringComparison.Ordinal)]).ToList();
        Assert.Equal("order_amd64.s:2 order_amd64.s:3 order_amd64.s:4 again.h:1", string.Join(' ', places.Select(place => string.Join(':', place.Split(':').Take(2))).Distinct()));
        Assert.Single(places, place => place.StartsWith("again.h", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_missing_or_includes_one_that_is_ends_with_3_and_the_rest_is_printed()
    {
        directory.Write("include_amd64.s", "#include \"nowhere.h\"\nTEXT ·g(SB), 4, $0\n\tRET\n");
        var missing = await RunAsync("--symabis", "nosuch_amd64.s", "sub/good_arm64.s");
        Assert.Equal((3, "def example.com/m/sub.f ABI0\n"), (missing.ExitCode, missing.Output));
        Assert.Contains("nosuch_amd64.s: error GOABI9001", missing.Error, StringComparison.Ordinal);
        Assert.Equal(3, (await RunAsync("include_amd64.s")).ExitCode);
    }

    [Fact]
    public async Task Target_package_and_macros_come_from_the_arguments_where_given()
    {
        directory.Write("plain.s", "TEXT ·f(SB), 4, $0\n#ifdef GOARCH_riscv64\n\tCALL ·riscv(SB)\n#endif\n#ifdef EXTRA\n\tCALL EXTRA(SB)\n#endif\n\tRET\n");
        var result = await RunAsync("--symabis", "--target", "go1.24,linux/riscv64", "--package", "other/path", "-D", "EXTRA=pkg·more", "plain.s");
        Assert.Equal((0, "def other/path.f ABI0\nref other/path.riscv ABI0\nref pkg.more ABI0\n"), (result.ExitCode, result.Output));
        var old = await RunAsync("--symabis", "--target", "go1.19", "plain.s");
        Assert.Equal("def \"\".f ABI0\n", old.Output);
    }

    [Fact]
    public async Task An_include_directory_is_searched()
    {
        directory.Write("headers/more.h", "#define NAME ·more\n");
        directory.Write("needs_amd64.s", "#include \"more.h\"\nTEXT NAME(SB), 4, $0\n\tRET\n");
        Assert.Equal("def example.com/m.more ABI0\n", (await RunAsync("--symabis", "-I", "headers", "needs_amd64.s")).Output);
    }

    [Fact]
    public async Task Many_files_are_printed_in_the_order_in_which_they_are_given()
    {
        var names = Enumerable.Range(0, 60).Select(static i => string.Create(CultureInfo.InvariantCulture, $"f{i}_amd64.s")).Reverse().ToArray();
        foreach (var name in names)
        {
            directory.Write(name, "TEXT ·" + name.Split('_')[0] + "(SB), 4, $0\n" + string.Concat(Enumerable.Repeat("\tNOP\n", name.Length * 50)) + "\tRET\n");
        }

        var result = await RunAsync(["--symabis", .. names]);
        Assert.Equal(string.Concat(names.Select(static name => "def example.com/m." + name.Split('_')[0] + " ABI0\n")), result.Output);
    }

    [Fact]
    public async Task Json_is_one_object_with_every_file()
    {
        var result = await RunAsync("--format", "json", "--tree", "bad_amd64.s", "sub/good_arm64.s");
        Assert.Equal(1, result.ExitCode);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(["bad_amd64.s", "sub/good_arm64.s"], json.RootElement.GetProperty("files").EnumerateArray().Select(static f => f.GetProperty("file").GetString()));
        Assert.Equal(1, json.RootElement.GetProperty("summary").GetProperty("error").GetInt32());
        Assert.Equal("example.com/m/sub", json.RootElement.GetProperty("files")[1].GetProperty("package").GetString());
    }

    [Fact]
    public async Task A_listing_is_told_from_assembly()
    {
        directory.Write("listing.txt", "# p\np.f STEXT size=1 args=0x0 locals=0x0\n\t0x0000 00000 (f.go:3)\tTEXT\tp.f(SB), ABIInternal, $0-0\n\t0x0000 00000 (f.go:3)\tCALL\tp.g(SB)\n");
        var result = await RunAsync("--symbols", "listing.txt");
        Assert.Equal((0, "listing.txt:2:1: func p.f ABIInternal $0-0 1 bytes\n"), (result.ExitCode, result.Output.Split("listing.txt:4")[0]));
        var tokens = await RunAsync("--tokens", "listing.txt");
        Assert.Equal((3, ""), (tokens.ExitCode, tokens.Output));
    }

    [Theory]
    [InlineData("Only one of", "--tree", "--tokens", "bad_amd64.s")]
    [InlineData("There is no assembler for sparc64", "--target", "sparc64", "bad_amd64.s")]
    [InlineData("unknown option '--tre'", "--tre", "bad_amd64.s")]
    [InlineData("Required argument 'FILE' missing")]
    public async Task Unusable_arguments_end_with_2(string reason, params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => GoAbiCli.RunAsync(directory.Path, ["parse", .. arguments]);
}
