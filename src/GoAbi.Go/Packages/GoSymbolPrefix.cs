using System.Text;

namespace GoAbi.Go;

/// <summary>Import paths as the linker writes them in symbol names (cmd/internal/objabi: PathToPrefix).</summary>
public static class GoSymbolPrefix
{
    /// <summary>
    /// The prefix for an import path: dots of the last element, controls, blanks, '%', '"' and everything beyond ASCII
    /// become %xx, byte by byte. "gopkg.in/yaml.v3" gives "gopkg.in/yaml%2ev3".
    /// </summary>
    public static string FromImportPath(string importPath)
    {
        const string Digits = "0123456789abcdef";
        var bytes = Encoding.UTF8.GetBytes(importPath);
        var slash = importPath.LastIndexOf('/') < 0 ? -1 : Encoding.UTF8.GetByteCount(importPath.Substring(0, importPath.LastIndexOf('/')));
        var prefix = new StringBuilder(bytes.Length + 8);
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b <= ' ' || (b == '.' && i > slash) || b is (byte)'%' or (byte)'"' or >= 0x7F)
            {
                prefix.Append('%').Append(Digits[b >> 4]).Append(Digits[b & 15]);
            }
            else
            {
                prefix.Append((char)b);
            }
        }

        return prefix.ToString();
    }
}
