using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GoAbi.Fuzz.Mutation;
using GoAbi.Source;
using GoAbi.Workspace;

namespace GoAbi.Fuzz.Corpus;

/// <summary>What inputs are made from: pieces of assembly files, some lines each.</summary>
public sealed class FuzzCorpus
{
    private const string GoAsmHeader = "go_asm.h";

    private readonly List<(string Goarch, byte[][] Lines, int[] Functions)> files = [];

    private FuzzCorpus()
    {
    }

    /// <summary>How many files there are.</summary>
    public int Count => files.Count;

    /// <summary>The files that a GOROOT builds, those that its assembler is tested with, and its headers.</summary>
    public static FuzzCorpus OfGoRoot(string goroot, GoVersion version)
    {
        var disk = new DiskSourceFiles();
        var corpus = new FuzzCorpus();
        foreach (var file in GoRootCorpus.BuiltFiles(goroot, version, disk).Concat(GoRootCorpus.AssemblerTestFiles(goroot, version, disk)))
        {
            corpus.Add(file.Targets[0].Goarch, file.File.Text.Bytes.Span);
        }

        return corpus;
    }

    /// <summary>All .s files below a directory.</summary>
    public static FuzzCorpus OfDirectory(string directory)
    {
        var corpus = new FuzzCorpus();
        foreach (var path in Directory.GetFiles(directory, "*.s", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var goarch = GoPlatforms.AssemblerArchitectures.LastOrDefault(a => path.EndsWith("_" + a + ".s", StringComparison.Ordinal)) ?? "amd64";
            corpus.Add(goarch, File.ReadAllBytes(path));
        }

        return corpus;
    }

    /// <summary>Some lines of a file, from the beginning of a function on more often than not.</summary>
    /// <param name="random">Which.</param>
    /// <param name="maxLines">How many at most.</param>
    /// <param name="goarch">The architecture that the file is for.</param>
    public byte[] Piece(FuzzRandom random, int maxLines, out string goarch)
    {
        var (architecture, lines, functions) = random.Of(files);
        goarch = architecture;
        var start = functions.Length > 0 && !random.OneIn(4) ? random.Of(functions) : random.Below(lines.Length);
        var count = Math.Min(1 + random.Below(maxLines), lines.Length - start);
        var piece = new List<byte>();
        foreach (var line in lines.AsSpan(start, count))
        {
            piece.AddRange(line);
            piece.Add((byte)'\n');
        }

        return [.. piece];
    }

    private void Add(string goarch, ReadOnlySpan<byte> content)
    {
        var lines = new List<byte[]>();
        var functions = new List<int>();
        foreach (var range in content.Split((byte)'\n'))
        {
            var line = content[range];

            // Its definitions are no one's but a compiler's; what needs them is wrong for both sides without it.
            if (line.StartsWith("#include"u8) && line.IndexOf(System.Text.Encoding.ASCII.GetBytes(GoAsmHeader)) >= 0)
            {
                continue;
            }

            if (line.StartsWith("TEXT"u8))
            {
                functions.Add(lines.Count);
            }

            lines.Add(line.ToArray());
        }

        files.Add((goarch, [.. lines], [.. functions]));
    }
}
