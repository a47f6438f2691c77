using System;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Packages.Tests.Samples;

/// <summary>The samples that use packages, as they stand, with the packages of this run.</summary>
[Collection(PackedPackages.Name)]
public sealed class SampleTests(PackageFeed feed)
{
    [Fact]
    public async Task The_review_gate_stops_what_its_baseline_does_not_list()
    {
        var samples = Copy("gate");
        var gate = Path.Combine(samples, "ReviewGate");
        await DotNet.SucceedAsync(gate, "build", "--nologo", "-tl:off");
        Task<CommandResult> GateAsync(params string[] arguments) => DotNet.RunAsync(gate, [Path.Combine("bin", "Debug", "net10.0", "ReviewGate.dll"), "../sandbox", .. arguments]);

        var all = await GateAsync();
        Assert.Equal(1, all.ExitCode);
        var lines = all.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("GOABI1001", all.Output, StringComparison.Ordinal);
        Assert.Equal($"{lines.Length - 1} new, {lines.Length - 1} in all", lines[^1]);

        await File.WriteAllLinesAsync(Path.Combine(gate, "baseline.txt"), Array.ConvertAll(lines[1..^1], static line => line.Split(' ')[0]));
        var one = await GateAsync("baseline.txt", "report.sarif");
        Assert.Equal(1, one.ExitCode);
        Assert.StartsWith(lines[0], one.Output, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(gate, "report.sarif")));
        Assert.Equal(lines.Length - 1, report.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("findings.cs", "GOABI1001")]
    [InlineData("cases.cs", "GoToAssemblyDirect")]
    public async Task A_script_runs(string script, string says)
    {
        var output = await DotNet.SucceedAsync(Path.Combine(Copy(script), "scripts"), "run", script, "../sandbox");

        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("samples/Directory.Build.props", ">VERSION</GoAbiVersion>")]
    [InlineData("README.md", "\"GoAbi.Generator\" Version=\"VERSION\"")]
    [InlineData("docs/build.md", "\"GoAbi.Generator\" Version=\"VERSION\"")]
    public void What_people_copy_has_the_version_that_is_packed(string file, string text) => Assert.Contains(
        text.Replace("VERSION", Repository.Version, StringComparison.Ordinal), File.ReadAllText(Path.Combine(Repository.Root, file)), StringComparison.Ordinal);

    // Without what building them in the repository left; the version is that of this run's packages.
    private string Copy(string name)
    {
        var samples = Path.Combine(Repository.Root, "samples");
        foreach (var file in Directory.GetFiles(samples, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(samples, file);
            if (!path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            {
                feed.Directory.Write(Path.Combine("samples-" + name, path), File.ReadAllBytes(file));
            }
        }

        var props = Path.Combine("samples-" + name, "Directory.Build.props");
        feed.Directory.Write(props, File.ReadAllText(feed.Directory[props]).Replace(">" + Repository.Version + "<", ">" + feed.Version + "<", StringComparison.Ordinal));
        return feed.Directory["samples-" + name];
    }
}
