using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using GoAbi.Fuzz.Parity;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.AcceptRefuse;

/// <summary>
/// A line of Cases/refused.txt: "GOARCH KIND INPUT". KIND "file" is a whole file, "line" one or more lines of a function. \n, \t, \r,
/// \0, \b (byte order mark), \x (a byte that is no UTF-8) and \q (backslash) stand for what can't be written.
/// </summary>
internal sealed record RefusedCase(int Number, string Goarch, GoVersion Since, byte[] Content)
{
    private const string Resource = "refused.txt";

    public static IEnumerable<RefusedCase> ReadAll()
    {
        using var reader = new StreamReader(typeof(RefusedCase).Assembly.GetManifestResourceStream(Resource)!);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line.StartsWith("## ", StringComparison.Ordinal))
            {
                continue;
            }

            var parts = line.Split(' ', 3);
            var architecture = parts[0].Split('@');
            var input = Decode(parts[2]);
            yield return new RefusedCase(
                number, architecture[0], architecture.Length > 1 && GoVersion.TryParse(architecture[1], out var since) ? since : default,
                parts[1] == "line" ? [.. "TEXT ·f(SB),4,$0\n\t"u8, .. input, .. "\n\tRET\n"u8] : input);
        }
    }

    public ParityInput ToInput(GoVersion version) => new(
        "/nowhere/case.s", Content, new Target { Toolchain = version, Goarch = Goarch, Goos = Goarch == "wasm" ? "js" : "linux" }, "test", []);

    public override string ToString() => FormattableString.Invariant($"{Resource}:{Number}");

    private static byte[] Decode(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
                continue;
            }

            bytes.AddRange(text[++i] switch
            {
                'n' => "\n"u8,
                't' => "\t"u8,
                'r' => "\r"u8,
                '0' => "\0"u8,
                'b' => [0xEF, 0xBB, 0xBF],
                'x' => [0xFF],
                'f' => "\f"u8,
                'q' => "\\"u8,
                var other => throw new FormatException("\\" + other),
            });
        }

        return [.. bytes];
    }
}
