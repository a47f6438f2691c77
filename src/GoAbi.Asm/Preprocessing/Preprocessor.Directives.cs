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
            Error("the name of a directive is missing behind '#'");
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
                ErrorAt(current, currentSource, currentExpansion, "there is no directive #" + CurrentText, suggestion: NameSuggestions.Directive(CurrentText));
                SkipLine();
                break;
        }

        return true;
    }

    private bool MacroName(out int nameId)
    {
        nameId = 0;
        if (NextRaw() != AsmTokenKind.Identifier)
        {
            Error("the name of a macro is missing here");
            return false;
        }

        nameId = current.NameId;
        return true;
    }

    private void ExpectNewline(string directive)
    {
        if (NextRaw() != AsmTokenKind.Newline)
        {
            Error("nothing may follow " + directive);
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
            Error("#undef of " + names.GetText(nameId) + ", which is no macro");
        }

        if (NextRaw() != AsmTokenKind.Newline)
        {
            Error("nothing may follow #undef " + names.GetText(nameId));
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
            ExpectNewline(whenDefined ? "the name of #ifdef" : "the name of #ifndef");
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
            Error("#else without #ifdef or #ifndef");
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
            Error("#endif without #ifdef or #ifndef");
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
            Error("#include takes a file's name in double quotes");
            SkipLine();
            return;
        }

        var directive = current;
        var (source, parent) = (currentSource, currentExpansion);
        if (!GoLiterals.TryUnquote(stream.Sources[source].Text.Slice(SpanOf(directive)), out var name))
        {
            Error("the file's name can't be read");
            SkipLine();
            return;
        }

        ExpectNewline("#include's file name");
        var newline = (current, currentSource, currentExpansion);
        (current, currentSource, currentExpansion) = (directive, source, parent);
        var included = includes.Resolve(name);
        if (included.Tree is null)
        {
            Error(included.Problem!, DiagnosticIds.UnresolvedInclude);
        }
        else if (readers.Depth > MaxReaders || OpenFiles() >= options.MaxIncludeDepth)
        {
            ReportRecursion("macros and files are open within one another more than 100 deep");
        }
        else
        {
            if (!included.Tree.Diagnostics.IsEmpty && included.IsFirst)
            {
                diagnostics.AddRange(included.Tree.Diagnostics);
            }

            budget -= IncludeCost;
            stream.LacksGoAsmNames |= ReferenceEquals(included.Tree.File, BuiltInHeaders.Empty)
                || (options.IsGoAsmHeaderPartial && ReferenceEquals(included.Tree.File, options.GoAsmHeader));
            if (included.IsFirst)
            {
                MissingFinalNewline.Check(included.Tree.File, new LexedTokens(included.Entry!.Tokens, names), name, diagnostics);
            }

            var number = included.Source ?? (included.Entry!.Source = AddSource(included.Tree.File, included.Entry.Tokens)).Value;
            readers.PushFile(included.Entry!.Tokens, number, stream.Expansions.AddInclude(parent, source, SpanOf(directive), name));
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
            Error("#line takes a number and a file's name");
            SkipLine();
            return;
        }

        var start = current.Start;
        var source = currentSource;
        var isNumber = GoLiterals.TryParseDecimal(text.Slice(SpanOf(current)), out var line);
        if (NextRaw() != AsmTokenKind.String)
        {
            Error("#line takes a number and a file's name");
            SkipLine();
            return;
        }

        if (!GoLiterals.TryUnquote(stream.Sources[currentSource].Text.Slice(SpanOf(current)), out var file) || !isNumber)
        {
            Error("the number or name of #line can't be read");
            SkipLine();
            return;
        }

        var mark = new LineDirectiveMark(start, text.GetLinePosition(start).Line, file, unchecked((int)line));
        if (NextRaw() != AsmTokenKind.Newline)
        {
            Error("nothing may follow #line's file name");
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
