using System;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Cli.Tests;

/// <summary>Bad input is reported with its place, the rest is analysed, and the exit status is 3.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public BadInputTests()
    {
        directory.Write("go.mod", "module example.com/m\n\ngo 1.16\n");
        directory.Write("good/good.go", "package good\n\nimport \"reflect\"\n\nfunc trap()\n\nfunc at(pc uintptr) bool { return pc == reflect.ValueOf(trap).Pointer() }\n");
        directory.Write("good/good_amd64.s", "TEXT ·trap(SB), $0-0\n\tRET\n");
    }

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_syntax_error_has_its_line_and_column()
    {
        directory.Write("bad/bad.go", "package bad\n\nfunc f() {\n\tx := = 1\n}\n");
        await ReportsAsync("bad/bad.go:4:7: error GOABI4101: ");
    }

    [Fact]
    public async Task An_endless_macro_has_the_place_of_its_invocation()
    {
        directory.Write("bad/bad.go", "package bad\n\nfunc f()\n");
        directory.Write("bad/bad_amd64.s", "#define A B B\n#define B A A\nTEXT ·f(SB), $0-0\n\tA\n\tRET\n");
        await ReportsAsync("bad/bad_amd64.s:4:2: error GOABI4003: ");
    }

    [Fact]
    public async Task A_macro_bomb_ends_at_the_limit()
    {
        var bomb = new StringBuilder("#define M0 NOP\n");
        for (var i = 1; i <= 40; i++)
        {
            bomb.Append($"#define M{i} M{i - 1}; M{i - 1}\n");
        }

        directory.Write("bad/bad.go", "package bad\n\nfunc f()\n");
        directory.Write("bad/bad_amd64.s", bomb + "TEXT ·f(SB), $0-0\n\tM40\n\tRET\n");
        await ReportsAsync("bad/bad_amd64.s:43:2: error GOABI4003: ", "--max-expansion", "10000");
    }

    [Fact]
    public async Task An_include_that_leaves_the_module_is_not_followed()
    {
        directory.Write("bad/bad.go", "package bad\n\nfunc f()\n");
        directory.Write("bad/bad_amd64.s", "#include \"../../../../../../../../../etc/passwd\"\nTEXT ·f(SB), $0-0\n\tRET\n");
        await ReportsAsync("bad/bad_amd64.s:1:10: error GOABI9002: ");
    }

    [Fact]
    public async Task Invalid_UTF8_has_its_place_in_bytes()
    {
        directory.Write("bad/bad.go", "");
        await File.WriteAllBytesAsync(Path.Combine(directory.Path, "bad", "bad.go"), [.. "package bad\n\nvar s = \"é"u8, 0xFF, .. "\"\n"u8]);
        await ReportsAsync("bad/bad.go:3:12: error GOABI4101: ");
    }

    [Fact]
    public async Task A_file_of_50_MB_is_too_large_where_the_limit_says_so()
    {
        directory.Write("bad/ok.go", "package bad\n");
        await using (var file = File.Create(Path.Combine(directory.Path, "bad", "huge.go")))
        {
            var line = Encoding.ASCII.GetBytes("// " + new string('x', 1 << 20) + "\n");
            file.Write("package bad\n"u8);
            for (var i = 0; i < 50; i++)
            {
                file.Write(line);
            }
        }

        await ReportsAsync("bad/huge.go: error GOABI9001: ", "--max-file-size", "40M");
        var result = await GoAbiCli.RunAsync(directory.Path, "check", "./...");
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task What_is_no_file_is_not_opened()
    {
        directory.Write("bad/ok.go", "package bad\n");
        Directory.CreateSymbolicLink(Path.Combine(directory.Path, "bad", "dangling.go"), "nowhere");
        Directory.CreateDirectory(Path.Combine(directory.Path, "bad", "directory.go"));
        await ReportsAsync("bad/dangling.go: error GOABI9001: ");
    }

    private async Task ReportsAsync(string message, params string[] arguments)
    {
        var result = await GoAbiCli.RunAsync(directory.Path, ["check", "--format", "json", .. arguments, "./..."]);
        Assert.Contains(result.Error.Split('\n'), line => line.StartsWith(message, StringComparison.Ordinal));
        Assert.Equal(3, result.ExitCode);
        using var report = JsonDocument.Parse(result.Output);
        Assert.Equal("good/good.go", Assert.Single(report.RootElement.GetProperty("findings").EnumerateArray()).GetProperty("file").GetString());
        Assert.NotEmpty(report.RootElement.GetProperty("incomplete").EnumerateArray());
    }
}
