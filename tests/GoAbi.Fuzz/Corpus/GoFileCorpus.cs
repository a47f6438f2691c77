using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using GoAbi.Fuzz.Mutation;

namespace GoAbi.Fuzz.Corpus;

/// <summary>What Go inputs are made from: files, and pieces of some lines each.</summary>
public sealed class GoFileCorpus
{
    private const int MaxFile = 64 * 1024;

    private static readonly string[] DeclarationStarts = ["func ", "type ", "var ", "const "];

    private readonly string[] paths;
    private readonly byte[]?[] contents;

    private GoFileCorpus(IEnumerable<string> paths)
    {
        this.paths = [.. paths.Order(StringComparer.Ordinal)];
        contents = new byte[this.paths.Length][];
    }

    /// <summary>How many files there are.</summary>
    public int Count => paths.Length;

    /// <summary>The .go files below GOROOT/src and, where they are installed, GOROOT/test.</summary>
    public static GoFileCorpus OfGoRoot(string goroot) =>
        new(new[] { "/src/", "/test/" }.Where(d => Directory.Exists(goroot + d)).SelectMany(d => Files(goroot + d)));

    /// <summary>The .go files below a directory.</summary>
    public static GoFileCorpus OfDirectory(string directory) => new(Files(directory));

    /// <summary>A whole file; a long one from its beginning on.</summary>
    public byte[] File(FuzzRandom random) => Content(random.Below(paths.Length));

    /// <summary>A package clause, often a file's imports, and declarations of the same file.</summary>
    public byte[] Declarations(FuzzRandom random, int maxLines)
    {
        var content = Content(random.Below(paths.Length));
        var starts = Starts(content);
        if (starts.Count == 0)
        {
            return content;
        }

        var made = new List<byte>();
        made.AddRange(random.OneIn(2) ? "package p\n\n"u8.ToArray() : content[..starts[0]]);
        for (var i = random.Small(4); i > 0; i--)
        {
            made.AddRange(Lines(content, random.Of(starts), 1 + random.Below(maxLines)));
        }

        return [.. made];
    }

    /// <summary>Some lines from anywhere.</summary>
    public byte[] Piece(FuzzRandom random, int maxLines)
    {
        var content = Content(random.Below(paths.Length));
        var start = random.Below(content.Length + 1);
        start = start == 0 ? 0 : Array.LastIndexOf(content, (byte)'\n', start - 1) + 1;
        return Lines(content, start, 1 + random.Below(maxLines));
    }

    private static IEnumerable<string> Files(string directory) =>
        Directory.EnumerateFiles(directory, "*.go", SearchOption.AllDirectories).Where(static p => new FileInfo(p) is { Exists: true });

    // Read when it is first wanted, by whatever thread: two that read the same file read the same.
    private byte[] Content(int index)
    {
        if (contents[index] is { } known)
        {
            return known;
        }

        var content = System.IO.File.ReadAllBytes(paths[index]);
        return contents[index] = content.Length <= MaxFile ? content : content[..MaxFile];
    }

    private static List<int> Starts(byte[] content)
    {
        var starts = new List<int>();
        for (var at = 0; at < content.Length;)
        {
            foreach (var start in DeclarationStarts)
            {
                if (content.AsSpan(at).StartsWith(Encoding.ASCII.GetBytes(start)))
                {
                    starts.Add(at);
                    break;
                }
            }

            var newline = Array.IndexOf(content, (byte)'\n', at);
            at = newline < 0 ? content.Length : newline + 1;
        }

        return starts;
    }

    private static byte[] Lines(byte[] content, int start, int count)
    {
        var end = start;
        while (count-- > 0 && end < content.Length)
        {
            var newline = Array.IndexOf(content, (byte)'\n', end);
            end = newline < 0 ? content.Length : newline + 1;
        }

        return content[start..end];
    }
}
