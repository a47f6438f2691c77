using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Packages.Tests;

/// <summary>The tests that share one pack.</summary>
[CollectionDefinition(Name)]
public sealed class PackedPackages : ICollectionFixture<PackageFeed>
{
    public const string Name = "Packed packages";
}

/// <summary>
/// All packages, packed once from what is built, with a version that never was before: NuGet takes a package that it has by name and version, however old. Projects below
/// <see cref="Directory"/> restore from it into a cache of their own.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime, IDisposable
{
    private TemporaryDirectory? directory;

    /// <summary>The version of all packages.</summary>
    public string Version { get; } = Repository.Version + "-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    /// <summary>Projects that use the packages go below it.</summary>
    public TemporaryDirectory Directory => directory ?? throw new InvalidOperationException("Nothing is packed yet.");

    /// <summary>The packages' files, sorted.</summary>
    public ImmutableArray<string> Files { get; private set; }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        directory = new TemporaryDirectory();
        await DotNet.SucceedAsync(
            Repository.Root, "pack", "Sdk.sln", "-c", Repository.Configuration, "--no-build", "--no-restore", "-o", directory["feed"], "-p:PackageVersion=" + Version, "-p:IncludeSymbols=false");
        Files = [.. System.IO.Directory.GetFiles(directory["feed"], "*.nupkg").Order(StringComparer.Ordinal)];
        directory.Write("nuget.config", await ConfigurationAsync());

        // What is above the temporary directory is no part of the test.
        directory.Write("Directory.Build.props", "<Project />");
        directory.Write("Directory.Build.targets", "<Project />");
        directory.Write("Directory.Packages.props", "<Project />");
        directory.Write(".editorconfig", "root = true\n");
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => directory?.Dispose();

    /// <summary>The file of a package.</summary>
    public string File(string id) => Path.Combine(Directory["feed"], id + "." + Version + ".nupkg");

    // Our packages come from the feed alone, all others from where the machine takes them; those that it has are not fetched again.
    private static async Task<string> ConfigurationAsync()
    {
        var machine = await DotNet.SucceedAsync(Repository.Root, "nuget", "locals", "global-packages", "--list");
        var packages = machine[(machine.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        var listed = await DotNet.SucceedAsync(Repository.Root, "nuget", "list", "source", "--format", "short");
        var sources = listed.Split('\n', StringSplitOptions.TrimEntries)
            .Where(static line => line.StartsWith("E ", StringComparison.Ordinal))
            .Select(static line => line[2..])
            .ToArray();
        var text = new StringBuilder("<configuration>\n  <config><add key=\"globalPackagesFolder\" value=\"cache\" /></config>\n");
        text.Append("  <fallbackPackageFolders><clear /><add key=\"machine\" value=\"").Append(packages).Append("\" /></fallbackPackageFolders>\n");
        text.Append("  <packageSources><clear /><add key=\"packed\" value=\"feed\" />");
        for (var i = 0; i < sources.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<add key=\"machine{i}\" value=\"{sources[i]}\" />");
        }

        text.Append("</packageSources>\n  <packageSourceMapping><clear />");
        text.Append("<packageSource key=\"packed\"><package pattern=\"GoAbi\" /><package pattern=\"GoAbi.*\" /></packageSource>");
        for (var i = 0; i < sources.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<packageSource key=\"machine{i}\"><package pattern=\"*\" /></packageSource>");
        }

        return text.Append("</packageSourceMapping>\n</configuration>\n").ToString();
    }
}
