using System.Diagnostics.CodeAnalysis;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>Targets as <c>--target go1.23,linux/amd64</c> gives them.</summary>
public static class GoTargetText
{
    /// <summary>Reads "go1.23,linux/amd64", or any part of it: "go1.23", "1.23", "linux/amd64", "linux", "arm64", "go1.23,arm64".</summary>
    /// <param name="text">The text.</param>
    /// <param name="request">What it asks for.</param>
    /// <param name="error">What is wrong with it, for people.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out GoTargetRequest? request, [NotNullWhen(false)] out string? error)
    {
        var result = new GoTargetRequest();
        request = null;
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

        request = result;
        return true;
    }
}
