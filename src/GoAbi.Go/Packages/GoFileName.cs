using System;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>What a file's name alone says (go/build: goodOSArchFile, fileListForExt).</summary>
public static class GoFileName
{
    /// <summary>Names that the go command does not see at all.</summary>
    public static bool IsHidden(string name) => name.Length == 0 || name[0] is '_' or '.';

    /// <summary>A Go file.</summary>
    public static bool IsGo(string name) => name.EndsWith(".go", StringComparison.Ordinal);

    /// <summary>Only for Go files: "x_test.s" is ordinary assembly.</summary>
    public static bool IsTest(string name) => name.EndsWith("_test.go", StringComparison.Ordinal);

    /// <summary>From the last dot on; "" where there is none.</summary>
    public static string Extension(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name.Substring(dot);
    }

    /// <summary>
    /// The GOOS and GOARCH that the name asks for, each null where it asks for none. Everything before the first "_" and
    /// after the first "." says nothing, nor does a last "_test", whatever the extension.
    /// </summary>
    public static void ReadSuffix(string name, out string? goos, out string? goarch)
    {
        goos = null;
        goarch = null;
        var dot = name.IndexOf('.');
        var stem = dot < 0 ? name : name.Substring(0, dot);
        var first = stem.IndexOf('_');
        if (first < 0)
        {
            return;
        }

        // The part before the first "_" becomes "", which is no platform, but counts as a part.
        var parts = stem.Substring(first).Split('_');
        var count = parts.Length;
        if (parts[count - 1] == "test")
        {
            count--;
        }

        if (count >= 1 && GoPlatforms.IsArchitecture(parts[count - 1]))
        {
            goarch = parts[count - 1];
            count--;
        }

        // An operating system in front of something that is no architecture is just part of the name.
        if (count >= 1 && GoPlatforms.IsOperatingSystem(parts[count - 1]))
        {
            goos = parts[count - 1];
        }
    }

    /// <summary>A header for C or for assembly.</summary>
    public static bool IsHeader(string extension) => extension is ".h" or ".hh" or ".hpp" or ".hxx";

    /// <summary>Another language, or an object file.</summary>
    public static bool IsForeign(string extension) => extension is ".c" or ".cc" or ".cpp" or ".cxx" or ".m" or ".f" or ".F"
        or ".for" or ".f90" or ".swig" or ".swigcxx" or ".syso";

    /// <summary>Assembly that the C compiler preprocesses.</summary>
    public static bool IsForeignAssembly(string extension) => extension is ".S" or ".sx";
}
