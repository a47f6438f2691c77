using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Text;
using GoAbi.Analysis;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>
/// Edits as a unified diff that <c>git apply</c> and <c>patch -p1</c> take. Lines are bytes: CR LF, invalid UTF-8 and a
/// missing last line feed arrive as they are.
/// </summary>
public static class UnifiedDiffReport
{
    private const int Context = 3;

    // One char a byte: every byte comes out as it went in.
    private static readonly Encoding Bytes = Encoding.Latin1;

    /// <summary>Writes the diff; nothing where no file differs.</summary>
    /// <param name="root">The directory that paths are shown relative to.</param>
    /// <param name="files">The files before and after.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="ArgumentException">A file's edits can't be made together.</exception>
    public static void Write(string root, ImmutableArray<EditedFile> files, Stream output)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var file in files)
        {
            if (file.Failure is not null)
            {
                throw new ArgumentException(file.Path + " " + file.Failure, nameof(files));
            }

            output.Write(Bytes.GetBytes(Render(root, file)));
        }
    }

    private static string Render(string root, EditedFile file)
    {
        var before = Lines(file.Original?.Text);
        var after = Lines(file.NewText);
        var blocks = LineBlocks.Compare(before, after);
        if (blocks.Count == 0 && file.Original is not null)
        {
            return "";
        }

        var path = SourcePath.Relative(file.Path, root);
        var diff = new StringBuilder();
        diff.Append("diff --git ").Append(Quote("a/" + path)).Append(' ').Append(Quote("b/" + path)).Append('\n');
        if (file.Original is null)
        {
            diff.Append("new file mode 100644\n");
        }

        if (blocks.Count > 0)
        {
            diff.Append("--- ").Append(file.Original is null ? "/dev/null" : Name("a/" + path)).Append('\n');
            diff.Append("+++ ").Append(Name("b/" + path)).Append('\n');
        }

        for (var i = 0; i < blocks.Count;)
        {
            var next = i + 1;
            while (next < blocks.Count && blocks[next].OldStart - (blocks[next - 1].OldStart + blocks[next - 1].OldCount) <= 2 * Context)
            {
                next++;
            }

            AppendHunk(diff, before, after, blocks.GetRange(i, next - i));
            i = next;
        }

        return diff.ToString();
    }

    private static void AppendHunk(StringBuilder diff, string[] before, string[] after, List<LineBlock> blocks)
    {
        var lead = Math.Min(Context, blocks[0].OldStart);
        var oldStart = blocks[0].OldStart - lead;
        var newStart = blocks[0].NewStart - lead;
        var oldEnd = Math.Min(before.Length, blocks[^1].OldStart + blocks[^1].OldCount + Context);
        var newEnd = blocks[^1].NewStart + blocks[^1].NewCount + (oldEnd - blocks[^1].OldStart - blocks[^1].OldCount);
        diff.Append("@@ -").Append(Range(oldStart, oldEnd - oldStart)).Append(" +").Append(Range(newStart, newEnd - newStart)).Append(" @@\n");
        var at = oldStart;
        foreach (var block in blocks)
        {
            AppendLines(diff, ' ', before, at, block.OldStart);
            AppendLines(diff, '-', before, block.OldStart, block.OldStart + block.OldCount);
            AppendLines(diff, '+', after, block.NewStart, block.NewStart + block.NewCount);
            at = block.OldStart + block.OldCount;
        }

        AppendLines(diff, ' ', before, at, oldEnd);
    }

    private static void AppendLines(StringBuilder diff, char mark, string[] lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            diff.Append(mark).Append(lines[i]);
            if (!lines[i].EndsWith('\n'))
            {
                diff.Append("\n\\ No newline at end of file\n");
            }
        }
    }

    // Line numbers count from 1; an empty range names the line before it.
    private static string Range(int start, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");

    private static string[] Lines(SourceText? text)
    {
        var lines = new List<string>();
        var rest = text is null ? [] : text.Bytes.Span;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var length = end < 0 ? rest.Length : end + 1;
            lines.Add(Bytes.GetString(rest[..length]));
            rest = rest[length..];
        }

        return [.. lines];
    }

    // git reads a name up to a tab, so that one with blanks needs one.
    private static string Name(string path)
    {
        var quoted = Quote(path);
        return quoted.Contains(' ', StringComparison.Ordinal) && quoted[0] != '"' ? quoted + "\t" : quoted;
    }

    // quote.c of git: names with control characters, quotes or backslashes stand in C-style quotes.
    private static string Quote(string path)
    {
        var bytes = Bytes.GetString(Encoding.UTF8.GetBytes(path));
        if (bytes.AsSpan().IndexOfAnyInRange('\0', '\x1F') < 0 && bytes.AsSpan().IndexOfAny('"', '\\', '\x7F') < 0)
        {
            return bytes;
        }

        var quoted = new StringBuilder("\"");
        foreach (var c in bytes)
        {
            if (c is '"' or '\\')
            {
                quoted.Append('\\').Append(c);
            }
            else if (c is < ' ' or '\x7F')
            {
                quoted.Append('\\').Append(Convert.ToString(c, 8).PadLeft(3, '0'));
            }
            else
            {
                quoted.Append(c);
            }
        }

        return quoted.Append('"').ToString();
    }
}
