using System;
using System.Diagnostics.CodeAnalysis;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>A target with parts left out, as <c>--target go1.23,linux/amd64</c> gives it. What is left out is filled in from the GOROOT and the tree.</summary>
public sealed record TargetSpecification
{
    /// <summary>The toolchain's version; null for that of the GOROOT.</summary>
    public GoVersion? Toolchain { get; init; }

    /// <summary>GOOS; null for linux.</summary>
    public string? Goos { get; init; }

    /// <summary>GOARCH; null for every architecture that the tree has assembly for.</summary>
    public string? Goarch { get; init; }

    /// <summary>Reads "go1.23,linux/amd64", or any part of it: "go1.23", "1.23", "linux/amd64", "linux", "arm64", "go1.23,arm64".</summary>
    /// <param name="text">The text.</param>
    /// <param name="specification">What it says.</param>
    /// <param name="error">What is wrong with it, for people.</param>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out TargetSpecification? specification, [NotNullWhen(false)] out string? error)
    {
        var result = new TargetSpecification();
        specification = null;
        error = null;
        foreach (var piece in (text ?? "").Split(',', '/'))
        {
            var part = piece.Trim();
            if (part.Length == 0)
            {
                error = "'" + text + "' is no target: write for example go1.23,linux/amd64, or a part of it.";
            }
            else if (GoPlatforms.IsOperatingSystem(part))
            {
                error = result.Goos is null ? null : "'" + text + "' names two operating systems.";
                result = result with { Goos = part };
            }
            else if (GoPlatforms.IsArchitecture(part))
            {
                error = result.Goarch is null ? null : "'" + text + "' names two architectures.";
                result = result with { Goarch = part };
            }
            else if (GoVersion.TryParse(part, out var version))
            {
                error = result.Toolchain is null ? null : "'" + text + "' names two Go versions.";
                result = result with { Toolchain = version };
            }
            else
            {
                error = "'" + part + "' in target '" + text + "' is no Go version, GOOS or GOARCH.";
            }

            if (error is not null)
            {
                return false;
            }
        }

        specification = result;
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => (Toolchain?.ToString() ?? "go?") + "," + (Goos ?? "?") + "/" + (Goarch ?? "?");
}
