using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>An .editorconfig: sections of keys, in the order of the file. What can't be read is passed over, as compilers do.</summary>
internal sealed class EditorConfigFile
{
    private const string RuleKey = "goabi_rule.";

    private readonly ImmutableArray<Section> sections;

    private EditorConfigFile(string directory, bool isRoot, ImmutableArray<Section> sections)
    {
        Directory = directory;
        IsRoot = isRoot;
        this.sections = sections;
    }

    /// <summary>The directory that section headers are relative to.</summary>
    public string Directory { get; }

    /// <summary>True where files of the directories above don't count.</summary>
    public bool IsRoot { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    public static EditorConfigFile Parse(SourceFile file)
    {
        var isRoot = false;
        var sections = ImmutableArray.CreateBuilder<Section>();
        Section? current = null;
        var isPreamble = true;
        foreach (var raw in file.Text.Text.AsSpan().EnumerateLines())
        {
            // A comment begins anywhere, as for compilers.
            var line = WithoutComment(raw.TrimStart('\uFEFF')).Trim(" \t");
            if (line.IsEmpty)
            {
                continue;
            }

            if (line[0] == '[' && line[^1] == ']')
            {
                isPreamble = false;
                current = EditorConfigGlob.TryParse(line[1..^1].ToString()) is { } glob ? new Section(glob) : null;
                if (current is not null)
                {
                    sections.Add(current);
                }

                continue;
            }

            var equals = line.IndexOfAny('=', ':');
            if (equals <= 0)
            {
                continue;
            }

            var key = line[..equals].Trim().ToString();
            var value = line[(equals + 1)..].Trim().ToString();
            if (isPreamble)
            {
                isRoot |= key.Equals("root", StringComparison.OrdinalIgnoreCase) && value.Equals("true", StringComparison.OrdinalIgnoreCase);
            }
            else if (key.StartsWith(RuleKey, StringComparison.OrdinalIgnoreCase))
            {
                current?.Keys.Add((key, value));
            }
        }

        return new EditorConfigFile(SourcePath.Directory(file.Path), isRoot, sections.ToImmutable());
    }

    /// <summary>Takes over what the sections say of a file; the later wins.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="keys">The keys so far.</param>
    public void AddTo(string path, IDictionary<string, string> keys)
    {
        if (!SourcePath.IsWithin(path, Directory))
        {
            return;
        }

        var relative = "/" + SourcePath.Relative(path, Directory);
        foreach (var section in sections)
        {
            if (section.Keys.Count > 0 && section.Glob.IsMatch(relative))
            {
                foreach (var (key, value) in section.Keys)
                {
                    keys[key] = value;
                }
            }
        }
    }

    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> line)
    {
        var comment = -1;
        for (var i = 0; i < line.Length && comment < 0; i++)
        {
            comment = line[i] is '#' or ';' && (i == 0 || line[i - 1] != '\\') ? i : -1;
        }

        return comment < 0 ? line : line[..comment];
    }

    private sealed record Section(EditorConfigGlob Glob)
    {
        public List<(string Key, string Value)> Keys { get; } = [];
    }
}
