using System;
using System.Collections.Generic;
using System.Linq;
using GoAbi.Analysis;
using Xunit;

namespace GoAbi.Reporting.Tests;

public sealed class RulePageTests
{
    public static IEnumerable<object[]> Ids() => RuleEntry.All.Select(static entry => new object[] { entry.Id });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_that_is_listed_has_a_page(string id)
    {
        var page = RuleCatalog.Find(id) is { } rule ? RulePage.Render(rule.Descriptor) : DiagnosticPage.Find(id.ToLowerInvariant());
        Assert.StartsWith("# " + id, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GOABI4099")]
    public void What_is_not_listed_has_none(string id) => Assert.Null(DiagnosticPage.Find(id));
}
