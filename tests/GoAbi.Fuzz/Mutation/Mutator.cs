using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace GoAbi.Fuzz.Mutation;

/// <summary>Changes a file at random. Mutations are small functions; a file gets some of them, one after the other.</summary>
/// <param name="random">The input's random numbers.</param>
/// <param name="fragments">What is put in.</param>
/// <param name="donor">Lines of another file.</param>
public sealed class Mutator(FuzzRandom random, Fragments fragments, Func<byte[]> donor)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private static readonly byte[][] BadUtf8 =
    [
        [0xFF], [0x80], [0xC2], [0xE2, 0x88], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F],
    ];

    private readonly List<byte> text = [];

    /// <summary>Room that a file may take after mutation.</summary>
    public int MaxLength { get; init; } = 16_384;

    /// <summary>A changed copy.</summary>
    public byte[] Mutate(byte[] source, int mutations)
    {
        text.Clear();
        text.AddRange(source);
        for (var i = 0; i < mutations; i++)
        {
            One();
            if (text.Count > MaxLength)
            {
                text.RemoveRange(MaxLength, text.Count - MaxLength);
            }
        }

        return [.. text];
    }

    private Span<byte> Text => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(text);

    private void One()
    {
        switch (random.Below(25))
        {
            case 0: FlipByte(); break;
            case 1 or 2: DeleteToken(); break;
            case 3: DuplicateToken(); break;
            case 4 or 5: SwapTokens(); break;
            case 6 or 7: InsertToken(); break;
            case 8 or 9: ReplaceToken(); break;
            case 10: GrowNumber(); break;
            case 11 or 12 or 13: InsertLine(Encoding.UTF8.GetBytes(random.Of(fragments.Lines))); break;
            case 14 or 15: InsertLine(donor()); break;
            case 16: MoveLine(); break;
            case 17: Insert(Place(), random.Of(BadUtf8)); break;
            case 18: Insert(Place(), random.OneIn(2) ? [0] : "\r"u8); break;
            case 19: Insert(random.OneIn(2) ? 0 : Place(), ByteOrderMark); break;
            case 20: LongToken(); break;
            case 21: Nest(); break;
            case 22: text.RemoveRange(Place() is var at && at < text.Count ? at : 0, text.Count - (at < text.Count ? at : 0)); break;
            case 23: JoinLines(); break;
            default: TakeParenthesis(); break;
        }
    }

    private int Place() => random.Below(text.Count + 1);

    private void Insert(int at, ReadOnlySpan<byte> bytes) => text.InsertRange(at, bytes.ToArray());

    private (int Start, int Length)? Token()
    {
        var tokens = TokenSpans.Find(Text);
        return tokens.Count == 0 ? null : random.Of(tokens);
    }

    private void FlipByte()
    {
        if (text.Count > 0)
        {
            text[random.Below(text.Count)] ^= (byte)(1 << random.Below(8));
        }
    }

    private void DeleteToken()
    {
        if (Token() is var (start, length))
        {
            text.RemoveRange(start, length);
        }
    }

    private void DuplicateToken()
    {
        if (Token() is var (start, length))
        {
            var copy = text.GetRange(start, length);
            copy.Insert(0, random.OneIn(2) ? (byte)' ' : (byte)',');
            text.InsertRange(start + length, copy);
        }
    }

    private void SwapTokens()
    {
        var tokens = TokenSpans.Find(Text);
        if (tokens.Count < 2)
        {
            return;
        }

        var first = random.Below(tokens.Count - 1);
        var second = random.OneIn(3) ? first + 1 + random.Below(tokens.Count - first - 1) : Math.Min(tokens.Count - 1, first + random.Small(4));
        var (a, b) = (tokens[first], tokens[second]);
        var left = text.GetRange(a.Start, a.Length);
        var right = text.GetRange(b.Start, b.Length);
        text.RemoveRange(b.Start, b.Length);
        text.InsertRange(b.Start, left);
        text.RemoveRange(a.Start, a.Length);
        text.InsertRange(a.Start, right);
    }

    private void InsertToken()
    {
        var at = Token() is var (start, _) && !random.OneIn(4) ? start : Place();
        var token = Encoding.UTF8.GetBytes(random.Of(fragments.Tokens));
        Insert(at, random.OneIn(2) ? token : [.. token, (byte)' ']);
    }

    private void ReplaceToken()
    {
        if (Token() is var (start, length))
        {
            text.RemoveRange(start, length);
            Insert(start, Encoding.UTF8.GetBytes(random.Of(fragments.Tokens)));
        }
    }

    private void GrowNumber()
    {
        var numbers = new List<(int Start, int Length)>();
        foreach (var token in TokenSpans.Find(Text))
        {
            if (TokenSpans.IsDigit(text[token.Start]))
            {
                numbers.Add(token);
            }
        }

        if (numbers.Count > 0)
        {
            var (start, length) = random.Of(numbers);
            Insert(start + random.Below(length + 1), Encoding.ASCII.GetBytes(random.Below(4) switch
            {
                0 => new string('9', random.Small(24)),
                1 => new string('0', random.Small(24)),
                2 => "x",
                _ => random.Below(100_000).ToString(System.Globalization.CultureInfo.InvariantCulture),
            }));
        }
    }

    private int LineStart()
    {
        var at = Place();
        while (at > 0 && text[at - 1] != '\n')
        {
            at--;
        }

        return at;
    }

    private int LineEnd(int at)
    {
        while (at < text.Count && text[at] != '\n')
        {
            at++;
        }

        return Math.Min(at + 1, text.Count);
    }

    private void InsertLine(ReadOnlySpan<byte> line) => Insert(LineStart(), [.. line, (byte)'\n']);

    private void MoveLine()
    {
        var start = LineStart();
        var line = text.GetRange(start, LineEnd(start) - start);
        if (random.OneIn(2))
        {
            text.RemoveRange(start, line.Count);
        }

        text.InsertRange(LineStart(), line);
    }

    private void JoinLines()
    {
        var at = LineEnd(LineStart());
        if (at > 0 && text[at - 1] == '\n')
        {
            text.RemoveAt(at - 1);
        }
    }

    private void LongToken()
    {
        var length = 1 << (3 + random.Below(9));
        Insert(Place(), Encoding.UTF8.GetBytes(random.Below(6) switch
        {
            0 => new string('x', length),
            1 => "0x" + new string('f', length),
            2 => "\"" + new string('s', length) + "\"",
            3 => "// " + new string('/', length),
            4 => "1." + new string('3', length),
            _ => new string('·', length / 2),
        }));
    }

    private void Nest()
    {
        var depth = 1 << (2 + random.Below(9));
        var (open, close) = random.Of(fragments.Nesting);
        var nested = string.Concat(Enumerable.Repeat(open, depth)) + "1" + (random.OneIn(3) ? "" : string.Concat(Enumerable.Repeat(close, depth)));
        Insert(Place(), Encoding.ASCII.GetBytes(nested));
    }

    private void TakeParenthesis()
    {
        var places = new List<int>();
        for (var i = 0; i < text.Count; i++)
        {
            if (fragments.Brackets.Contains((char)text[i], StringComparison.Ordinal))
            {
                places.Add(i);
            }
        }

        if (places.Count > 0)
        {
            text.RemoveAt(random.Of(places));
        }
    }
}
