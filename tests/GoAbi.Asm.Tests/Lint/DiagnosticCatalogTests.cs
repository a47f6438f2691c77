using System;
using System.Linq;
using System.Reflection;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Asm.Tests.Lint;

/// <summary>Holds ids, descriptors, pages and what the front end reports together.</summary>
public sealed class DiagnosticCatalogTests
{
    public static TheoryData<string> Ids() => [.. AsmDiagnosticCatalog.All.Select(d => d.Id)];

    [Fact]
    public void Every_id_of_assembly_has_a_descriptor_of_its_name()
    {
        var ids = typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (Id: (string)f.GetRawConstantValue()!, f.Name))
            .Where(f => f.Id.StartsWith("GOABI40", StringComparison.Ordinal) && f.Id != DiagnosticIds.ListingLine)
            .OrderBy(f => f.Id, StringComparer.Ordinal);
        Assert.Equal(ids, AsmDiagnosticCatalog.All.Select(d => (d.Id, d.Name)));
    }

    [Fact]
    public void Every_descriptor_has_a_page_and_every_page_a_descriptor() =>
        Assert.Equal(DiagnosticPages.Ids(), AsmDiagnosticCatalog.All.Select(d => d.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_begins_with_what_the_descriptor_says_and_has_all_parts(string id)
    {
        var descriptor = AsmDiagnosticCatalog.Find(id.ToLowerInvariant())!;
        var severity = descriptor.DefaultSeverity == Severity.Error ? "error" : "warning";
        var page = DiagnosticPages.Read(id);
        Assert.StartsWith($"# {id}: {descriptor.Title}\n\n`{descriptor.Name}`, {severity} by default\n\n", page, StringComparison.Ordinal);
        var parts = page.Split("\n## ");
        Assert.Equal(["Example", "What to do", "What the assembler does"], parts.Skip(1).Select(part => part[..part.IndexOf('\n', StringComparison.Ordinal)]));
        Assert.All(parts, part => Assert.True(part.Length > 20, part));
        Assert.EndsWith(".", descriptor.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_example_of_a_page_is_what_the_page_is_about(string id)
    {
        var (text, goarch) = DiagnosticPages.Example(id);
        var found = TestPrograms.Assemble(text, goarch, DiagnosticPages.Header).Diagnostics.Where(d => d.Id is not DiagnosticIds.CodeBeforeText || id == d.Id).ToList();
        Assert.All(found, d => Assert.Equal(id, d.Id));
        Assert.NotEmpty(found);
        Assert.All(found, d => Assert.Equal(AsmDiagnosticCatalog.Find(id)!.DefaultSeverity, d.Severity));
    }
}
