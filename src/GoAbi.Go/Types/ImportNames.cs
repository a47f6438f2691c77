using System;

namespace GoAbi.Go;

/// <summary>Import paths as text, and the names they suggest.</summary>
internal static class ImportNames
{
    /// <summary>The path of an ImportSpec; "" where it can't be read. Escapes are as good as unheard of and are not read.</summary>
    public static string PathOf(GoNode spec)
    {
        var literal = spec.LastChild;
        var text = literal.Kind == GoSyntaxKind.BasicLiteral ? literal.Text : "";
        return text.Length > 2 && text[0] is '"' or '`' && text[text.Length - 1] == text[0] && text.IndexOf('\\') < 0
            ? text.Substring(1, text.Length - 2)
            : "";
    }

    /// <summary>
    /// The name that a package most probably has, from its path alone, as golang.org/x/tools/internal/imports
    /// (ImportPathToAssumedName) guesses it: last element, the one before a "/v2", without "go-" and without what no name
    /// can hold ("yaml.v3" is yaml).
    /// </summary>
    public static string Guess(string path)
    {
        var name = path.Substring(path.LastIndexOf('/') + 1);
        if (IsMajorVersion(name) && name.Length < path.Length)
        {
            var rest = path.Substring(0, path.Length - name.Length - 1);
            name = rest.Substring(rest.LastIndexOf('/') + 1);
        }

        if (name.StartsWith("go-", StringComparison.Ordinal))
        {
            name = name.Substring(3);
        }

        var end = 0;
        while (end < name.Length && (char.IsLetterOrDigit(name[end]) || name[end] == '_'))
        {
            end++;
        }

        return name.Substring(0, end);
    }

    /// <summary>Go spec, "Exported identifiers": the first character is an upper-case letter (Unicode class Lu).</summary>
    public static bool IsExported(string name) => name.Length > 0 && char.IsUpper(name, 0);

    private static bool IsMajorVersion(string element)
    {
        if (element.Length < 2 || element[0] != 'v')
        {
            return false;
        }

        for (var i = 1; i < element.Length; i++)
        {
            if (element[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}
