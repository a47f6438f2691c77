using System;
using System.Text;

namespace GoAbi.Oracle.Tests.Frames;

/// <summary>Functions with random frames: sizes, flags, calls and pushes as every assembler takes them.</summary>
internal sealed class FrameGenerator(string goarch, int seed)
{
    private readonly Random random = new(seed);

    private bool IsX86 => goarch is "386" or "amd64";

    private int Word => goarch is "386" or "arm" or "mips" or "mipsle" ? 4 : 8;

    /// <summary>A file of functions f0, f1...; loads of x are of arguments, of y of locals, and each stands in a line of its own.</summary>
    public string File(int count)
    {
        var text = new StringBuilder("#define NOSPLIT 4\n#define NOFRAME 512\n");
        for (var i = 0; i < count; i++)
        {
            Function(text, i);
        }

        return text.ToString();
    }

    private void Function(StringBuilder text, int number)
    {
        var isNoFrame = random.Next(5) == 0;
        var size = isNoFrame && !IsX86 ? 0 : Size();
        var flags = (random.Next(2) == 0 ? "NOSPLIT" : "0") + (isNoFrame ? "|NOFRAME" : "");
        var isHistorical = !IsX86 && goarch != "loong64" && random.Next(8) == 0;
        text.Append("TEXT ·f").Append(number).Append("(SB), ").Append(flags).Append(", $").Append(isHistorical ? -Word : size).Append("-24\n");
        var pushed = 0;
        var calls = random.Next(2) == 0;
        var length = random.Next(1, 6);
        for (var i = 0; i < length; i++)
        {
            Load(text);
            if (IsX86 && random.Next(3) == 0)
            {
                text.Append(Word == 8 ? "\tPUSHQ AX\n" : "\tPUSHL AX\n");
                pushed++;
            }
            else if (calls)
            {
                text.Append(Call());
            }
        }

        Load(text);
        for (; pushed > 0; pushed--)
        {
            text.Append(Word == 8 ? "\tPOPQ AX\n" : "\tPOPL AX\n");
            Load(text);
        }

        text.Append("\tRET\n");
    }

    // arm64 wants frames of 8 modulo 16 or of 0; 4 modulo 8 is rounded up on mips64 and loong64 alone.
    private int Size() => random.Next(4) switch
    {
        0 => 0,
        1 => Word * random.Next(1, 8),
        2 when goarch is "mips64" or "mips64le" or "loong64" => (4 * random.Next(1, 20)) | 4,
        _ => Word * random.Next(1, 120),
    };

    private void Load(StringBuilder text)
    {
        var place = random.Next(2) == 0 ? "x+" + (Word * random.Next(3)) + "(FP)" : "y-" + (Word * random.Next(1, 4)) + "(SP)";
        text.Append(goarch switch
        {
            "386" => "\tMOVL " + place + ", AX\n",
            "amd64" => "\tMOVQ " + place + ", AX\n",
            "riscv64" => "\tMOV " + place + ", X5\n",
            "arm" or "mips" or "mipsle" => "\tMOVW " + place + ", R2\n",
            "mips64" or "mips64le" or "loong64" => "\tMOVV " + place + ", R4\n",
            _ => "\tMOVD " + place + ", R4\n",
        });
    }

    private string Call() => goarch switch
    {
        "arm" when random.Next(3) == 0 => "\tBL.EQ ·g(SB)\n",
        "ppc64" or "ppc64le" or "s390x" or "arm64" or "arm" => "\tBL ·g(SB)\n",
        "riscv64" when random.Next(3) == 0 => "\tJALR X1, (X6)\n",
        "mips" or "mips64" or "loong64" => "\tJAL ·g(SB)\n",
        _ => "\tCALL ·g(SB)\n",
    };
}
