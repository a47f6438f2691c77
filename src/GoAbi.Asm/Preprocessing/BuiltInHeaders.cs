using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Headers that can be included where there is no GOROOT. Immutable.</summary>
internal static partial class BuiltInHeaders
{
    private static readonly string[] Headers = ["textflag.h", "funcdata.h", "asm_amd64.h", "asm_ppc64x.h", "asm_riscv64.h"];
    private static readonly Dictionary<string, SourceFile> Files = CreateFiles(Headers);

    /// <summary>The go_asm.h that the go command gives when it looks for definitions and references.</summary>
    public static SourceFile Empty { get; } = new("<built-in>/go_asm.h", SourceText.FromString(""));

    public static SourceFile? Find(string name) => Files.TryGetValue(name, out var file) ? file : null;

    /// <summary>The header that defines a macro; null where none does.</summary>
    public static string? FindByMacro(string name)
    {
        foreach (var header in Headers)
        {
            var text = TextOf(header) ?? "";
            var line = "#define " + name;
            for (var at = text.IndexOf(line, System.StringComparison.Ordinal); at >= 0; at = text.IndexOf(line, at + 1, System.StringComparison.Ordinal))
            {
                if (at + line.Length < text.Length && text[at + line.Length] is ' ' or '\t' or '\n' or '(')
                {
                    return header;
                }
            }
        }

        return null;
    }

    private static Dictionary<string, SourceFile> CreateFiles(string[] names)
    {
        var files = new Dictionary<string, SourceFile>(System.StringComparer.Ordinal);
        foreach (var name in names)
        {
            files.Add(name, new SourceFile("<built-in>/" + name, SourceText.FromString(TextOf(name) ?? "")));
        }

        return files;
    }
}
