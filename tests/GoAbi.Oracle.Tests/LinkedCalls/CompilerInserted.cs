using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.LinkedCalls;

/// <summary>R5: the functions that compiler and assembler call on their own, by Go version: compiler-inserted.txt.</summary>
internal sealed class CompilerInserted
{
    private readonly HashSet<string> fromGo = new(StringComparer.Ordinal);
    private readonly HashSet<string> fromAssembly = new(StringComparer.Ordinal);
    private readonly HashSet<string> replaced = new(StringComparer.Ordinal);

    public CompilerInserted(GoVersion version)
    {
        using var reader = new StreamReader(typeof(CompilerInserted).Assembly.GetManifestResourceStream("compiler-inserted.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0] == "#")
            {
                continue;
            }

            var range = words[0].Split('-');
            if (Minor(range[0], 0) <= version.Minor && version.Minor <= Minor(range[1], int.MaxValue))
            {
                (words[1] switch { "asm" => fromAssembly, "go" => fromGo, _ => replaced }).UnionWith(words[2..]);
            }
        }
    }

    /// <summary>True where a call of the symbol needs no source.</summary>
    public bool Contains(string symbol, bool callerIsAssembly) =>
        fromAssembly.Contains(symbol) || (!callerIsAssembly && fromGo.Contains(symbol));

    /// <summary>True where a call of the symbol with a constant as its last argument can become instructions.</summary>
    public bool MayReplace(string symbol) => replaced.Contains(symbol);

    private static int Minor(string text, int missing) => text.Length == 0 ? missing : int.Parse(text.AsSpan(2), CultureInfo.InvariantCulture);
}
