using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;

namespace GoAbi.Oracle.Tests.GoSyntax;

/// <summary>What go/parser said of one file.</summary>
/// <param name="Path">The file.</param>
/// <param name="ErrorLine">Line of the first error; 0 for none.</param>
/// <param name="Count">Number of nodes.</param>
/// <param name="Hash">Hash over the nodes, in hexadecimal.</param>
/// <param name="Message">The first error's message.</param>
internal sealed record OracleAnswer(string Path, int ErrorLine, int Count, string Hash, string Message);

/// <summary>go/parser of one toolchain, asked through astdigest.go.txt.</summary>
internal static class GoParserOracle
{
    public static async Task<IReadOnlyList<OracleAnswer>> AskAsync(GoToolchain toolchain, IEnumerable<string> files)
    {
        using var program = await OracleProgram.BuildAsync(toolchain, "astdigest.go.txt");
        return
        [
            .. (await program.RunAsync(string.Join('\n', files)))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t'))
                .Select(f => new OracleAnswer(f[0], int.Parse(f[1], CultureInfo.InvariantCulture), int.Parse(f[2], CultureInfo.InvariantCulture), f[3], f[4])),
        ];
    }
}
