using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using GoAbi.Source;

namespace GoAbi.Asm.Tests.Lint;

/// <summary>The pages of docs/rules about assembly, with the examples in them.</summary>
internal static partial class DiagnosticPages
{
    /// <summary>The repository's folder of pages, found from where the tests run.</summary>
    public static string Folder { get; } = Find();

    /// <summary>The page of an id.</summary>
    public static string Read(string id) => File.ReadAllText(Path.Combine(Folder, id + ".md")).ReplaceLineEndings("\n");

    /// <summary>The first example of a page: its text and the architecture it is for.</summary>
    public static (string Text, string Goarch) Example(string id)
    {
        var match = Fence().Match(Read(id));
        return (match.Groups[2].Value, match.Groups[1].Length == 0 ? "amd64" : match.Groups[1].Value);
    }

    /// <summary>Ids that have a page, in order.</summary>
    public static IEnumerable<string> Ids() =>
        Directory.EnumerateFiles(Folder, "GOABI40*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!;

    /// <summary>A header that a page speaks of: it can't show that its newline is missing.</summary>
    public static (string Path, string Text) Header => ("/m/size.h", "#define SIZE 16");

    private static string Find()
    {
        var directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "Sdk.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return Path.Combine(directory ?? throw new InvalidOperationException("The tests do not run inside the repository."), "docs", "rules");
    }

    [GeneratedRegex("```asm *([a-z0-9]*)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
