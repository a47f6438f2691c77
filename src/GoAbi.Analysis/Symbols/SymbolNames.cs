using System;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>The two names of a Go function: go/types', and the linker's.</summary>
internal static class SymbolNames
{
    /// <summary>go/types' (*Func).FullName: "path.F", "(path.T).M", "(*path.T).M".</summary>
    public static string FullName(GoPackage package, GoObject function) =>
        function.ReceiverTypeName is not { } receiver ? package.ImportPath + "." + function.Name
        : (function.IsPointerReceiver ? "(*" : "(") + package.ImportPath + "." + receiver + ")." + function.Name;

    /// <summary>cmd/internal/objabi and types.LinkString: "path.F", "path.T.M", "path.(*T).M".</summary>
    public static string LinkerName(GoPackage package, GoObject function) =>
        function.ReceiverTypeName is not { } receiver ? package.SymbolPrefix + "." + function.Name
        : function.IsPointerReceiver ? package.SymbolPrefix + ".(*" + receiver + ")." + function.Name
        : package.SymbolPrefix + "." + receiver + "." + function.Name;

    /// <summary>The path that the toolchain compiles a package under (-p): "main" for a command, whatever its import path.</summary>
    public static string LinkPath(GoPackage package) => package.Name == "main" ? "main" : package.ImportPath;

    /// <summary>The import path in front of a linker name's last dot after the last slash; null where there is none.</summary>
    public static string? PackageOf(string symbol)
    {
        var slash = symbol.LastIndexOf('/');
        var dot = symbol.IndexOf('.', slash + 1);
        return dot <= 0 ? null : Unescape(symbol.Substring(0, dot));
    }

    // The last element of a path has its dots written %2e (cmd/internal/objabi.PathToPrefix).
    private static string Unescape(string prefix)
    {
        if (prefix.IndexOf('%') < 0)
        {
            return prefix;
        }

        var text = new System.Text.StringBuilder(prefix.Length);
        for (var i = 0; i < prefix.Length; i++)
        {
            if (prefix[i] == '%' && i + 2 < prefix.Length && Uri.IsHexDigit(prefix[i + 1]) && Uri.IsHexDigit(prefix[i + 2]))
            {
                text.Append((char)((Uri.FromHex(prefix[i + 1]) << 4) | Uri.FromHex(prefix[i + 2])));
                i += 2;
            }
            else
            {
                text.Append(prefix[i]);
            }
        }

        return text.ToString();
    }
}
