using System;
using System.Text;

namespace GoAbi.ApiReference;

/// <summary>What a library shows, as text.</summary>
public static class ApiPage
{
    /// <summary>A page of the reference, in Markdown.</summary>
    public static string Render(ApiPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        var page = new StringBuilder("# ").Append(package.Name).Append('\n');
        foreach (var type in package.Types)
        {
            page.Append("\n## ").Append(type.FullName).Append("\n\n```csharp\n").Append(type.Itself.Declaration).Append("\n```\n");
            if (type.Itself.Summary is { Length: > 0 })
            {
                page.Append('\n').Append(type.Itself.Summary).Append('\n');
            }

            if (!type.Members.IsEmpty)
            {
                page.Append('\n');
            }

            foreach (var member in type.Members)
            {
                page.Append("- `").Append(member.Declaration).Append('`').Append(member.Summary is { Length: > 0 } ? ": " + member.Summary : "").Append('\n');
            }
        }

        return page.ToString();
    }

    /// <summary>The declarations alone, a line each: what must not change by accident.</summary>
    public static string List(ApiPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        var text = new StringBuilder();
        foreach (var type in package.Types)
        {
            text.Append(type.FullName).Append(": ").Append(type.Itself.Declaration).Append('\n');
            foreach (var member in type.Members)
            {
                text.Append("    ").Append(member.Declaration).Append('\n');
            }
        }

        return text.ToString();
    }
}
