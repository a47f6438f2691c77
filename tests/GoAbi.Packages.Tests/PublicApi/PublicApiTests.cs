using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GoAbi.ApiReference;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Packages.Tests.PublicApi;

public sealed class PublicApiTests
{
    public static IEnumerable<object[]> Packages => ApiPackage.Names.Select(static name => new object[] { name });

    [Theory]
    [MemberData(nameof(Packages))]
    public void What_a_library_shows_changes_on_purpose_only(string package) => Snapshot.Match(ApiPage.List(ApiPackage.Load(package)), package);

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_reference_covers_every_public_type_with_its_comment(string package)
    {
        var api = ApiPackage.Load(package);
        var page = ApiPage.Render(api);

        Assert.NotEmpty(api.Types);
        Assert.All(api.Types, type =>
        {
            Assert.False(string.IsNullOrEmpty(type.Itself.Summary));
            Assert.Contains("\n## " + type.FullName + "\n", page, StringComparison.Ordinal);
            Assert.Contains(type.Itself.Summary!, page, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_comment_is_found_for_every_member(string package)
    {
        // One key that is spelled otherwise than the compiler does would leave its member without.
        var without = ApiPackage.Load(package).Types
            .SelectMany(static type => type.Members)
            .Where(static member => member.Summary is null)
            .Select(static member => member.Id);

        // Constructors that nobody wrote have none.
        Assert.DoesNotContain(without, static id => !id.EndsWith(".#ctor", StringComparison.Ordinal));
    }

    [Fact]
    public void The_libraries_are_the_projects_that_are_packed_as_such()
    {
        var projects = Directory.GetDirectories(Path.Combine(Repository.Root, "src"), "GoAbi.*").Select(Path.GetFileName).Where(static name => name != "GoAbi.Cli");

        Assert.Equal(projects.Order(StringComparer.Ordinal), ApiPackage.Names.Order(StringComparer.Ordinal));
    }
}
