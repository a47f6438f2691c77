using System;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>The fix that says NO_LOCAL_POINTERS at a TEXT's begin, and includes the header that defines it.</summary>
internal static class StackMapFix
{
    /// <summary>The fix; empty where a macro or an included file yields the TEXT.</summary>
    public static ImmutableArray<Fix> Of(AssemblyBody body)
    {
        var text = body.Text;
        if (text.IsFromMacro || text.Origin.IsFromMacro || text.Origin.IsFromInclude || text.Origin.Spelling.File is not { } file)
        {
            return ImmutableArray<Fix>.Empty;
        }

        var content = file.Text.Text;
        var end = content.IndexOf('\n', text.Operands[text.Operands.Length - 1].Origin.Spelling.Span.Start);
        if (end < 0)
        {
            return ImmutableArray<Fix>.Empty;
        }

        var newLine = end > 0 && content[end - 1] == '\r' ? "\r\n" : "\n";
        var edits = ImmutableArray.CreateBuilder<FileEdit>();
        if (!Includes(body, "funcdata.h"))
        {
            if (EndOfIncludes(content) is not { } place || place > text.Origin.Spelling.Span.Start)
            {
                return ImmutableArray<Fix>.Empty;
            }

            edits.Add(new FileEdit(file.Path, file, new TextEdit(new TextSpan(place, 0), "#include \"funcdata.h\"" + newLine)));
        }

        edits.Add(new FileEdit(file.Path, file, new TextEdit(new TextSpan(end + 1, 0), "\tNO_LOCAL_POINTERS" + newLine)));
        return ImmutableArray.Create(
            Fix.OfEdits("no-local-pointers", FixSafety.Unsafe, "Say NO_LOCAL_POINTERS: the frame holds no pointers while it calls", edits.ToImmutable()) with
            {
                Group = "no-local-pointers:" + file.Path + ":" + body.Symbol,
            });
    }

    private static bool Includes(AssemblyBody body, string name)
    {
        foreach (var file in body.Program.Files)
        {
            if (SourcePath.FileName(file.Path) == name)
            {
                return true;
            }
        }

        return false;
    }

    // Behind the line of the first #include.
    private static int? EndOfIncludes(string content)
    {
        var at = content.StartsWith("#include", StringComparison.Ordinal) ? 0 : content.IndexOf("\n#include", StringComparison.Ordinal);
        var end = at < 0 ? -1 : content.IndexOf('\n', at + 1);
        return end < 0 ? null : end + 1;
    }
}
