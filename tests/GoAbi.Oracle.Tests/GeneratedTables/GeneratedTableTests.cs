using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Oracle.Tests.GeneratedTables;

/// <summary>The tables in the repository are what the tools of eng/ make of the data there. Needs no Go.</summary>
public sealed class GeneratedTableTests
{
    private const string Arm64Classes = "src/GoAbi.Asm/Encoding/Arm64/Arm64Class.cs";

    [UnixFact]
    public async Task The_table_of_intrinsics_is_what_its_data_gives()
    {
        var result = await CommandRunner.RunAsync(Path.Combine(GoToolchain.Repository, "eng/generate-intrinsics"), ["--check"], GoToolchain.Repository);
        Assert.Equal(new CommandResult(0, "", ""), result);
    }

    [Fact]
    public async Task Every_table_of_the_assembler_is_what_its_data_gives()
    {
        // The tools work on the tree below the current directory: here on a copy of the data, and of the one source that a tool reads names from.
        using var tree = TemporaryDirectory.CopyOf(Path.Combine(GoToolchain.Repository, "eng/data"), "eng/data");
        tree.Write(Arm64Classes, await File.ReadAllTextAsync(Path.Combine(GoToolchain.Repository, Arm64Classes)));
        var made = tree["src/GoAbi.Asm"];
        var committed = Path.Combine(GoToolchain.Repository, "src/GoAbi.Asm");
        var tables = TablesIn(committed);
        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(made, table))!);
        }

        var tools = Directory.GetFiles(Path.Combine(GoToolchain.Repository, "eng"), "*.cs", SearchOption.AllDirectories)
            .Where(static path => File.ReadAllText(path).Contains("src/GoAbi.Asm/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(tools);
        foreach (var tool in tools)
        {
            var result = await CommandRunner.RunAsync(
                "dotnet",
                ["run", tool],
                tree.Path,
                new Dictionary<string, string?> { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" },
                timeout: TimeSpan.FromMinutes(5));
            Assert.True(result.ExitCode == 0, tool + "\n" + result.Output + result.Error);
        }

        Assert.Equal(tables, TablesIn(made));
        Assert.All(tables, name => Assert.Equal(File.ReadAllText(Path.Combine(committed, name)), File.ReadAllText(Path.Combine(made, name))));
    }

    // Not what a build left in obj.
    private static List<string> TablesIn(string directory) => Directory.GetFiles(directory, "*.g.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(directory, path))
        .Where(static name => !name.StartsWith("obj", StringComparison.Ordinal) && !name.StartsWith("bin", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToList();
}
