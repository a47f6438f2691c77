using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>Which operating system and architecture a file is for, where nobody says: its name, else its build constraint, else linux and amd64.</summary>
internal static class AssemblyTarget
{
    private const string DefaultSystem = "linux";
    private const string DefaultArchitecture = "amd64";

    public static Target Choose(SourceFile file, Target target, string? goos, string? goarch)
    {
        GoFileName.ReadSuffix(file.Name, out var namedSystem, out var namedArchitecture);
        goos ??= namedSystem;
        goarch ??= namedArchitecture is not null && GoPlatforms.AssemblerArchitectures.Contains(namedArchitecture) ? namedArchitecture : null;
        var chosen = target with { Goos = goos ?? DefaultSystem, Goarch = goarch ?? DefaultArchitecture };
        if (goos is not null && goarch is not null)
        {
            return chosen;
        }

        var constraints = GoBuildConstraints.Find(file.Text);
        if (constraints.IsEmpty)
        {
            return chosen;
        }

        foreach (var system in Candidates(goos, DefaultSystem, GoPlatforms.KnownOperatingSystems))
        {
            foreach (var architecture in Candidates(goarch, DefaultArchitecture, GoPlatforms.AssemblerArchitectures))
            {
                var candidate = target with { Goos = system, Goarch = architecture };
                if (new GoFileSelector(candidate).MatchConstraints(file, constraints, out _, out _) == GoFileSelection.Selected)
                {
                    return candidate;
                }
            }
        }

        return chosen;
    }

    private static IEnumerable<string> Candidates(string? given, string preferred, ImmutableArray<string> all)
    {
        if (given is not null)
        {
            yield return given;
            yield break;
        }

        yield return preferred;
        foreach (var other in all)
        {
            if (other != preferred)
            {
                yield return other;
            }
        }
    }
}
