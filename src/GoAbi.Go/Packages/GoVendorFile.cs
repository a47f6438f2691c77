using System;
using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>A vendor/modules.txt: which module each vendored package comes from (cmd/go/internal/modload: readVendorList).</summary>
internal sealed class GoVendorFile
{
    private static readonly char[] Blanks = { ' ', '\t' };

    private readonly Dictionary<string, string> moduleOfPackage = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> versions = new(StringComparer.Ordinal);
    private readonly Dictionary<GoModuleVersion, string> replacements = new();
    private readonly HashSet<GoModuleVersion> explicitModules = new();

    private GoVendorFile(SourceFile source) => Source = source;

    public SourceFile Source { get; }

    /// <summary>The module that a vendored package comes from; null for a package that the file does not list.</summary>
    public string? ModuleOf(string importPath) => moduleOfPackage.TryGetValue(importPath, out var module) ? module : null;

    /// <summary>Reads the file. Lines that mean nothing are passed over, as the go command does.</summary>
    public static GoVendorFile Parse(SourceFile file)
    {
        var vendor = new GoVendorFile(file);
        var module = default(GoModuleVersion);
        foreach (var raw in file.Text.Text.Split('\n'))
        {
            var line = raw.TrimEnd('\r');
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                module = vendor.ReadModule(line);
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                foreach (var annotation in line.Substring(3).Split(';'))
                {
                    if (annotation.Trim() == "explicit" && module.Path is not null)
                    {
                        vendor.explicitModules.Add(module);
                    }
                }
            }
            else if (line.Length > 0 && line[0] != '#' && module.Path is not null && line.IndexOf(' ') < 0)
            {
                vendor.moduleOfPackage[line] = module.Path;
            }
        }

        return vendor;
    }

    /// <summary>Why the file does not go with a module's requirements and replacements; null where it does.</summary>
    public string? FindInconsistency(GoModFile mod)
    {
        foreach (var require in mod.Requires)
        {
            if (!explicitModules.Contains(require.Module))
            {
                return require.Module + " is required in go.mod, but not marked as explicit in vendor/modules.txt";
            }
        }

        foreach (var replace in mod.Replaces)
        {
            // A wildcard replacement of a module that is not needed may be missing.
            var isListed = replacements.TryGetValue(replace.Old, out var by)
                || (versions.TryGetValue(replace.Old.Path, out var version)
                    && replacements.TryGetValue(new GoModuleVersion(replace.Old.Path, version), out by));
            if (isListed ? by != replace.New.ToString() : replace.Old.Version.Length > 0 && explicitModules.Contains(replace.Old))
            {
                return replace.Old + " is replaced in go.mod, but not so in vendor/modules.txt";
            }
        }

        return null;
    }

    // "# path version", "# path version => path version", "# path => directory".
    private GoModuleVersion ReadModule(string line)
    {
        var words = line.Substring(2).Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var arrow = Array.IndexOf(words, "=>");
        var left = arrow < 0 ? words.Length : arrow;
        if (left is not (1 or 2))
        {
            return default;
        }

        var module = new GoModuleVersion(words[0], left == 2 ? words[1] : "");
        if (left == 2)
        {
            versions[module.Path] = module.Version;
        }

        if (arrow >= 0 && words.Length > arrow + 1)
        {
            replacements[module] = new GoModuleVersion(words[arrow + 1], words.Length > arrow + 2 ? words[arrow + 2] : "").ToString();
        }

        return module;
    }
}
