using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Packages.Tests.Builds;

/// <summary>GoAbiWriteStubs and GoAbiReport: the command that the generator's package brings, run by a build.</summary>
[Collection(PackedPackages.Name)]
public sealed class BuildTaskTests(PackageFeed feed)
{
    private const string Properties =
        "<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks><GoAbiWriteStubs>true</GoAbiWriteStubs><GoAbiReport>out/report.sarif</GoAbiReport><GoAbiTargets>go1.24</GoAbiTargets>";

    // Files that a project takes out stay out; what was written is of the build.
    private const string Removes =
        "</PropertyGroup><ItemGroup><AdditionalFiles Remove=\"removed/**\" /></ItemGroup><Target Name=\"Say\" AfterTargets=\"GoAbiRunCommand\"><Message Importance=\"high\" Text=\"has @(AdditionalFiles)\" /></Target><PropertyGroup>";

    [Fact]
    public async Task Stubs_are_written_once_in_CI_never_and_cleaning_leaves_them()
    {
        var project = Write("Stubs");

        // A fresh tree in CI: the build says what is missing, and touches nothing.
        var sources = Sources(project);
        var refused = await BuildAsync(project, "-p:ContinuousIntegrationBuild=true");
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("Stubs.csproj : error : Address stubs are missing", refused.Output, StringComparison.Ordinal);
        Assert.Equal(sources, Sources(project));

        // An editor that asks what is compiled gets an answer and nothing else.
        await DotNet.SucceedAsync(
            project, "msbuild", "Stubs.csproj", "-t:Compile", "-p:TargetFramework=net10.0", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-nologo");
        Assert.Equal(sources, Sources(project));

        // Both frameworks in one build: one run of the command, before either is compiled.
        var written = await BuildAsync(project);
        Assert.True(written.ExitCode == 0, written.Output);
        Assert.DoesNotContain("warning", written.Output, StringComparison.Ordinal);
        Assert.NotEqual(sources, Sources(project));
        Assert.Contains("dispatch/addrof_amd64.s", written.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("removed/", written.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(project, "dispatch", "addrof_amd64.s")));
        using (var report = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(project, "out", "report.sarif"))))
        {
            Assert.Equal(0, report.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
        }

        // Nothing changed: nothing runs.
        sources = Sources(project);
        var state = State(project);
        Assert.Equal(0, (await BuildAsync(project)).ExitCode);
        Assert.Equal(sources, Sources(project));
        Assert.Equal(state, State(project));

        // What was committed is what CI wants.
        var accepted = await BuildAsync(project, "-p:ContinuousIntegrationBuild=true");
        Assert.True(accepted.ExitCode == 0, accepted.Output);

        await DotNet.SucceedAsync(project, "clean", "--nologo", "-v:q");
        Assert.Equal(sources, Sources(project));
        Assert.False(File.Exists(Path.Combine(project, "out", "report.sarif")));
        Assert.False(File.Exists(Path.Combine(project, "obj", "goabi", "stubs.stamp")));
    }

    [Fact]
    public async Task What_the_command_can_not_read_is_an_error_of_the_build_at_its_line()
    {
        var project = feed.Directory["Unread"];
        ConsumerProjects.WriteProject(feed.Directory, "Unread", feed.Version, "<TargetFramework>net10.0</TargetFramework><GoAbiReport>report.sarif</GoAbiReport>");
        ConsumerProjects.WriteSoundModule(feed.Directory, "Unread");
        feed.Directory.Write("Unread/bad_amd64.s", "TEXT ·Bad(SB), 4, $0-0\n\tRET\n#include \"absent.h\"\n");
        var build = await BuildAsync(project);

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains(Path.Combine(project, "bad_amd64.s") + "(3,10): error GOABI9002:", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_follows_what_it_is_made_of_and_needs_no_Go_files()
    {
        var project = feed.Directory["Again #; x"];
        ConsumerProjects.WriteProject(feed.Directory, "Again #; x", feed.Version, "<TargetFramework>net10.0</TargetFramework><GoAbiReport>out/report.sarif</GoAbiReport>");
        feed.Directory.Write("Again #; x/.editorconfig", "# not the root\n");
        var build = await BuildAsync(project);
        Assert.True(build.ExitCode == 0, build.Output);
        feed.Directory.Write("Again #; x/go.mod", "module example.com/again\n\ngo 1.20\n");
        feed.Directory.Write("Again #; x/again.go", "package again\n");

        // Another file, one above the project, another command with files as old as those of packages.
        await AssertRunsAgain();
        File.SetLastWriteTimeUtc(feed.Directory[".editorconfig"], DateTime.UtcNow);
        await AssertRunsAgain();
        var command = Path.Combine(feed.Directory["cache"], "goabi.generator", feed.Version, "tools", "net10.0", "any");
        foreach (var file in Directory.GetFiles(command))
        {
            feed.Directory.Write("command/" + Path.GetFileName(file), await File.ReadAllBytesAsync(file));
        }

        File.SetLastWriteTimeUtc(feed.Directory["command/goabi.dll"], new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await AssertRunsAgain("-p:GoAbiCommand=" + feed.Directory["command/goabi.dll"]);

        async Task AssertRunsAgain(params string[] arguments)
        {
            var before = State(project);
            var again = await BuildAsync(project, arguments);
            Assert.True(again.ExitCode == 0, again.Output);
            Assert.NotEqual(before, State(project));
            before = State(project);
            Assert.Equal(0, (await BuildAsync(project, arguments)).ExitCode);
            Assert.Equal(before, State(project));
        }
    }

    private string Write(string name)
    {
        var sandbox = Path.Combine(Repository.Root, "samples", "sandbox");
        foreach (var file in Directory.GetFiles(sandbox, "*", SearchOption.AllDirectories))
        {
            feed.Directory.Write(Path.Combine(name, Path.GetRelativePath(sandbox, file)), File.ReadAllBytes(file));
        }

        ConsumerProjects.WriteProject(feed.Directory, name, feed.Version, Properties + Removes);
        feed.Directory.Write(name + "/removed/removed.go", "package removed\n");
        feed.Directory.Write(name + "/Empty.cs", "namespace Stubs { public static class Empty { } }\n");
        return feed.Directory[name];
    }

    private static Task<CommandResult> BuildAsync(string project, params string[] arguments) =>
        DotNet.RunAsync(project, ["build", "--nologo", "-v:m", "-tl:off", "-clp:NoSummary", .. arguments]);

    // Every source file and what it holds.
    private static string[] Sources(string project) =>
    [
        .. Directory.GetFiles(project, "*", SearchOption.AllDirectories)
            .Where(static file => Path.GetExtension(file) is ".go" or ".s" or ".mod")
            .Order(StringComparer.Ordinal)
            .Select(static file => file + "\n" + File.ReadAllText(file)),
    ];

    // When the command last ran.
    private static DateTime[] State(string project) =>
    [
        .. Directory.GetFiles(Path.Combine(project, "obj", "goabi")).Append(Path.Combine(project, "out", "report.sarif")).Order(StringComparer.Ordinal).Select(File.GetLastWriteTimeUtc),
    ];
}
