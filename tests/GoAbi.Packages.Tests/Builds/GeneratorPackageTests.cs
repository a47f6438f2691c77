using System;
using System.IO;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Packages.Tests.Builds;

/// <summary>The generator's package in projects of its users. All are built together, once.</summary>
[Collection(PackedPackages.Name)]
public sealed class GeneratorPackageTests(PackageFeed feed, GeneratorPackageTests.Built built) : IClassFixture<GeneratorPackageTests.Built>
{
    private const string Strict =
        "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><Nullable>enable</Nullable><AnalysisMode>All</AnalysisMode><TreatWarningsAsErrors>true</TreatWarningsAsErrors>";

    private TemporaryDirectory Directory => feed.Directory;

    [Fact]
    public async Task A_console_project_builds_without_a_warning_and_uses_the_catalogue()
    {
        var build = await built.ByAsync(feed);

        Assert.Empty(ConsumerProjects.Diagnostics(build, Directory, "App"));
        Assert.Equal("24\n", await DotNet.SucceedAsync(Directory.Path, Path.Combine("App", "bin", "Debug", "net10.0", "App.dll")));
    }

    [Fact]
    public async Task A_library_for_two_frameworks_builds_and_its_defects_are_shown_where_they_are()
    {
        var build = await built.ByAsync(feed);

        Assert.Equal(["add_amd64.s(4,25) warning GOABI2001", "add_amd64.s(6,7) warning GOABI2004"], ConsumerProjects.Diagnostics(build, Directory, "Lib"));
        Assert.True(File.Exists(Directory["Lib/bin/Debug/net10.0/Lib.dll"]));
        Assert.True(File.Exists(Directory["Lib/bin/Debug/netstandard2.0/Lib.dll"]));
    }

    [Fact]
    public async Task Severities_come_from_globalconfig_NoWarn_and_by_path_from_editorconfig()
    {
        var build = await built.ByAsync(feed);

        // GOABI2004 is an error by .globalconfig but for what the path says; GOABI2002 is in NoWarn.
        Assert.Equal(
            [
                "add_amd64.s(4,25) warning GOABI2001",
                "add_amd64.s(6,7) error GOABI2004",
                "loud/add_amd64.s(4,25) error GOABI2001",
                "loud/add_amd64.s(6,7) error GOABI2004",
                "quiet/add_amd64.s(6,7) error GOABI2004",
            ],
            ConsumerProjects.Diagnostics(build, Directory, "Severe"));
    }

    [Fact]
    public async Task Warnings_as_errors_stop_a_build_on_a_defect()
    {
        await built.ByAsync(feed);
        var build = await DotNet.RunAsync(Directory.Path, "build", "Lib", "--no-restore", "--no-incremental", "-f", "net10.0", "-warnaserror", "--nologo", "-v:m", "-tl:off", "-clp:NoSummary");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(["add_amd64.s(4,25) error GOABI2001", "add_amd64.s(6,7) error GOABI2004"], ConsumerProjects.Diagnostics(build, Directory, "Lib"));
    }

    [Fact]
    public async Task A_project_that_refers_to_such_a_project_gets_nothing_of_it()
    {
        var build = await built.ByAsync(feed);
        var items = await DotNet.SucceedAsync(Directory.Path, "msbuild", "Downstream/Downstream.csproj", "-getItem:Analyzer", "-getItem:AdditionalFiles", "-getProperty:GoAbiIncludeFiles");

        Assert.Empty(ConsumerProjects.Diagnostics(build, Directory, "Downstream"));
        Assert.True(File.Exists(Directory["Downstream/bin/Debug/net10.0/Downstream.dll"]));
        Assert.Contains("\"Analyzer\"", items, StringComparison.Ordinal);
        Assert.DoesNotContain("GoAbi.Generator", items, StringComparison.Ordinal);
        Assert.DoesNotContain("add_amd64.s", items, StringComparison.Ordinal);
    }

    /// <summary>The projects, built when the first test asks.</summary>
    public sealed class Built
    {
        private Task<CommandResult>? build;

        public Task<CommandResult> ByAsync(PackageFeed feed) => build ??= BuildAsync(feed);

        private static Task<CommandResult> BuildAsync(PackageFeed feed)
        {
            var directory = feed.Directory;
            ConsumerProjects.WriteProject(directory, "App", feed.Version, Strict);
            ConsumerProjects.WriteSoundModule(directory, "App");
            directory.Write("App/Program.cs", "System.Console.WriteLine(App.Go.example_com_app.Add.amd64.ArgumentSize + args.Length);\n");

            // Without PrivateAssets, as someone has it who does not know of it.
            ConsumerProjects.WriteProject(directory, "Lib", feed.Version, "<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks>", reference: "");
            ConsumerProjects.WriteBrokenModule(directory, "Lib");
            directory.Write("Lib/Entry.cs", "namespace Lib { public static class Entry { public static int Answer() { return 42; } } }\n");

            directory.Write(
                "Downstream/Downstream.csproj",
                """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>
                </Project>
                """);
            ConsumerProjects.WriteBrokenModule(directory, "Downstream");
            directory.Write("Downstream/Use.cs", "namespace Downstream { public static class Use { public static int Twice() { return 2 * Lib.Entry.Answer(); } } }\n");

            ConsumerProjects.WriteProject(directory, "Severe", feed.Version, "<TargetFramework>net10.0</TargetFramework><NoWarn>$(NoWarn);GOABI2002</NoWarn>");
            ConsumerProjects.WriteBrokenModule(directory, "Severe");
            ConsumerProjects.WriteBrokenPackage(directory, "Severe/loud");
            ConsumerProjects.WriteBrokenPackage(directory, "Severe/quiet");
            directory.Write("Severe/loud/only_amd64.s", "TEXT ·Undeclared(SB), 4, $0-0\n\tRET\n");
            directory.Write("Severe/.globalconfig", "is_global = true\ndotnet_diagnostic.GOABI2004.severity = error\n");
            directory.Write("Severe/Empty.cs", "namespace Severe { public static class Empty { } }\n");
            directory.Write("Severe/.editorconfig", "[quiet/*.s]\ngoabi_rule.GOABI2001.severity = none\n");
            directory.Write("Severe/loud/.editorconfig", "[*.s]\ngoabi_rule.GOABI2001.severity = error\n");
            return ConsumerProjects.BuildAsync(directory, "all", "App", "Downstream", "Lib", "Severe");
        }
    }
}
