using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>For which architectures a tree has assembly: what is analysed where no target is given.</summary>
public static class GoArchitectures
{
    // Headers of the toolchain, which define no functions.
    private static readonly ImmutableArray<string> PlainHeaders =
        ImmutableArray.Create("textflag.h", "funcdata.h", "go_asm.h", "go_tls.h", "asm_ppc64x.h", "asm_riscv64.h", "asm_amd64.h");

    /// <summary>
    /// The GOARCH values, sorted, for which some .s file that is not empty of code is selected. A file that every
    /// architecture selects counts for those it asks for with GOARCH_x; if it asks for none and there is no other
    /// assembly, for amd64.
    /// </summary>
    /// <param name="cache">The files.</param>
    /// <param name="directories">Package directories.</param>
    /// <param name="target">Version, GOOS and tags; its GOARCH does not matter.</param>
    /// <param name="ct">Stops the work.</param>
    public static ImmutableArray<string> Find(GoFileCache cache, IEnumerable<string> directories, Target target, CancellationToken ct)
    {
        var selectors = new List<(string Goarch, GoFileSelector Selector)>();
        foreach (var goarch in GoPlatforms.AssemblerArchitectures)
        {
            selectors.Add((goarch, new GoFileSelector(target with { Goarch = goarch, Feature = "" })));
        }

        var found = new SortedSet<string>(StringComparer.Ordinal);
        var hasPortable = false;
        foreach (var directory in directories)
        {
            ct.ThrowIfCancellationRequested();
            foreach (var entry in cache.Files.List(directory))
            {
                if (!entry.IsDirectory && entry.Name.EndsWith(".s", StringComparison.Ordinal))
                {
                    hasPortable |= AddFile(cache, SourcePath.Combine(directory, entry.Name), selectors, found);
                }
            }
        }

        if (found.Count == 0 && hasPortable)
        {
            found.Add("amd64");
        }

        return found.ToImmutableArray();
    }

    // True for a file with code that nothing ties to an architecture.
    private static bool AddFile(
        GoFileCache cache, string path, List<(string Goarch, GoFileSelector Selector)> selectors, SortedSet<string> found)
    {
        if (cache.Read(path).File is not { } file || !HasCode(file.Text.Text))
        {
            return false;
        }

        var name = SourcePath.FileName(path);
        var selecting = new List<string>();
        foreach (var (goarch, selector) in selectors)
        {
            if (selector.MatchName(name, out _) == GoFileSelection.Selected
                && selector.MatchConstraints(file, cache.Constraints(path), out _, out _) == GoFileSelection.Selected)
            {
                selecting.Add(goarch);
            }
        }

        if (selecting.Count < selectors.Count)
        {
            found.UnionWith(selecting);
            return false;
        }

        var isTied = false;
        foreach (var goarch in selecting)
        {
            if (HasWord(file.Text.Text, "GOARCH_" + goarch))
            {
                found.Add(goarch);
                isTied = true;
            }
        }

        return !isTied;
    }

    // Many packages have an empty .s file only so that the compiler accepts functions without a body.
    private static bool HasCode(string text)
    {
        if (HasWord(text, "TEXT") || HasWord(text, "GLOBL"))
        {
            return true;
        }

        for (var at = text.IndexOf("#include", StringComparison.Ordinal); at >= 0; at = text.IndexOf("#include", at + 1, StringComparison.Ordinal))
        {
            var open = text.IndexOf('"', at);
            var close = open < 0 ? -1 : text.IndexOf('"', open + 1);
            if (close < 0 || !PlainHeaders.Contains(text.Substring(open + 1, close - open - 1)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !IsWordPart(text[at - 1])) && (end == text.Length || !IsWordPart(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
