using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Makes text edits of planned stub fixes: the stubs' own text, the calls in place of address reads, and what that leaves unused.</summary>
internal static class StubEdits
{
    public static List<FileEdit> Compose(IReadOnlyList<StubFix> fixes)
    {
        var edits = new List<FileEdit>();
        var insertions = new Dictionary<(string Path, int Position), List<StubInsertion>>();
        var seenStubs = new HashSet<string>(StringComparer.Ordinal);
        var rewrites = new Dictionary<string, GoFileRewrite>(StringComparer.Ordinal);
        foreach (var fix in fixes)
        {
            if (seenStubs.Add(fix.Stub.Symbol))
            {
                foreach (var insertion in fix.Stub.Insertions)
                {
                    var key = (insertion.Path, insertion.Position);
                    if (!insertions.TryGetValue(key, out var list))
                    {
                        insertions[key] = list = [];
                    }

                    list.Add(insertion);
                }
            }

            foreach (var use in fix.Uses)
            {
                foreach (var read in use.Reads)
                {
                    var path = read.Tree.File.Path;
                    if (!rewrites.TryGetValue(path, out var rewrite))
                    {
                        rewrites[path] = rewrite = new GoFileRewrite(use.Unit, read.Tree);
                    }

                    if (use.Use.Unparenthesized().Kind == GoSyntaxKind.Identifier && use.Function.Package != use.Unit.Package.ImportPath)
                    {
                        // The stub comes by the same dot import.
                        rewrite.Need(use.Function.Package);
                    }

                    rewrite.Replace(read, CallOf(fix.Stub, use, read), NeedsUnsafe(use, read));
                }
            }
        }

        foreach (var group in insertions)
        {
            edits.Add(Insert(group.Value));
            foreach (var insertion in group.Value)
            {
                if (insertion.Tree is { } tree && !insertion.ImportsNeeded.IsEmpty)
                {
                    if (!rewrites.TryGetValue(insertion.Path, out var rewrite))
                    {
                        rewrites[insertion.Path] = rewrite = new GoFileRewrite(null, tree);
                    }

                    foreach (var import in insertion.ImportsNeeded)
                    {
                        rewrite.Need(import);
                    }
                }
            }
        }

        foreach (var rewrite in rewrites.Values)
        {
            rewrite.AddEdits(edits);
        }

        return edits;
    }

    public static ImmutableArray<FileEdit> Sort(List<FileEdit> edits)
    {
        var distinct = new List<FileEdit>(new HashSet<FileEdit>(edits));
        distinct.Sort(static (a, b) =>
        {
            var order = string.CompareOrdinal(a.Path, b.Path);
            order = order != 0 ? order : a.Edit.Span.CompareTo(b.Edit.Span);
            return order != 0 ? order : string.CompareOrdinal(a.Edit.NewText, b.Edit.NewText);
        });
        return distinct.ToImmutableArray();
    }

    // pkg.AddrOfF() where the use is qualified; converted where the expression was no uintptr.
    private static string CallOf(AddressStub stub, AddressStubUse use, GoNode read)
    {
        var name = use.Use.Unparenthesized();
        var qualifier = name.Kind == GoSyntaxKind.Selector ? name[0].Text + "." : "";
        var call = qualifier + stub.Name + "()";
        var type = TypeOf(use.Unit, read);
        return type == "uintptr" ? call
            : type[0] == '*' ? "(" + type + ")(unsafe.Pointer(" + call + "))"
            : type + "(" + call + ")";
    }

    private static bool NeedsUnsafe(AddressStubUse use, GoNode read) =>
        TypeOf(use.Unit, read) is var type && (type[0] == '*' || type.EndsWith(".Pointer", StringComparison.Ordinal));

    // reflect's Pointer gives a uintptr, UnsafePointer an unsafe.Pointer; a chain of dereferences gives what its conversion says.
    private static string TypeOf(AnalysisUnit unit, GoNode read)
    {
        if (read.Kind == GoSyntaxKind.Call)
        {
            return read[0].Unparenthesized()[1].Text == "UnsafePointer" ? "unsafe.Pointer" : "uintptr";
        }

        var stars = 0;
        var node = read;
        while (node.Kind is GoSyntaxKind.Star or GoSyntaxKind.Paren)
        {
            stars += node.Kind == GoSyntaxKind.Star ? 1 : 0;
            node = node[0];
        }

        if (node.Kind != GoSyntaxKind.Call || unit.Binding.ClassifyCall(node).Kind != GoCallTargetKind.Conversion)
        {
            return "uintptr";
        }

        var type = node[0].Unparenthesized();
        for (; stars > 0 && type.Kind == GoSyntaxKind.Star; stars--)
        {
            type = type[0].Unparenthesized();
        }

        return stars == 0 ? type.Text : "uintptr";
    }

    private static FileEdit Insert(List<StubInsertion> insertions)
    {
        var first = insertions[0];
        insertions.Sort(static (a, b) => string.CompareOrdinal(a.Text, b.Text));
        var text = new StringBuilder(first.Header);
        var needsBlankLine = first.File is not null || first.Header.Length > 0;
        if (first.File is { } file && first.Position > 0 && file.Text.Text[first.Position - 1] != '\n')
        {
            text.Append('\n');
        }

        foreach (var insertion in insertions)
        {
            if (needsBlankLine)
            {
                text.Append('\n');
            }

            text.Append(insertion.Text);
            needsBlankLine = true;
        }

        if (first.File is { } before && before.Text.Lines.LineOf(first.Position) is var line
            && first.Position < before.Text.Length && !before.Text.Slice(before.Text.LineSpan(line)).Trim().IsEmpty)
        {
            text.Append('\n');
        }

        return new FileEdit(first.Path, first.File, new TextEdit(new TextSpan(first.Position, 0), WithLineEndings(text.ToString(), first.File)));
    }

    /// <summary>The text with the line endings that the file's first line has.</summary>
    public static string WithLineEndings(string text, SourceFile? file)
    {
        if (file is null)
        {
            return text;
        }

        var end = file.Text.Text.IndexOf('\n');
        return end > 0 && file.Text.Text[end - 1] == '\r' ? text.Replace("\n", "\r\n") : text;
    }
}
