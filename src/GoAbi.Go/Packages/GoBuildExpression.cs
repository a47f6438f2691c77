using System;

namespace GoAbi.Go;

/// <summary>
/// Evaluates build constraints (go/build/constraint). Reading and evaluating are one pass over the text: an expression is
/// short and asked seldom, so no tree of it is kept. Never throws for what the text holds.
/// </summary>
public static class GoBuildExpression
{
    /// <summary>
    /// Evaluates what follows "//go:build". False where the text is no expression: <paramref name="error"/> says why and
    /// <paramref name="errorOffset"/> where.
    /// </summary>
    public static bool TryEvaluate(string expression, Func<string, bool> hasTag, out bool value, out string? error, out int errorOffset)
    {
        if (expression is null)
        {
            throw new ArgumentNullException(nameof(expression));
        }

        if (hasTag is null)
        {
            throw new ArgumentNullException(nameof(hasTag));
        }

        var parser = new Parser(expression, hasTag);
        value = parser.Or();
        if (parser.Error is null && parser.Token.Length > 0)
        {
            parser.Fail("unexpected token " + parser.Token, parser.Position);
        }

        error = parser.Error;
        errorOffset = error is null ? 0 : parser.ErrorOffset;
        value &= error is null;
        return error is null;
    }

    /// <summary>
    /// Evaluates what follows "// +build": words are alternatives, commas in a word mean "and". What is no tag counts as
    /// a tag that is not set, so there is nothing that can't be read.
    /// </summary>
    public static bool EvaluatePlusBuild(string expression, Func<string, bool> hasTag)
    {
        if (expression is null)
        {
            throw new ArgumentNullException(nameof(expression));
        }

        if (hasTag is null)
        {
            throw new ArgumentNullException(nameof(hasTag));
        }

        foreach (var word in expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var all = true;
            foreach (var literal in word.Split(','))
            {
                all &= EvaluateLiteral(literal, hasTag);
            }

            if (all)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Number of code units of the tag that starts at a position; 0 for none.</summary>
    internal static int TagLength(string text, int start)
    {
        var at = start;
        while (at < text.Length)
        {
            // By position, so that a letter beyond the basic plane counts as one.
            if (!char.IsLetter(text, at) && !char.IsDigit(text, at) && text[at] is not ('_' or '.'))
            {
                break;
            }

            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        }

        return at - start;
    }

    // "!!x" and "!" alone are the tag "ignore"; "!" before something that is no tag is its opposite (parsePlusBuildExpr).
    private static bool EvaluateLiteral(string literal, Func<string, bool> hasTag)
    {
        if (literal == "!" || literal.StartsWith("!!", StringComparison.Ordinal))
        {
            return hasTag("ignore");
        }

        var negated = literal.StartsWith("!", StringComparison.Ordinal);
        var tag = negated ? literal.Substring(1) : literal;
        return hasTag(tag.Length > 0 && TagLength(tag, 0) == tag.Length ? tag : "ignore") != negated;
    }

    /// <summary>Recursive descent over "||", "&amp;&amp;", "!", parentheses and tags. Both operands are always read.</summary>
    private sealed class Parser(string text, Func<string, bool> hasTag)
    {
        // go/build/constraint: maxSize (since CVE-2024-34158). Bounds the recursion too.
        private const int MaxOperands = 1000;

        private int at;
        private int operands;
        private bool isTag;

        public string Token { get; private set; } = "";

        public int Position { get; private set; }

        public string? Error { get; private set; }

        public int ErrorOffset { get; private set; }

        public void Fail(string message, int offset)
        {
            if (Error is null)
            {
                Error = message;
                ErrorOffset = offset;
            }

            Token = "";
            isTag = false;
        }

        public bool Or()
        {
            var value = And();
            while (Token == "||")
            {
                value |= And();
            }

            return value;
        }

        private bool And()
        {
            var value = Not();
            while (Token == "&&")
            {
                value &= Not();
            }

            return value;
        }

        private bool Not()
        {
            if (++operands > MaxOperands)
            {
                Fail("build expression too large", at);
                return false;
            }

            Next();
            if (Token != "!")
            {
                return Atom();
            }

            Next();
            if (Token == "!")
            {
                Fail("double negation not allowed", Position);
                return false;
            }

            return !Atom();
        }

        private bool Atom()
        {
            if (Error is not null)
            {
                return false;
            }

            if (Token == "(")
            {
                var open = Position;
                var value = Or();
                if (Error is null && Token != ")")
                {
                    Fail("missing close paren", open);
                }

                Next();
                return value;
            }

            if (!isTag)
            {
                Fail(Token.Length == 0 ? "unexpected end of expression" : "unexpected token " + Token, Position);
                return false;
            }

            var tag = Token;
            Next();
            return hasTag(tag);
        }

        private void Next()
        {
            isTag = false;
            Token = "";
            if (Error is not null)
            {
                return;
            }

            while (at < text.Length && text[at] is (' ' or '\t'))
            {
                at++;
            }

            Position = at;
            if (at >= text.Length)
            {
                return;
            }

            var c = text[at];
            var length = c switch
            {
                '(' or ')' or '!' => 1,
                '&' or '|' => at + 1 < text.Length && text[at + 1] == c ? 2 : 0,
                _ => TagLength(text, at),
            };
            if (length == 0)
            {
                Fail("invalid syntax at " + (char.IsSurrogate(c) ? "?" : c.ToString()), at);
                return;
            }

            isTag = c is not ('(' or ')' or '!' or '&' or '|');
            Token = text.Substring(at, length);
            at += length;
        }
    }
}
