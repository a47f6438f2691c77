using System.Text;

namespace GoAbi.Asm;

/// <summary>A package's path as a prefix of symbol names (cmd/internal/objabi.PathToPrefix).</summary>
internal static class PackagePathEscape
{
    private const string Digits = "0123456789abcdef";

    public static string Escape(string path)
    {
        var slash = path.LastIndexOf('/');
        var clean = true;
        for (var i = 0; i < path.Length && clean; i++)
        {
            clean = !MustEscape(path[i], i > slash);
        }

        if (clean)
        {
            return path;
        }

        var bytes = Encoding.UTF8.GetBytes(path);
        var lastSlash = System.Array.LastIndexOf(bytes, (byte)'/');
        var escaped = new StringBuilder(bytes.Length + 16);
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (MustEscape((char)b, i > lastSlash))
            {
                escaped.Append('%').Append(Digits[b >> 4]).Append(Digits[b & 15]);
            }
            else
            {
                escaped.Append((char)b);
            }
        }

        return escaped.ToString();
    }

    // Dots count in the last element alone: the ones before it can't be taken for the dot before the symbol's name.
    private static bool MustEscape(char c, bool inLastElement) =>
        c <= ' ' || (c == '.' && inLastElement) || c is '%' or '"' || c >= 0x7F;
}
