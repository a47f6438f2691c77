using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Source;

namespace GoAbi.Generator;

/// <summary>Names for everything in the catalogues of a namespace.</summary>
internal static class CatalogueNaming
{
    // More of a package's name says nothing.
    private const int MaxHintLength = 24;

    /// <summary>A class for each function of a package, whatever its target: in all targets that have it, the same.</summary>
    /// <param name="packageClass">The class of the package.</param>
    /// <param name="targets">The package for each target.</param>
    /// <param name="targetClasses">The classes of targets, which stand in those of functions and so can't be called the same.</param>
    /// <param name="listClass">The class for calls and findings: it gives way to functions.</param>
    public static Dictionary<string, string> OfFunctions(string packageClass, IReadOnlyList<CataloguePackage> targets, IEnumerable<string> targetClasses, out string listClass)
    {
        var keys = new SortedDictionary<string, (string Name, bool IsMethod)>(StringComparer.Ordinal);
        foreach (var package in targets)
        {
            foreach (var (key, function) in Keys(package))
            {
                keys[key] = function.Receiver.Length == 0 ? (function.Name, false) : (function.Receiver + "_" + function.Name, true);
            }
        }

        // A name that is an identifier as it is belongs to the function that has it.
        var names = new MemberNames(packageClass, targetClasses.ToArray());
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var ordered = keys
            .OrderBy(static pair => pair.Value.IsMethod || CSharpIdentifiers.Of(pair.Value.Name) != pair.Value.Name)
            .ThenBy(static pair => pair.Key.Length)
            .ThenBy(static pair => pair.Key, StringComparer.Ordinal);
        foreach (var pair in ordered)
        {
            found[pair.Key] = names.Take(pair.Value.Name);
        }

        listClass = names.Take("Package");
        return found;
    }

    /// <summary>What tells the functions of a package apart, the same for every target.</summary>
    public static IEnumerable<(string Key, CatalogueFunction Function)> Keys(CataloguePackage package)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var function in package.Functions)
        {
            var key = function.Receiver + "." + function.Name + (function.IsStatic ? "<>" : "");
            seen.TryGetValue(key, out var before);
            seen[key] = before + 1;
            yield return (before == 0 ? key : key + "#" + CSharpText.Number(before), function);
        }
    }

    /// <summary>A class for each target: its architecture, and what tells it from others of the same.</summary>
    public static Dictionary<Target, string> OfTargets(IEnumerable<Target> targets)
    {
        var all = targets.Distinct().ToList();
        var found = new Dictionary<Target, string>();
        var names = new MemberNames("");
        foreach (var target in all)
        {
            var same = all.Where(other => other.Goarch == target.Goarch).ToList();
            var name = target.Goarch;
            name += same.Any(other => other.Goos != target.Goos) ? "_" + target.Goos : "";
            name += same.Any(other => other.Toolchain != target.Toolchain) ? "_" + target.Toolchain.ToString().Replace('.', '_') : "";
            name += same.Any(other => other.Feature != target.Feature) && target.Feature.Length > 0 ? "_" + target.Feature : "";
            found[target] = names.Take(name);
        }

        return found;
    }

    /// <summary>A name for a generated file, which no other has, whatever the case.</summary>
    /// <param name="name">What it is about, for people.</param>
    /// <param name="identity">What no other file has.</param>
    public static string HintName(string name, string identity)
    {
        var last = CSharpIdentifiers.Of(name.Substring(name.LastIndexOf('/') + 1)).ToLowerInvariant();
        var plain = new string(last.Where(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_').Take(MaxHintLength).ToArray());
        return "GoAbi." + plain + "." + SourceText.FromString(identity).ContentHash.Substring(0, 20) + ".g.cs";
    }
}
