using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>The directives, after cmd/asm/internal/lex.Input.hash.</summary>
internal sealed partial class Preprocessor
{
    // Opening a file counts like so many tokens: files that include one another hold few of them.
    private const int IncludeCost = 100;

    private readonly List<bool> conditions = [];
    private readonly IncludeResolver includes;

    private bool IsEnabled => conditions.Count == 0 || conditions[conditions.Count - 1];

    /// <summary>From '#' on. False where the rest of the line is left to be read (and dropped: that part is disabled).</summary>
    private bool Directive()
    {
        if (NextRaw() != AsmTokenKind.Identifier)
        {
            ErrorGot("expected identifier after '#'");
            SkipLine();
            return true;
        }

        var keyword = current.NameId;
        if (!IsEnabled && keyword is not (KnownNames.Else or KnownNames.Endif or KnownNames.Ifdef or KnownNames.Ifndef or KnownNames.Line))
        {
            return false;
        }

        switch (keyword)
        {
            case KnownNames.Define:
                Define();
                break;
            case KnownNames.Undef:
                Undefine();
                break;
            case KnownNames.Include:
                Include();
                break;
            case KnownNames.Ifdef:
                Condition(whenDefined: true);
                break;
            case KnownNames.Ifndef:
                Condition(whenDefined: false);
                break;
            case KnownNames.Else:
                Else();
                break;
            case KnownNames.Endif:
                EndCondition();
                break;
            case KnownNames.Line:
                Line();
                break;
            default:
                Error("unexpected token after '#': " + CurrentText);
                SkipLine();
                break;
        }

        return true;
    }

    private void ErrorGot(string message) => Error(message + " ; got \"" + CurrentText + "\"");

    private bool MacroName(out int nameId)
    {
        nameId = 0;
        if (NextRaw() != AsmTokenKind.Identifier)
        {
            ErrorGot("expected identifier after # directive");
            return false;
        }

        nameId = current.NameId;
        return true;
    }

    private void ExpectNewline(string directive)
    {
        if (NextRaw() != AsmTokenKind.Newline)
        {
            ErrorGot("expected newline after " + directive);
            SkipLine();
        }
    }

    private void Undefine()
    {
        if (!MacroName(out var nameId))
        {
            SkipLine();
            return;
        }

        if (macros.Find(nameId) is null)
        {
            Error("#undef for undefined macro: " + names.GetText(nameId));
        }

        if (NextRaw() != AsmTokenKind.Newline)
        {
            Error("syntax error in #undef for macro: " + names.GetText(nameId));
            SkipLine();
        }

        macros.Remove(nameId);
    }

    private void Condition(bool whenDefined)
    {
        var holds = false;
        if (MacroName(out var nameId))
        {
            holds = IsEnabled && (macros.Find(nameId) is not null) == whenDefined;
            ExpectNewline("#if[n]def");
        }
        else
        {
            SkipLine();
        }

        conditions.Add(holds);
    }

    // A second #else turns the condition again; the assembler does not mind.
    private void Else()
    {
        ExpectNewline("#else");
        if (conditions.Count == 0)
        {
            Error("unmatched #else");
        }
        else if (conditions.Count == 1 || conditions[conditions.Count - 2])
        {
            conditions[conditions.Count - 1] = !conditions[conditions.Count - 1];
        }
    }

    private void EndCondition()
    {
        ExpectNewline("#endif");
        if (conditions.Count == 0)
        {
            Error("unmatched #endif");
        }
        else
        {
            conditions.RemoveAt(conditions.Count - 1);
        }
    }

    private void Include()
    {
        if (NextRaw() != AsmTokenKind.String)
        {
            ErrorGot("expected string after #include");
            SkipLine();
            return;
        }

        var directive = current;
        var (source, parent) = (currentSource, currentExpansion);
        if (!GoLiterals.TryUnquote(stream.Sources[source].Text.Slice(SpanOf(directive)), out var name))
        {
            Error("unquoting include file name: invalid syntax");
            SkipLine();
            return;
        }

        ExpectNewline("#include");
        var newline = (current, currentSource, currentExpansion);
        (current, currentSource, currentExpansion) = (directive, source, parent);
        var included = includes.Resolve(name);
        if (included.Tree is null)
        {
            Error(included.Problem!, DiagnosticIds.UnresolvedInclude);
        }
        else if (readers.Depth > MaxReaders || OpenFiles() >= options.MaxIncludeDepth)
        {
            ReportRecursion("input recursion");
        }
        else
        {
            if (!included.Tree.Diagnostics.IsEmpty && included.IsFirst)
            {
                diagnostics.AddRange(included.Tree.Diagnostics);
            }

            budget -= IncludeCost;
            stream.LacksGoAsmNames |= ReferenceEquals(included.Tree.File, BuiltInHeaders.Empty);
            if (included.IsFirst)
            {
                MissingFinalNewline.Check(included.Tree.File, new LexedTokens(included.Entry!.Tokens, names), name, diagnostics);
            }

            var number = included.Source ?? (included.Entry!.Source = AddSource(included.Tree.File)).Value;
            stream.Expansions.Add(new ExpansionNode(parent, source, SpanOf(directive), name, IsInclude: true));
            readers.PushFile(included.Entry!.Tokens, number, stream.Expansions.Count - 1);
        }

        (current, currentSource, currentExpansion) = newline;
    }

    private int OpenFiles()
    {
        var open = 0;
        for (var i = 0; i < readers.Depth; i++)
        {
            open += readers[i].File is null ? 0 : 1;
        }

        return open;
    }

    private void Line()
    {
        var text = stream.Sources[currentSource].Text;
        if (NextRaw() != AsmTokenKind.Integer)
        {
            ErrorGot("expected line number after #line");
            SkipLine();
            return;
        }

        var start = current.Start;
        var source = currentSource;
        var isNumber = GoLiterals.TryParseDecimal(text.Slice(SpanOf(current)), out var line);
        if (NextRaw() != AsmTokenKind.String)
        {
            ErrorGot("expected file name in #line");
            SkipLine();
            return;
        }

        if (!GoLiterals.TryUnquote(stream.Sources[currentSource].Text.Slice(SpanOf(current)), out var file) || !isNumber || line > int.MaxValue)
        {
            Error("unquoting #line file name: invalid syntax");
            SkipLine();
            return;
        }

        var mark = new LineDirectiveMark(start, text.GetLinePosition(start).Line, file, (int)line);
        if (NextRaw() != AsmTokenKind.Newline)
        {
            Error("unexpected token at end of #line: " + CurrentText);
            SkipLine();
        }

        stream.LineDirectives ??= [];
        if (!stream.LineDirectives.TryGetValue(source, out var marks))
        {
            stream.LineDirectives.Add(source, marks = []);
        }

        marks.Add(mark);
    }
}
