using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Testing;

namespace GoAbi.Packages.Tests.Builds;

/// <summary>Projects as users have them, restored and built once in one go; each test looks at its own part of what was printed.</summary>
public static class ConsumerProjects
{
    /// <summary>A module with one function that is right.</summary>
    public static void WriteSoundModule(TemporaryDirectory directory, string project) => WriteModule(directory, project, "$0-24", "b+8(FP)");

    /// <summary>The same with two defects: GOABI2001 in line 4 of add_amd64.s, GOABI2004 in line 6.</summary>
    public static void WriteBrokenModule(TemporaryDirectory directory, string project) => WriteModule(directory, project, "$0-16", "b+16(FP)");

    /// <summary>A project that refers to the generator.</summary>
    /// <param name="directory">Where all of them are.</param>
    /// <param name="project">Its directory and name.</param>
    /// <param name="version">The generator's version.</param>
    /// <param name="properties">As they stand in the project.</param>
    /// <param name="reference">What the reference says besides.</param>
    public static void WriteProject(TemporaryDirectory directory, string project, string version, string properties, string reference = "PrivateAssets=\"all\"") => directory.Write(
        project + "/" + project + ".csproj",
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="GoAbi.Generator" Version="{version}" {reference} />
          </ItemGroup>
        </Project>
        """);

    /// <summary>Builds projects together: one start of the SDK for all.</summary>
    public static Task<CommandResult> BuildAsync(TemporaryDirectory directory, string name, params string[] projects)
    {
        var items = string.Concat(projects.Select(static project => $"<Consumer Include=\"{project}/{project}.csproj\" />"));
        directory.Write(
            name + ".proj",
            $"""
            <Project DefaultTargets="Build">
              <ItemGroup>{items}</ItemGroup>
              <Target Name="Restore"><MSBuild Projects="@(Consumer)" Targets="Restore" /></Target>
              <Target Name="Build"><MSBuild Projects="@(Consumer)" Targets="Build" ContinueOnError="ErrorAndContinue" /></Target>
            </Project>
            """);
        return DotNet.RunAsync(directory.Path, "build", name + ".proj", "--nologo", "-v:m", "-tl:off", "-clp:NoSummary");
    }

    /// <summary>What a build said with an id, a line each, of one project: path below the project's directory, place, severity, id; sorted, without repeats.</summary>
    public static string[] Diagnostics(CommandResult build, TemporaryDirectory directory, string project) =>
    [
        .. build.Output.Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.Contains("/" + project + ".csproj", StringComparison.Ordinal) && line.EndsWith(']'))
            .Select(line => line.Replace(directory[project] + "/", "", StringComparison.Ordinal))
            .Select(static line => string.Join(' ', line.Split(": ").Take(2)))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static void WriteModule(TemporaryDirectory directory, string project, string sizes, string argument)
    {
        directory.Write(project + "/go.mod", "module example.com/" + Path.GetFileName(project).ToLowerInvariant() + "\n\ngo 1.19\n");
        WritePackage(directory, project, sizes, argument);
    }

    /// <summary>A package of a module: add.go and add_amd64.s.</summary>
    public static void WriteBrokenPackage(TemporaryDirectory directory, string path) => WritePackage(directory, path, "$0-16", "b+16(FP)");

    private static void WritePackage(TemporaryDirectory directory, string path, string sizes, string argument)
    {
        directory.Write(path + "/add.go", "package " + Path.GetFileName(path).ToLowerInvariant() + "\n\nfunc Add(a, b int64) int64\n");
        directory.Write(
            path + "/add_amd64.s",
            "#include \"textflag.h\"\n\n// func Add(a, b int64) int64\nTEXT ·Add(SB), NOSPLIT, " + sizes
            + "\n\tMOVQ a+0(FP), AX\n\tADDQ " + argument + ", AX\n\tMOVQ AX, ret+16(FP)\n\tRET\n");
    }
}
