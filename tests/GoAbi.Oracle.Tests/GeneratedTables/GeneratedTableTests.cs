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
    [UnixFact]
    public async Task The_table_of_intrinsics_is_what_its_data_gives()
    {
        var result = await CommandRunner.RunAsync(Path.Combine(GoToolchain.Repository, "eng/generate-intrinsics"), ["--check"], GoToolchain.Repository);
        Assert.Equal(new CommandResult(0, "", ""), result);
    }

    [Fact]
    public async Task The_tables_of_the_assembler_are_what_their_data_gives()
    {
        // The tool works on the tree below the current directory: here on a copy of the data.
        using var tree = TemporaryDirectory.CopyOf(Path.Combine(GoToolchain.Repository, "eng/data/asm"), "eng/data/asm");
        var made = tree["src/GoAbi.Asm"];
        Directory.CreateDirectory(Path.Combine(made, "Instructions"));
        Directory.CreateDirectory(Path.Combine(made, "Preprocessing"));
        var result = await CommandRunner.RunAsync(
            "dotnet",
            ["run", Path.Combine(GoToolchain.Repository, "eng/AsmTables/AsmTables.cs")],
            tree.Path,
            new Dictionary<string, string?> { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" },
            timeout: TimeSpan.FromMinutes(5));
        Assert.True(result.ExitCode == 0, result.Output + result.Error);

        var committed = Path.Combine(GoToolchain.Repository, "src/GoAbi.Asm");
        var tables = TablesIn(committed);
        Assert.NotEmpty(tables);
        Assert.Equal(tables, TablesIn(made));
        Assert.All(tables, name => Assert.Equal(File.ReadAllText(Path.Combine(committed, name)), File.ReadAllText(Path.Combine(made, name))));
    }

    private static List<string> TablesIn(string directory) => Directory.GetFiles(directory, "*.g.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(directory, path))
        .Where(static name => Path.GetDirectoryName(name) is "Instructions" or "Preprocessing")
        .Order(StringComparer.Ordinal)
        .ToList();
}
