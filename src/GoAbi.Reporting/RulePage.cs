using System;
using System.Text;
using GoAbi.Analysis;

namespace GoAbi.Reporting;

/// <summary>A rule's page, in Markdown that also reads well in a terminal: what <c>goabi explain</c> prints.</summary>
public static class RulePage
{
    /// <summary>Where the project lives.</summary>
    public const string ProjectAddress = "https://github.com/goabi/goabi";

    /// <summary>Where the page of an id is to be read.</summary>
    /// <param name="id">GOABInnnn.</param>
    public static string AddressOf(string id) => ProjectAddress + "/blob/main/docs/rules/" + id + ".md";

    /// <summary>The page of a rule; parts that the rule leaves empty are left out.</summary>
    public static string Render(RuleDescriptor rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var page = new StringBuilder();
        page.Append("# ").Append(rule.Id).Append(": ").Append(rule.Title).Append("\n\n");
        page.Append('`').Append(rule.Name).Append("`, ").Append(ReportNames.Of(rule.DefaultSeverity)).Append(" by default\n");
        AppendSection(page, null, rule.Explanation);
        AppendSection(page, "Example", rule.BadExample);
        AppendSection(page, "Use instead", rule.GoodExample);
        AppendSection(page, "Fix", rule.FixSafety);
        if (!rule.References.IsEmpty)
        {
            AppendSection(page, "References", "- " + string.Join("\n- ", rule.References));
        }

        return page.ToString();
    }

    private static void AppendSection(StringBuilder page, string? heading, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        page.Append('\n');
        if (heading is not null)
        {
            page.Append("## ").Append(heading).Append("\n\n");
        }

        page.Append(text.ReplaceLineEndings("\n").Trim('\n')).Append('\n');
    }
}
