using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Packages.Tests.Templates;

/// <summary>What `dotnet new` makes: it builds without a warning, and its tests pass as they are.</summary>
[Collection(PackedPackages.Name)]
public sealed class TemplateTests(PackageFeed feed)
{
    // Templates that are projects of tests; all others are built.
    private static readonly string[] Names = [.. Directory.GetDirectories(Path.Combine(Repository.Root, "templates")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    [Fact]
    public async Task Every_template_builds_and_its_tests_pass_at_once()
    {
        var root = feed.Directory["templates"];
        Directory.CreateDirectory(root);
        string[] hive = ["--debug:custom-hive", feed.Directory["hive"]];
        await DotNet.SucceedAsync(root, ["new", "install", feed.File("GoAbi.Templates"), .. hive]);
        foreach (var name in Names)
        {
            await DotNet.SucceedAsync(root, ["new", name, "-n", "My.new-" + name.Split('-')[1], "-o", name, "--no-update-check", .. hive]);
        }

        var projects = Directory.GetFiles(root, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        Assert.All(projects, static project => Assert.StartsWith("My.", Path.GetFileName(project), StringComparison.Ordinal));
        feed.Directory.Write(
            "templates/All.slnx", "<Solution>" + string.Concat(projects.Select(project => "<Project Path=\"" + Path.GetRelativePath(root, project) + "\" />")) + "</Solution>");
        var output = await DotNet.SucceedAsync(root, "test", "All.slnx", "--nologo", "-tl:off", "-warnaserror");

        var testProjects = projects.Count(static project => File.ReadAllText(project).Contains("Microsoft.NET.Test.Sdk", StringComparison.Ordinal));
        Assert.True(testProjects >= 2);
        Assert.Equal(testProjects, output.Split("Passed!").Length - 1);

        await TheGateFailsOnADefectUntilItIsAccepted(Path.Combine(root, "goabi-review"));
    }

    private static async Task TheGateFailsOnADefectUntilItIsAccepted(string project)
    {
        var assembly = Path.Combine(project, "module", "add_amd64.s");
        await File.WriteAllTextAsync(assembly, (await File.ReadAllTextAsync(assembly)).Replace("$0-24", "$0-16", StringComparison.Ordinal));
        var refused = await DotNet.RunAsync(project, "test", "--no-build", "--nologo");

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("add_amd64.s:4:26: GOABI2001", refused.Output, StringComparison.Ordinal);

        await DotNet.SucceedAsync(project, "test", "--no-build", "--nologo", "-e", "GOABI_UPDATE_BASELINE=1");
        Assert.Contains("GOABI2001", await File.ReadAllTextAsync(Path.Combine(project, "baseline.txt")), StringComparison.Ordinal);
        await DotNet.SucceedAsync(project, "test", "--no-build", "--nologo");
    }
}
