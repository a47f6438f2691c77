using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.Packages;

/// <summary>A package as <c>go list -json</c> prints it.</summary>
internal sealed record GoListPackage
{
    /// <summary>The fields asked for.</summary>
    public const string Fields = "Dir,ImportPath,Name,Standard,Module,GoFiles,CgoFiles,SFiles,HFiles,IgnoredGoFiles,InvalidGoFiles,TestGoFiles,XTestGoFiles,Imports,TestImports,XTestImports";

    public string Dir { get; init; } = "";

    public string ImportPath { get; init; } = "";

    public string Name { get; init; } = "";

    public bool Standard { get; init; }

    public GoListModule? Module { get; init; }

    public string[] GoFiles { get; init; } = [];

    public string[] CgoFiles { get; init; } = [];

    public string[] SFiles { get; init; } = [];

    public string[] HFiles { get; init; } = [];

    public string[] IgnoredGoFiles { get; init; } = [];

    public string[] InvalidGoFiles { get; init; } = [];

    public string[] TestGoFiles { get; init; } = [];

    public string[] XTestGoFiles { get; init; } = [];

    public string[] Imports { get; init; } = [];

    public string[] TestImports { get; init; } = [];

    public string[] XTestImports { get; init; } = [];

    /// <summary>The packages that patterns lead to, broken ones included.</summary>
    public static async Task<List<GoListPackage>> ListAsync(
        GoToolchain toolchain, Target target, string directory, IReadOnlyDictionary<string, string?> environment, IEnumerable<string> patterns)
    {
        var all = new Dictionary<string, string?>
        {
            ["GOOS"] = target.Goos,
            ["GOARCH"] = target.Goarch,
            ["CGO_ENABLED"] = target.Cgo ? "1" : "0",
            ["GOFLAGS"] = "",
            ["GOWORK"] = "",
            ["GO111MODULE"] = "",

            // The index of a package, used once its files are two seconds old, ends at the first file that is rejected.
            ["GODEBUG"] = "goindex=0",
        };
        foreach (var (name, value) in environment)
        {
            all[name] = value;
        }

        return Parse(await toolchain.GoAsync(directory, all, ["list", "-e", .. TagFlags(target), "-json=" + Fields, .. patterns]));
    }

    // -race needs cgo, but for darwin, and is not for every platform (cmd/go/internal/platform: RaceDetectorSupported).
    private static IEnumerable<string> TagFlags(Target target)
    {
        var takesRace = target.Cgo && (target.Goos, target.Goarch) is ("linux", "amd64" or "arm64" or "ppc64le" or "s390x") or ("darwin" or "windows" or "freebsd", "amd64") or ("darwin", "arm64");
        var tags = target.TagList;
        if (takesRace && tags.Contains("race"))
        {
            yield return "-race";
            tags = tags.Remove("race");
        }

        if (!tags.IsEmpty)
        {
            yield return "-tags=" + string.Join(',', tags);
        }
    }

    // The objects follow each other.
    private static List<GoListPackage> Parse(string output)
    {
        var packages = new List<GoListPackage>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(output), new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            packages.Add(JsonSerializer.Deserialize<GoListPackage>(ref reader)!);
        }

        return packages;
    }
}

/// <summary>The module of a package.</summary>
internal sealed record GoListModule
{
    public string Path { get; init; } = "";

    public string Dir { get; init; } = "";

    public bool Main { get; init; }
}
