using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>#define and the invocation of macros.</summary>
internal sealed partial class Preprocessor
{
    private readonly List<SourcedToken> argumentTokens = [];
    private readonly List<int> argumentEnds = [];
    private readonly MacroBodies bodies = new();

    private void Define()
    {
        if (!MacroName(out var nameId))
        {
            SkipLine();
            return;
        }

        var nameToken = current;
        var (nameSource, nameExpansion) = (currentSource, currentExpansion);
        var name = names.GetText(nameId);
        bodies.Begin();
        List<int>? parameters = null;
        var failed = false;
        NextRaw();

        // Only a '(' that touches the name begins parameters. Within a macro's body there are no blanks any more to tell by
        // (lex.Slice.Col), so there any '(' does.
        if (current.Kind == AsmTokenKind.OpenParen && (currentSource != nameSource || readers.Top.File is null || current.Start == nameToken.GetEnd(names)))
        {
            parameters = [];
            failed = !Parameters(name, parameters);
        }

        var isEmpty = current.Kind == AsmTokenKind.EndOfFile;
        while (current.Kind != AsmTokenKind.Newline && !isEmpty)
        {
            if (current.Kind == AsmTokenKind.EndOfFile)
            {
                failed = failed || Fail("the definition of " + name + " must end with a newline");
                break;
            }

            if (current.Kind == AsmTokenKind.Backslash)
            {
                NextRaw();
                if (current.Kind is not (AsmTokenKind.Newline or AsmTokenKind.Backslash))
                {
                    failed = failed || Fail("in the definition of " + name + " '\\' must be the last of its line, or stand before another '\\'");
                    continue;
                }
            }

            bodies.Add(InBody(parameters));
            NextRaw();
        }

        if (macros.Find(nameId) is not null)
        {
            // The toolchain stops here; the later definition is the better guess at what is meant.
            ErrorAt(nameToken, nameSource, nameExpansion, "the macro " + name + " is defined already; #undef it first");
        }

        macros.Set(bodies.End(nameId, parameters?.ToArray()));
    }

    private bool Fail(string message)
    {
        Error(message);
        return true;
    }

    // From '(' to the first token of the body.
    private bool Parameters(string name, List<int> parameters)
    {
        var accepts = true;
        while (true)
        {
            switch (NextRaw())
            {
                case AsmTokenKind.CloseParen:
                    NextRaw();
                    return true;
                case AsmTokenKind.Comma when !accepts:
                    accepts = true;
                    break;
                case AsmTokenKind.Identifier when accepts:
                    if (parameters.Contains(current.NameId))
                    {
                        return !Fail("the macro " + name + " has two parameters " + CurrentText);
                    }

                    parameters.Add(current.NameId);
                    accepts = false;
                    break;
                case AsmTokenKind.Comma or AsmTokenKind.Identifier:
                    return !Fail("the parameters of " + name + " are names divided by commas");
                default:
                    return !Fail("the parameters of " + name + " are names divided by commas, and a ')'");
            }
        }
    }

    // lex.Make: a stored name has '.' for '·' and '/' for '∕'.
    private SourcedToken Stored() => new(
        current.NameId == 0 ? current : current.WithName(current.Kind, names.GetCanonical(current.NameId)),
        currentSource,
        Formal: -1);

    // A stored name has '.' for '·', parameters keep it: one with '·' in it never matches.
    private SourcedToken InBody(List<int>? parameters)
    {
        var stored = Stored();
        return parameters is null || stored.Token.Kind != AsmTokenKind.Identifier ? stored : stored with { Formal = parameters.IndexOf(stored.Token.NameId) };
    }

