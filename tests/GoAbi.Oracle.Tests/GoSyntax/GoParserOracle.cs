using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Testing;

namespace GoAbi.Oracle.Tests.GoSyntax;

/// <summary>What go/parser said of one file.</summary>
/// <param name="Path">The file, or its number.</param>
/// <param name="ErrorLine">Line of the first error; 0 for none.</param>
/// <param name="Count">Number of nodes.</param>
/// <param name="Hash">Hash over the nodes, in hexadecimal.</param>
/// <param name="ErrorLines">The lines of all errors, ascending.</param>
/// <param name="Message">The first error's message.</param>
internal sealed record OracleAnswer(string Path, int ErrorLine, int Count, string Hash, ImmutableArray<int> ErrorLines, string Message);

/// <summary>go/parser of one toolchain (SkipObjectResolution|AllErrors), asked through astdigest.go.txt.</summary>
internal static class GoParserOracle
{
    /// <summary>About files.</summary>
    public static async Task<IReadOnlyList<OracleAnswer>> AskAsync(GoToolchain toolchain, IEnumerable<string> files)
    {
        using var program = await OracleProgram.BuildAsync(toolchain, "astdigest.go.txt");
        return Read(await program.RunAsync(string.Join('\n', files)));
    }

    /// <summary>About contents.</summary>
    public static async Task<IReadOnlyList<OracleAnswer>> AskAsync(GoToolchain toolchain, IReadOnlyList<byte[]> contents)
    {
        using var directory = new TemporaryDirectory();
        using var program = await OracleProgram.BuildAsync(toolchain, "astdigest.go.txt");
        var pack = directory["pack"];
        using (var stream = File.Create(pack))
        {
            foreach (var content in contents)
            {
                stream.Write(BitConverter.IsLittleEndian ? BitConverter.GetBytes(content.Length) : [.. BitConverter.GetBytes(content.Length).Reverse()]);
                stream.Write(content);
            }
        }

        return Read(await program.RunAsync("", "-pack", pack));
    }

    private static OracleAnswer[] Read(string output) =>
    [
        .. output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split('\t'))
            .Select(static f => new OracleAnswer(f[0], Number(f[1]), Number(f[2]), f[3], [.. f[4].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number)], f[5])),
    ];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
