using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Analysis;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>
/// Severities that <c>.editorconfig</c> files set by path: <c>goabi_rule.GOABI1001.severity = warning</c>. The files of a directory and of those above it count, up to one that says
/// <c>root = true</c>; what stands nearer to the source wins.
/// </summary>
public sealed class EditorConfigSeverities
{
    private const string Name = ".editorconfig";

    // A tree of directories deeper than this is none that a file system has.
    private const int MaxFiles = 256;

    private readonly ISourceFiles files;
    private readonly Dictionary<string, ImmutableArray<EditorConfigFile>> byDirectory = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> byFile = new(StringComparer.Ordinal);

    /// <summary>Severities of the files of a tree.</summary>
    /// <param name="files">Where <c>.editorconfig</c> files are read.</param>
    public EditorConfigSeverities(ISourceFiles files) => this.files = files ?? throw new ArgumentNullException(nameof(files));

    /// <summary>The findings with the severities that their files have, without those that are set to <c>none</c>.</summary>
    /// <param name="analysis">An analysis.</param>
    public AbiAnalysis Apply(AbiAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var changed = ImmutableArray.CreateBuilder<Finding>(analysis.Findings.Length);
        foreach (var finding in analysis.Findings)
        {
            var configured = SeverityOf(finding.RuleId, finding.Location.File.Path);
            if (configured.IsReported)
            {
                changed.Add(configured.Severity is { } severity && severity != finding.Severity ? finding with { Severity = severity } : finding);
            }
        }

        return analysis.WithFindings(changed.ToImmutable());
    }

    /// <summary>What is configured for a rule in a file.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <param name="path">The file's path, absolute.</param>
    public ConfiguredSeverity SeverityOf(string ruleId, string path)
    {
        ArgumentNullException.ThrowIfNull(ruleId);
        return ValueOf(ConfiguredSeverity.KeyOf(ruleId), path) is { } value && ConfiguredSeverity.TryParse(value, out var severity) ? severity : ConfiguredSeverity.Default;
    }

    /// <summary>The value of a <c>goabi_rule</c> key for a file, as it is written; null where none is set.</summary>
    /// <param name="key">The key, in any case.</param>
    /// <param name="path">The file's path, absolute.</param>
    public string? ValueOf(string key, string path)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(path);
        return KeysOf(path).TryGetValue(key, out var value) ? value : null;
    }

    private Dictionary<string, string> KeysOf(string path)
    {
        if (byFile.TryGetValue(path, out var known))
        {
            return known;
        }

        var keys = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in FilesFor(SourcePath.Directory(path)))
        {
            file.AddTo(path, keys);
        }

        return byFile[path] = keys;
    }

    // Outermost first.
    private ImmutableArray<EditorConfigFile> FilesFor(string directory)
    {
        if (byDirectory.TryGetValue(directory, out var known))
        {
            return known;
        }

        var own = files.Read(SourcePath.Combine(directory, Name)).File is { } file ? EditorConfigFile.Parse(file) : null;
        var parent = SourcePath.Directory(directory);
        var above = own is { IsRoot: true } || parent == directory || parent.Length == 0 ? [] : FilesFor(parent);
        var all = own is null || above.Length == MaxFiles ? above : above.Add(own);
        return byDirectory[directory] = all;
    }
}
