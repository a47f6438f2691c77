using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Cli.Tests;

public sealed class LayoutTests : IDisposable
{
    private const string Signature = "func(a int, s string, z [2]int8, e struct{}, c complex64) (r error)";

    private readonly TemporaryDirectory directory = new();

    public LayoutTests()
    {
        directory.Write("go.mod", "module example.com/m\n\ngo 1.21\n");
        directory.Write("m.go", "package m\n\nimport \"example.com/m/sub\"\n\ntype T struct {\n\ta int8\n\ts sub.S\n}\n\ntype L[P any] struct{ v P }\n\nfunc trap(p []byte) (n int, err error)\n\n"
            + "func (t *T) M(x int8, y float32) error { return nil }\n\nfunc (t T) V() sub.S { return t.s }\n\nfunc (l *L[P]) Do(x P, n int) P { return x }\n\nfunc G[K comparable, V any](k K, v V) V { return v }\n\nfunc bad(x Missing)\n");
        directory.Write("sub/s.go", "package sub\n\ntype S struct {\n\tA, B float64\n\tC string\n}\n");
    }

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_signature_is_a_table_with_targets_side_by_side()
    {
        var result = await RunAsync("--target", "go1.24,amd64", "--target", "go1.24,arm64", "--target", "go1.24,386", Signature);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Snapshot.Match(result.Output);
    }

    [Fact]
    public async Task Json_is_that_of_the_contract()
    {
        var result = await RunAsync("--format", "json", "--target", "go1.24,amd64", "method (t *int) func(s string, z [2]int8) (r bool)");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            {"version":1,"target":"go1.24 linux/amd64","signature":"method (t *int) func(s string, z [2]int8) (r bool)","params":[{"name":"t","type":"*int","recv":true,"size":8,"align":8,"abi0Off":0,"loc":[{"reg":"AX","off":0,"size":8,"type":"*int"}],"spillOff":8},{"name":"s","type":"string","size":16,"align":8,"abi0Off":8,"loc":[{"reg":"BX","off":0,"size":8,"type":"*uint8"},{"reg":"CX","off":8,"size":8,"type":"int"}],"spillOff":16},{"name":"z","type":"[2]int8","size":2,"align":1,"abi0Off":24,"loc":[{"stack":0,"off":0,"size":2}],"spillOff":null}],"results":[{"name":"r","type":"bool","size":1,"align":1,"abi0Off":32,"loc":[{"reg":"AX","off":0,"size":1,"type":"bool"}],"spillOff":null}],"stackArgSize":8,"spillAreaOff":8,"spillAreaSize":24,"argWidth":32,"abi0ArgSize":40}

            """.ReplaceLineEndings("\n"),
            result.Output);
    }

    [Theory]
    [InlineData("trap", "TEXT ·trap(SB), NOSPLIT, $0-48")]
    [InlineData("(*T).M", "receiver t   *T")]
    [InlineData("T.V", "t_s_C_len+32(FP)")]
    [InlineData("(*L[string]).Do", "dictionary .dict  unsafe.Pointer  .dict+8(FP)")]
    [InlineData("G[int,T]", "v_s_A+24(FP)")]
    public async Task A_function_of_a_package_is_found(string name, string line)
    {
        var result = await RunAsync(".#" + name);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(line, result.Output, StringComparison.Ordinal);
    }

    // cmd/compile/internal/noder/stencil.go of Go 1.18 and 1.19.
    [Fact]
    public async Task The_dictionary_came_first_up_to_go_1_19()
    {
        var result = await RunAsync("--target", "go1.19", "--emit", "json", ".#(*L[string]).Do");
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal([".dict", "l", "x", "n"], json.RootElement.GetProperty("params").EnumerateArray().Select(static p => p.GetProperty("name").GetString()!));
    }

    [Theory]
    [InlineData("there is no function 'nope'", ".#nope")]
    [InlineData("there is no function 'T.M'", ".#T.M")]
    [InlineData("is no name of a function", ".#(*T.M")]
    [InlineData("has 0 type arguments, but its declaration has 2 type parameters", ".#G")]
    [InlineData("are no type arguments", ".#G[int,,]")]
    [InlineData("the size of 'x invalid type' isn't known", ".#bad")]
    [InlineData("no such file or directory", "nowhere#f")]
    [InlineData("signature:1:12: error GOABI4101", "func(a int,, b int)")]
    [InlineData("signature:1:15: error GOABI4101: the size of 'T' is not known", "func(a int, b T)")]
    [InlineData("a signature, PATH#SYMBOL or --batch FILE is needed")]
    [InlineData("no Go compiles for sparc64", "--target", "sparc64", "func()")]
    [InlineData("can't be read", "--decls", "nowhere.go", "func()")]
    [InlineData("--emit and --format are the same option", "--emit", "json", "--format", "table", "func()")]
    [InlineData("--emit csharp takes one target", "--emit", "csharp", "--target", "amd64", "--target", "arm64", "func()")]
    [InlineData("unknown option '--emmit'", "--emmit")]
    public async Task What_can_not_be_used_says_why(string message, params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_prints_a_line_for_each_and_goes_on_behind_a_bad_one()
    {
        directory.Write("batch.jsonl", "{\"id\":\"a\",\"decls\":\"type T struct{ a, b int }\",\"signature\":\"func(t T)\"}\n{\"id\":\"b\",\"signature\":\"func(t T\"}\nno json\n\n{\"id\":3,\"signature\":\"func()\"}\n");
        var result = await RunAsync("--batch", "batch.jsonl", "--target", "go1.24,arm64");
        Assert.Equal(3, result.ExitCode);
        var ids = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line =>
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("id").GetString() + (json.RootElement.TryGetProperty("error", out _) ? " error" : "");
        });
        Assert.Equal(["a", "b error", "3"], ids);
        Assert.Contains("batch.jsonl:2: signature:1:", result.Error, StringComparison.Ordinal);
        Assert.Contains("batch.jsonl:3: this is no line of a batch", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declarations_come_from_a_file()
    {
        directory.Write("types.go", "// With a package clause or without.\ntype T struct {\n\tp unsafe.Pointer\n}\n");
        var result = await RunAsync("--decls", "types.go", "func(t T)");
        Assert.Contains("t_p+0(FP)", result.Output, StringComparison.Ordinal);
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => GoAbiCli.RunAsync(directory.Path, ["layout", .. arguments]);
}
