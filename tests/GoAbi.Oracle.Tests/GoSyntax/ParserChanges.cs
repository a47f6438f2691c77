using System;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.GoSyntax;

/// <summary>Where go/parser itself changed between Go 1.19 and 1.27; ours is the newest. And what we refuse to read because of its depth.</summary>
internal static class ParserChanges
{
    // By the last version that was so, and what it says, or what we say.
    private static readonly (string UpTo, string GoSays, string WeSay, string Why)[] Known =
    [
        ("1.26", "method must have no type parameters", "", "generic methods: Go 1.27"),
        ("1.26", "", "Only the last parameter can have '...'.", "'...' before the last parameter: reported by the parser after Go 1.24, by go/types before"),
        ("1.26", "", "'...' can't be used here.", "'...' in results and the like: reported by the parser after Go 1.24, by go/types before"),
        ("1.19", "missing constant value", "", "a constant without value: go/types since Go 1.20"),
        ("1.19", "missing variable type or initialization", "", "a variable without type and value: go/types since Go 1.20"),
        ("1.19", "invalid import path: ", "", "import paths: go/types since Go 1.20"),
        ("1.19", "expected array length, found '...'", "", "[...] without literal: go/types since Go 1.20"),
        ("1.19", "expected identifier on left side of :=", "", "the left side of :=: go/types since Go 1.20"),
        ("1.19", "expected expression", "", "a type where a value belongs: go/types since Go 1.20"),
        ("1.19", "expected type, found 0", "", "an expression in a type switch: go/types since Go 1.20"),
        ("1.19", "", "An embedded type can't stand in parentheses.", "an embedded type in parentheses: reported by the parser since Go 1.20"),
    ];

    /// <summary>Why one accepts a file and the other does not; null where nothing explains it.</summary>
    public static string? Reason(GoVersion go, OracleAnswer answer, GoSyntaxTree tree)
    {
        var ours = tree.Diagnostics.IsEmpty ? "" : tree.Diagnostics[0].Message;
        if (answer.ErrorLine == 0 && ours.StartsWith("This nests deeper than 1000 levels", StringComparison.Ordinal))
        {
            return "nesting beyond 1,000 levels, ours alone: go/parser reads 100,000";
        }

        foreach (var (upTo, goSays, weSay, why) in Known)
        {
            _ = GoVersion.TryParse(upTo, out var last);
            if (go.Minor <= last.Minor && (goSays.Length > 0
                ? answer.Message.StartsWith(goSays, StringComparison.Ordinal)
                : answer.ErrorLine == 0 && ours == weSay))
            {
                return why;
            }
        }

        return null;
    }

    /// <summary>type T[P (E)]: the parentheses stay in the tree since Go 1.20 (go/parser.extractName).</summary>
    public static bool ChangesTree(GoVersion go, OracleAnswer answer) =>
        go.Minor <= 19 && answer.ErrorLine == 0 && answer.Path.EndsWith("fixedbugs/issue49482.go", StringComparison.Ordinal);
}
