using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using GoAbi.ApiReference;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Packages.Tests;

[Collection(PackedPackages.Name)]
public sealed class PackageTests(PackageFeed feed)
{
    private static readonly string[] Others = ["GoAbi", "GoAbi.Cli", "GoAbi.Generator", "GoAbi.Templates"];

    public static IEnumerable<object[]> Libraries => ApiPackage.Names.Select(static name => new object[] { name });

    [Fact]
    public void One_command_makes_all_packages_with_one_version()
    {
        var ids = ApiPackage.Names.Concat(Others).Order(StringComparer.Ordinal);

        Assert.Equal(ids.Select(feed.File).Order(StringComparer.Ordinal), feed.Files);
    }

    [Fact]
    public void Every_package_says_what_it_is_where_it_comes_from_and_shows_an_icon()
    {
        Assert.All(feed.Files, static file =>
        {
            using var package = ZipFile.OpenRead(file);
            var names = package.Entries.Select(static entry => entry.FullName).ToArray();
            var metadata = Metadata(package);
            string? Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

            Assert.Contains("README.md", names);
            Assert.Contains("icon.png", names);
            Assert.Equal("README.md", Value("readme"));
            Assert.Equal("icon.png", Value("icon"));
            Assert.Equal("Apache-2.0", Value("license"));
            Assert.Equal(Repository.Address, Value("projectUrl")?.TrimEnd('/'));
            Assert.NotEqual("Package Description", Value("description"));
            Assert.InRange(Value("description")!.Length, 40, 400);
        });
    }

    [Fact]
    public void Reports_and_diagnostics_lead_to_the_same_project()
    {
        Assert.Equal(GoAbi.Reporting.RulePage.ProjectAddress, Repository.Address);
        Assert.Equal(GoAbi.Roslyn.RuleDescriptors.Pages + "GOABI1001.md", GoAbi.Reporting.RulePage.AddressOf("GOABI1001"));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_has_its_comments_beside_it_for_every_framework(string id)
    {
        using var package = ZipFile.OpenRead(feed.File(id));
        var inLib = package.Entries.Select(static entry => entry.FullName).Where(static name => name.StartsWith("lib/", StringComparison.Ordinal)).ToArray();
        var frameworks = inLib.Select(static name => name.Split('/')[1]).Distinct().ToArray();

        Assert.NotEmpty(frameworks);
        Assert.Equal(frameworks.SelectMany(framework => new[] { "lib/" + framework + "/" + id + ".dll", "lib/" + framework + "/" + id + ".xml" }).Order(StringComparer.Ordinal), inLib.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_packages_hold_and_depend_on_changes_on_purpose_only()
    {
        var text = new StringWriter { NewLine = "\n" };
        foreach (var file in feed.Files)
        {
            using var package = ZipFile.OpenRead(file);
            text.WriteLine(Path.GetFileName(file));
            foreach (var group in Metadata(package).Descendants().Where(static element => element.Name.LocalName == "dependency"))
            {
                text.WriteLine("  needs " + group.Attribute("id")!.Value + " " + group.Attribute("version")!.Value + " on " + (group.Parent!.Attribute("targetFramework")?.Value ?? "all"));
            }

            foreach (var name in package.Entries.Select(static entry => entry.FullName).Order(StringComparer.Ordinal))
            {
                if (!name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
                {
                    text.WriteLine("  " + name);
                }
            }
        }

        Snapshot.Match(text.ToString(), scrubbers: [Scrub.Text(feed.Version, "VERSION")]);
    }

    private static XElement Metadata(ZipArchive package)
    {
        using var content = package.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(content).Root!.Elements().Single();
    }
}
