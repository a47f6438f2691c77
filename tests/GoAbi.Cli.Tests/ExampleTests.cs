using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Cli.Tests;

/// <summary>Every example in the help and the docs is run.</summary>
public class ExampleTests
{
    private static readonly string[] Commands = ["check", "calls", "symbols", "stubs", "layout", "parse", "rules", "explain", "summary", "cache", "cache info", "cache clean"];

    [Fact]
    public async Task Every_command_has_a_page_and_examples_in_its_help()
    {
        foreach (var command in Commands)
        {
            Assert.True(File.Exists(PageOf(command)), command + " has no page in docs/commands");
            Assert.NotEmpty(HelpExamples(await HelpOfAsync(command)));
        }
    }

    [Fact]
    public async Task Every_option_is_on_the_page_of_its_command_or_on_the_common_one()
    {
        var common = await File.ReadAllTextAsync(Path.Combine(Docs(), "README.md"));
        foreach (var command in Commands)
        {
            var help = await HelpOfAsync(command);
            var page = await File.ReadAllTextAsync(PageOf(command));
            foreach (var option in help.Split('\n').Select(static line => line.Trim()).Where(static line => line.StartsWith("--", StringComparison.Ordinal)))
            {
                var name = option.Split(' ')[0];
                Assert.True(
                    page.Contains("`" + name, StringComparison.Ordinal) || common.Contains("`" + name, StringComparison.Ordinal),
                    command + ": " + name + " is not documented");
            }
        }
    }

    [Fact]
    public async Task Every_example_runs()
    {
        var lines = new List<string>();
        foreach (var command in Commands)
        {
            lines.AddRange(HelpExamples(await HelpOfAsync(command)));
        }

        foreach (var page in Directory.GetFiles(Docs(), "*.md"))
        {
            lines.AddRange(CodeLines(await File.ReadAllLinesAsync(page)).Where(static line => line.StartsWith("goabi ", StringComparison.Ordinal)));
        }

        foreach (var line in lines.Distinct())
        {
            using var module = new TemporaryDirectory();
            module.Write("go.mod", "module example.com/m\n\ngo 1.16\n");
            module.Write("m.go", "package m\n\nfunc trap()\n\nfunc use() { trap() }\n");
            module.Write("m_amd64.s", "#include \"textflag.h\"\n\nTEXT ·trap(SB),NOSPLIT,$0-0\n\tRET\n");
            var result = await GoAbiCli.RunLineAsync(module.Path, line);
            Assert.True(result.ExitCode is 0 or 1, line + "\n" + result.ExitCode + "\n" + result.Error);
        }
    }

    private static IEnumerable<string> CodeLines(string[] lines)
    {
        var isCode = false;
        foreach (var line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (isCode)
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> HelpExamples(string help) => help.Split('\n')
        .SkipWhile(static line => line != "Examples:")
        .Where(static line => line.StartsWith("  goabi ", StringComparison.Ordinal))
        .Select(static line => line.Trim());

    private static async Task<string> HelpOfAsync(string command) =>
        (await GoAbiCli.RunAsync(Path.GetTempPath(), [.. command.Split(' '), "--help"])).Output;

    // A command of a command is on the page of the latter.
    private static string PageOf(string command) => Path.Combine(Docs(), command.Split(' ')[0] + ".md");

    private static string Docs([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../docs/commands"));
}
