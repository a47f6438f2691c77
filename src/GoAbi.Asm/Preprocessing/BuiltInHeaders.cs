using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Headers that can be included where there is no GOROOT. Immutable.</summary>
internal static partial class BuiltInHeaders
{
    private static readonly Dictionary<string, SourceFile> Files = CreateFiles("textflag.h", "funcdata.h", "asm_amd64.h", "asm_ppc64x.h", "asm_riscv64.h");

    /// <summary>The go_asm.h that the go command gives when it looks for definitions and references.</summary>
    public static SourceFile Empty { get; } = new("<built-in>/go_asm.h", SourceText.FromString(""));

    public static SourceFile? Find(string name) => Files.TryGetValue(name, out var file) ? file : null;

    private static Dictionary<string, SourceFile> CreateFiles(params string[] names)
    {
        var files = new Dictionary<string, SourceFile>(System.StringComparer.Ordinal);
        foreach (var name in names)
        {
            files.Add(name, new SourceFile("<built-in>/" + name, SourceText.FromString(TextOf(name) ?? "")));
        }

        return files;
    }
}
