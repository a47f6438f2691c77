using System;
using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// A TEXT or GLOBL that is there only with the real go_asm.h, or only with an empty one. Only names that nothing but that header has are looked at: const_NAME and
/// TYPE__size; TYPE_field may be anybody's.
/// </summary>
internal static class DefinitionNeedsGoAsm
{
    private enum Presence : byte
    {
        Always,
        WithHeader,
        WithoutHeader,
    }

    public static bool IsNameOfHeader(AsmNameTable names, int nameId)
    {
        if (nameId == 0)
        {
            return false;
        }

        var name = names.GetText(nameId);
        return (name.StartsWith("const_", StringComparison.Ordinal) && name.Length > "const_".Length)
            || (name.EndsWith("__size", StringComparison.Ordinal) && name.Length > "__size".Length);
    }

    public static void Check(ref SourceLint lint)
    {
        var definitions = Definitions(ref lint);
        foreach (var (nameId, token, presence) in definitions)
        {
            if (presence != Presence.Always && !IsElsewhere(definitions, nameId, presence))
            {
                lint.Report(
                    DiagnosticIds.DefinitionNeedsGoAsm,
                    presence == Presence.WithHeader
                        ? "defined only where go_asm.h is the real one: the compiler is told of definitions with an empty one"
                        : "defined only where go_asm.h is empty: the compiler is told of it, and then it is not assembled",
                    lint.Tokens[token].Span);
            }
        }
    }

    private static bool IsElsewhere(List<(int NameId, int Token, Presence Presence)> definitions, int nameId, Presence presence)
    {
        foreach (var other in definitions)
        {
            if (other.NameId == nameId && other.Presence != presence)
            {
                return true;
            }
        }

        return false;
    }

    private static List<(int NameId, int Token, Presence Presence)> Definitions(ref SourceLint lint)
    {
        var definitions = new List<(int, int, Presence)>();
        var conditions = new List<Presence>();
        var defined = new HashSet<int>();
        var directives = new DirectiveScanner(lint.File.Text.Text.AsSpan(), lint.Lexed);
        var from = 0;
        while (directives.MoveNext())
        {
            Collect(ref lint, from, directives.Hash, conditions, definitions);
            from = directives.End;
            switch (directives.Keyword)
            {
                case KnownNames.Define:
                    defined.Add(directives.Argument);
                    break;
                case KnownNames.Ifdef or KnownNames.Ifndef:
                    conditions.Add(
                        !IsNameOfHeader(lint.Names, directives.Argument) || defined.Contains(directives.Argument) ? Presence.Always
                        : directives.Keyword == KnownNames.Ifdef ? Presence.WithHeader
                        : Presence.WithoutHeader);
                    break;
                case KnownNames.Else when conditions.Count > 0:
                    conditions[conditions.Count - 1] = conditions[conditions.Count - 1] switch
                    {
                        Presence.WithHeader => Presence.WithoutHeader,
                        Presence.WithoutHeader => Presence.WithHeader,
                        _ => Presence.Always,
                    };
                    break;
                case KnownNames.Endif when conditions.Count > 0:
                    conditions.RemoveAt(conditions.Count - 1);
                    break;
            }
        }

        Collect(ref lint, from, lint.Tokens.Length - 1, conditions, definitions);
        return definitions;
    }

    private static void Collect(ref SourceLint lint, int from, int end, List<Presence> conditions, List<(int NameId, int Token, Presence Presence)> definitions)
    {
        var presence = Presence.Always;
        foreach (var condition in conditions)
        {
            presence = condition == Presence.Always ? presence : condition;
        }

        var tokens = lint.Tokens;
        for (var i = from; i < end - 1; i++)
        {
            if (tokens[i].NameId is KnownNames.Text or KnownNames.Globl
                && tokens[i + 1].Kind == AsmTokenKind.Identifier
                && (i == 0 || tokens[i - 1].Kind is AsmTokenKind.Newline or AsmTokenKind.Semicolon or AsmTokenKind.Colon))
            {
                definitions.Add((lint.Names.GetCanonical(tokens[i + 1].NameId), i + 1, presence));
            }
        }
    }
}