    /// <summary>False where it failed and the line's rest is gone: the current token is the newline or the end then.</summary>
    private bool Invoke(Macro macro)
    {
        var name = current;
        var source = currentSource;
        var parent = currentExpansion;
        var span = SpanOf(name);
        if (macro.Parameters is null)
        {
            if (!CanPush())
            {
                return false;
            }

            readers.PushBody(macro, AddExpansion(parent, source, span, macro));
            return true;
        }

        if (NextRaw() != AsmTokenKind.OpenParen)
        {
            // The name alone, never to be expanded again; the token after it comes back when the stack has no say: it is
            // returned by the next call, macro or not.
            hasPeek = true;
            peek = (current, currentSource, currentExpansion, currentPosition);
            if (!CanPush())
            {
                return false;
            }

            var mark = readers.BeginArena();
            readers.AppendToArena(new SourcedToken(name.WithName(AsmTokenKind.MacroName, name.NameId), source, Formal: -1));
            readers.PushArena(mark, parent);
            return true;
        }

        if (!Arguments(macro))
        {
            return false;
        }

        if (currentSource == source && currentExpansion == parent && current.GetEnd(names) > span.End)
        {
            span = TextSpan.FromBounds(span.Start, current.GetEnd(names));
        }

        if (!CanPush())
        {
            return false;
        }

        Substitute(macro, AddExpansion(parent, source, span, macro));
        return true;
    }

    private void Substitute(Macro macro, int expansion)
    {
        var mark = readers.BeginArena();
        var reported = 0UL;
        for (var i = macro.Start; i < macro.End; i++)
        {
            var formal = macro.Tokens[i].Formal;
            var end = formal >= 0 && formal < argumentEnds.Count ? argumentEnds[formal] : 0;
            var start = formal > 0 && formal < argumentEnds.Count ? argumentEnds[formal - 1] : 0;
            if (formal < 0 || start == end)
            {
                // An empty argument leaves the formal's own name where it is (lex.Input.invokeMacro looks for nil).
                if (formal >= 0 && formal < 64 && (reported & (1UL << formal)) == 0 && argumentEnds.Count == macro.Parameters!.Length && IsEnabled)
                {
                    reported |= 1UL << formal;
                    EmptyMacroArgument.Report(stream, expansion, names.GetText(macro.Parameters[formal]), diagnostics);
                }

                readers.AppendToArena(macro.Tokens[i]);
                continue;
            }

            budget -= end - start;
            for (var at = start; at < end; at++)
            {
                readers.AppendToArena(argumentTokens[at]);
            }

            if (budget < 0)
            {
                break; // The next token read says so.
            }
        }

        readers.PushArena(mark, expansion);
    }

    // From behind '(' to ')': raw tokens, divided by commas outside of parentheses.
    private bool Arguments(Macro macro)
    {
        argumentTokens.Clear();
        argumentEnds.Clear();
        var nesting = 0;
        while (true)
        {
            var kind = NextRaw();
            switch (kind)
            {
                case AsmTokenKind.EndOfFile or AsmTokenKind.Newline:
                    Error("the ')' of " + names.GetText(macro.NameId) + "'s arguments is missing on this line");
                    return false;
                case AsmTokenKind.CloseParen or AsmTokenKind.Comma when nesting == 0:
                    argumentEnds.Add(argumentTokens.Count);
                    if (kind == AsmTokenKind.Comma)
                    {
                        continue;
                    }

                    CheckArgumentCount(macro);
                    return true;
                case AsmTokenKind.OpenParen:
                    nesting++;
                    break;
                case AsmTokenKind.CloseParen:
                    nesting--;
                    break;
            }

            argumentTokens.Add(Stored());
        }
    }

    private void CheckArgumentCount(Macro macro)
    {
        var isEmpty = argumentEnds.Count == 1 && argumentTokens.Count == 0;
        if (argumentEnds.Count != macro.Parameters!.Length && !(macro.Parameters.Length == 0 && isEmpty))
        {
            Error("the macro " + names.GetText(macro.NameId) + " does not take that many arguments");
        }
    }

    private bool CanPush()
    {
        if (readers.Depth <= MaxReaders)
        {
            return true;
        }

        ReportRecursion("macros and files are open within one another more than 100 deep");
        LeaveMacros();
        SkipLine();
        hasPeek = false;
        return false;
    }

    private int AddExpansion(int parent, int source, TextSpan span, Macro macro) => stream.Expansions.AddInvocation(parent, source, span, macro.NameId);
}
