using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GoAbi.Oracle.Tests.Frames;

/// <summary>The number that a load of the generated functions adds to the machine's stack pointer: printed where the assembler prints it, else read out of the instruction.</summary>
internal static partial class LoadDisplacement
{
    public static long Of(FrameListing function, FrameListingLine line, string goarch)
    {
        if (goarch is "386" or "amd64" or "riscv64")
        {
            var printed = Printed().Match(line.Text);
            return printed.Success ? (printed.Groups[1].Length == 0 ? 0 : long.Parse(printed.Groups[1].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)) : throw Unread(line);
        }

        var code = function.Code.AsSpan(line.Offset);
        if (goarch == "s390x")
        {
            return ((sbyte)code[4] << 12) | ((code[2] & 15) << 8) | code[3];
        }

        var word = goarch is "mips" or "mips64" or "ppc64"
            ? (uint)((code[0] << 24) | (code[1] << 16) | (code[2] << 8) | code[3])
            : (uint)(code[0] | (code[1] << 8) | (code[2] << 16) | (code[3] << 24));
        return goarch switch
        {
            "arm" => (word & 0x800000) != 0 ? word & 0xFFF : -(long)(word & 0xFFF),
            "arm64" when (word & 0xFFC00000) == 0xF9400000 => ((word >> 10) & 0xFFF) * 8,
            "arm64" when (word & 0xFFE00C00) == 0xF8400000 => (int)(word << 11) >> 23,
            "loong64" => (int)(word << 10) >> 20,
            "ppc64" or "ppc64le" => (short)word & ~3,
            "mips" or "mipsle" or "mips64" or "mips64le" => (short)word,
            _ => throw Unread(line),
        };
    }

    private static InvalidOperationException Unread(FrameListingLine line) => new("can't read the place of " + line.Text);

    [GeneratedRegex(@"[xy]([+-]\d+)?\((?:FP|SP)\)")]
    private static partial Regex Printed();
}
