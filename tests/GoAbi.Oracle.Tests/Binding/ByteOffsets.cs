using GoAbi.Source;

namespace GoAbi.Oracle.Tests.Binding;

/// <summary>Positions of a text in bytes, as go/token counts them; one pass instead of a count for each position.</summary>
internal sealed class ByteOffsets
{
    private readonly int[]? offsets;

    public ByteOffsets(SourceText text)
    {
        if (text.Bytes.Length == text.Length)
        {
            return;
        }

        offsets = new int[text.Length + 1];
        var bytes = 0;
        for (var i = 0; i < text.Length; i++)
        {
            offsets[i] = bytes;
            var c = text.Text[i];
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : char.IsSurrogate(c) ? (char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(text.Text[i - 1])) ? 1 : 2) : 3;
        }

        offsets[text.Length] = bytes;
    }

    public int this[int position] => offsets is null ? position : offsets[position];
}
