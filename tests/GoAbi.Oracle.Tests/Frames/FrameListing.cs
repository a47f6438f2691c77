using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace GoAbi.Oracle.Tests.Frames;

/// <summary>One function as <c>go tool asm -S</c> prints it: by how much its prologue lowers the stack pointer, and the instructions that the source's lines became.</summary>
internal sealed partial record FrameListing(string Name, int Line, long Lowered, IReadOnlyList<FrameListingLine> Lines, byte[] Code)
{
    /// <summary>The functions of a listing, in order.</summary>
    public static IReadOnlyList<FrameListing> Parse(string listing, string goarch)
    {
        var functions = new List<FrameListing>();
        var lines = new List<FrameListingLine>();
        var code = new List<byte>();
        var name = "";
        foreach (var line in listing.Split('\n').Append("end STEXT"))
        {
            if (line.Length > 0 && line[0] is not ('\t' or ' ' or '\r'))
            {
                if (lines.Count > 0)
                {
                    functions.Add(new FrameListing(name, lines[0].Line, Prologue(lines, goarch), [.. lines], [.. code]));
                }

                lines.Clear();
                code.Clear();
                name = line.Contains(" STEXT", StringComparison.Ordinal) ? line[..line.IndexOf(' ', StringComparison.Ordinal)] : "";
            }
            else if (name.Length > 0 && Instruction().Match(line) is { Success: true } instruction)
            {
                lines.Add(new FrameListingLine(Hex(instruction, 1), int.Parse(instruction.Groups[2].Value, CultureInfo.InvariantCulture), instruction.Groups[3].Value));
            }
            else if (name.Length > 0 && Bytes().Match(line) is { Success: true } bytes)
            {
                code.AddRange(bytes.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static b => byte.Parse(b, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
            }
        }

        return functions;
    }

    // Instructions of the TEXT's own line that lower the stack pointer; what calls morestack has none.
    private static long Prologue(List<FrameListingLine> lines, string goarch)
    {
        var pattern = goarch switch
        {
            "386" or "amd64" => @"^(?:SUB[QL]\t\$(\d+), SP|ADD[QL]\t\$-(\d+), SP|ADJSP\t\$(\d+)|(PUSHQ)\tBP)$",
            "arm64" => @"^(?:MOVD\.W\tR30, -(\d+)\(RSP\)|SUB\t\$(\d+), RSP, R20)$",
            "arm" => @"^MOVW\.W\tR14, -(\d+)\(R13\)$",
            "ppc64" or "ppc64le" => @"^(?:MOVDU\tR31, -(\d+)\(R1\)|ADD\t\$-(\d+), R1)$",
            "s390x" => @"^MOVD\t\$-(\d+)\(R15\), R15$",
            "riscv64" => @"^ADDI\t\$-(\d+), (?:SP|X2), (?:SP|X2)$",
            "loong64" => @"^ADDV\t\$-(\d+), R3$",
            _ => @"^ADD[UV]\t\$-(\d+), R29$",
        };
        long sum = 0;
        foreach (var line in lines.Where(l => l.Line == lines[0].Line))
        {
            if (Regex.Match(line.Text, pattern) is { Success: true } match)
            {
                var number = match.Groups.Values.Skip(1).First(static g => g.Success).Value;
                sum += number == "PUSHQ" ? 8 : long.Parse(number, CultureInfo.InvariantCulture);
            }
        }

        return sum;
    }

    private static int Hex(Match match, int group) => int.Parse(match.Groups[group].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\t0x([0-9a-f]+) \d+ \([^()]*:(\d+)\)\t(.*)$")]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^\t0x[0-9a-f]+ ((?:[0-9a-f]{2} )+)")]
    private static partial Regex Bytes();
}

/// <summary>One instruction of a listing.</summary>
internal sealed record FrameListingLine(int Offset, int Line, string Text);
