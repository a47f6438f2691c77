using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace GoAbi.Analysis;

/// <summary>
/// Makes fixes of stubs and their uses. Who applies a report's groups one by one must get code that compiles after each, so
/// what shares a stub, a new file, or a Go file whose imports may become unused is one group.
/// </summary>
internal static class StubFixGroups
{
    public static Dictionary<AddressStubUse, Fix> Of(IReadOnlyList<AddressStubUse> uses, Dictionary<string, AddressStub> stubs)
    {
        var fixes = new Dictionary<AddressStubUse, Fix>();
        foreach (var safety in new[] { FixSafety.Safe, FixSafety.Unsafe })
        {
            var fixable = uses.Where(use => use.Safety == safety && stubs.ContainsKey(use.Function.Symbol)).ToList();
            foreach (var group in Connected(fixable, stubs))
            {
                AddGroup(group, safety, stubs, fixes);
            }
        }

        return fixes;
    }

    private static void AddGroup(List<AddressStubUse> uses, FixSafety safety, Dictionary<string, AddressStub> stubs, Dictionary<AddressStubUse, Fix> fixes)
    {
        var plan = uses
            .GroupBy(static use => use.Function.Symbol, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(group => new StubFix(stubs[group.Key], group.ToList()))
            .ToImmutableArray();
        var edits = StubEdits.Sort(StubEdits.Compose(plan));
        var name = "address-stub:" + plan[0].Stub.Symbol + (safety == FixSafety.Unsafe ? ":unsafe" : "");
        foreach (var use in uses)
        {
            var stub = stubs[use.Function.Symbol];
            var others = plan.Where(other => other.Stub != stub).Select(static other => other.Stub.Name).ToList();
            fixes[use] = new Fix
            {
                Id = "address-stub",
                Group = name,
                Safety = safety,
                Description = (stub.Insertions.IsEmpty ? "call the address stub " + stub.Name : "write the address stub " + stub.Name + " and call it")
                    + (others.Count == 0 ? "" : ", together with " + string.Join(", ", others)),
                Edits = edits,
                Stubs = plan,
            };
        }
    }

    // Uses are connected where they have a key in common; the order of the first use is kept.
    private static List<List<AddressStubUse>> Connected(List<AddressStubUse> uses, Dictionary<string, AddressStub> stubs)
    {
        var groups = new List<(HashSet<string> Keys, List<AddressStubUse> Uses)>();
        foreach (var use in uses)
        {
            var joined = (Keys: new HashSet<string>(KeysOf(use, stubs), StringComparer.Ordinal), Uses: new List<AddressStubUse>());
            foreach (var group in groups.Where(group => group.Keys.Overlaps(joined.Keys)).ToList())
            {
                groups.Remove(group);
                joined.Keys.UnionWith(group.Keys);
                joined.Uses.AddRange(group.Uses);
            }

            joined.Uses.Add(use);
            groups.Add(joined);
        }

        return groups.ConvertAll(static group => group.Uses);
    }

    private static IEnumerable<string> KeysOf(AddressStubUse use, Dictionary<string, AddressStub> stubs)
    {
        yield return "symbol " + use.Function.Symbol;
        foreach (var read in use.Reads)
        {
            yield return "file " + read.Tree.File.Path;
        }

        foreach (var insertion in stubs[use.Function.Symbol].Insertions)
        {
            // Stubs at one place of a file are one insertion, and so are the imports that their text needs.
            yield return FormattableString.Invariant($"file {insertion.Path}") + (insertion.File is null || insertion.Tree is not null ? "" : FormattableString.Invariant($" {insertion.Position}"));
        }
    }
}
