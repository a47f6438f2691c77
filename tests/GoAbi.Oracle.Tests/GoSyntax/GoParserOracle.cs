using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;

namespace GoAbi.Oracle.Tests.GoSyntax;

/// <summary>What go/parser said of one file.</summary>
/// <param name="Path">The file.</param>
/// <param name="ErrorLine">Line of the first error; 0 for none.</param>
/// <param name="Count">Number of nodes.</param>
/// <param name="Hash">Hash over the nodes, in hexadecimal.</param>
/// <param name="Message">The first error's message.</param>
public sealed record OracleAnswer(string Path, int ErrorLine, int Count, string Hash, string Message);

/// <summary>astdigest.go.txt, built with one Go installation into a temporary directory.</summary>
public sealed class GoParserOracle : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("goabi-astdigest");
    private readonly string program;

    public GoParserOracle(string root)
    {
        var source = System.IO.Path.Combine(directory.FullName, "main.go");
        using (var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("astdigest.go.txt")!)
        using (var file = File.Create(source))
        {
            resource.CopyTo(file);
        }

        program = System.IO.Path.Combine(directory.FullName, "astdigest");
        GoToolchains.Run(System.IO.Path.Combine(root, "bin/go"), ["build", "-o", program, source], goRoot: root);
    }

    public IReadOnlyList<OracleAnswer> Ask(IEnumerable<string> files) =>
    [
        .. GoToolchains.Run(program, [], string.Join('\n', files))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .Select(f => new OracleAnswer(f[0], int.Parse(f[1], CultureInfo.InvariantCulture), int.Parse(f[2], CultureInfo.InvariantCulture), f[3], f[4])),
    ];

    /// <summary>go/parser's nodes, one per line, for a failing test's message.</summary>
    public string Dump(string file) => GoToolchains.Run(program, ["-dump"], file);

    public void Dispose() => directory.Delete(recursive: true);
}
