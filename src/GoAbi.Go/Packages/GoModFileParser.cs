using System;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>
/// Reads go.mod and go.work (golang.org/x/mod/modfile): lines of words, a verb first, "verb (" opens a block of lines
/// that share it. Reads every line it can; linear in the file's length.
/// </summary>
internal sealed class GoModFileParser(SourceFile file)
{
    // What a file full of nonsense may add to a report.
    private const int MaxDiagnostics = 20;

    private readonly ImmutableArray<GoRequirement>.Builder requires = ImmutableArray.CreateBuilder<GoRequirement>();
    private readonly ImmutableArray<GoReplacement>.Builder replaces = ImmutableArray.CreateBuilder<GoReplacement>();
    private readonly ImmutableArray<string>.Builder uses = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder ignores = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<SourceDiagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<SourceDiagnostic>();
    private string? module;
    private GoVersion? goVersion;
    private string? toolchain;

    public GoModFile Parse()
    {
        var lines = new GoModLineReader(file.Text);
        string? block = null;
        while (lines.Next())
        {
            var words = lines.Words;
            if (lines.Error is { } error)
            {
                Report(lines.Span, error);
            }

            if (words.Count == 0)
            {
                continue;
            }

            if (block is not null && words.Count == 1 && words[0] == ")")
            {
                block = null;
            }
            else if (block is not null)
            {
                Read(block, lines, 0);
            }
            else if (words.Count == 2 && words[1] == "(")
            {
                block = words[0];
            }
            else
            {
                Read(words[0], lines, 1);
            }
        }

        if (block is not null)
        {
            Report(lines.Span, "The block " + block + " ( is not closed");
        }

        return new GoModFile(file)
        {
            ModulePath = module,
            GoVersion = goVersion,
            Toolchain = toolchain,
            Requires = requires.ToImmutable(),
            Replaces = replaces.ToImmutable(),
            Uses = uses.ToImmutable(),
            Ignores = ignores.ToImmutable(),
            Diagnostics = diagnostics.ToImmutable(),
        };
    }

    private void Read(string verb, GoModLineReader line, int first)
    {
        var count = line.Words.Count - first;
        switch (verb)
        {
            case "module" when count == 1:
                module ??= line.Words[first];
                break;
            case "go" when count == 1 && GoVersion.TryParse(line.Words[first], out var version):
                goVersion = version;
                break;
            case "toolchain" when count == 1:
                toolchain = line.Words[first];
                break;
            case "require" when count == 2:
                requires.Add(new GoRequirement(new GoModuleVersion(line.Words[first], line.Words[first + 1]), line.IsIndirect, line.Span));
                break;
            case "replace":
                ReadReplace(line, first);
                break;
            case "use" when count == 1:
                uses.Add(line.Words[first]);
                break;
            case "ignore" when count == 1:
                ignores.Add(line.Words[first]);
                break;

            // Nothing that decides where a package is.
            case "exclude" or "retract" or "tool" or "godebug":
                break;
            case "module" or "go" or "toolchain" or "require" or "use" or "ignore":
                Report(line.Span, "This " + verb + " line can't be read");
                break;
            default:
                Report(line.Span, "Unknown directive " + Shorten(verb));
                break;
        }
    }

    private void ReadReplace(GoModLineReader line, int first)
    {
        var words = line.Words;
        var arrow = -1;
        for (var i = first; i < words.Count && arrow < 0; i++)
        {
            arrow = words[i] == "=>" ? i : -1;
        }

        var before = arrow - first;
        var after = words.Count - arrow - 1;
        if (arrow < 0 || before is not (1 or 2) || after is not (1 or 2))
        {
            Report(line.Span, "This replace line can't be read");
            return;
        }

        var old = new GoModuleVersion(words[first], before == 2 ? words[first + 1] : "");
        var replacement = new GoModuleVersion(words[arrow + 1], after == 2 ? words[arrow + 2] : "");
        replaces.Add(new GoReplacement(old, replacement, line.Span));
    }

    private void Report(TextSpan span, string message)
    {
        if (diagnostics.Count < MaxDiagnostics)
        {
            diagnostics.Add(new SourceDiagnostic(
                DiagnosticIds.ModuleFile, Severity.Warning, message + ".", new SourceLocation(file, span)));
        }
    }

    private static string Shorten(string word) => "'" + (word.Length <= 40 ? word : word.Substring(0, 40) + "...") + "'";
}
