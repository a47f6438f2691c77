using System;
using System.Collections.Generic;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>
/// A recursive-descent parser from tokens into nodes. What it accepts, where it reports and how it goes on after an error are
/// the newest go/parser's; it is compared with those of Go 1.19 and 1.24 over all of GOROOT (GoAbi.Oracle.Tests). Every Parse method leaves exactly one node, the last
/// of its subtree; where a choice is known only after its first part was read, the few nodes of that part are moved.
/// This file: the mechanics. The grammar is in the others.
/// </summary>
internal sealed partial class GoParser : IDisposable
{
    /// <summary>
    /// How deep expressions, types and statements may nest: 1 000 levels of anything fit a stack of 1 MB, unoptimised code too
    /// (HostileInputTests). go/parser stops at 100 000; nobody writes either.
    /// </summary>
    internal const int MaxDepth = 1000;

    /// <summary>How long chains may be that take no stack here but make the tree deep (a+b+c..., x.y.z..., else if). go/parser's limit.</summary>
    internal const int MaxChain = 100_000;

    private const int CancellationInterval = 1 << 14;

    private readonly SourceFile file;
    private readonly PooledList<GoToken> tokens;
    private readonly SyntaxErrors errors;
    private readonly bool skipBodies;
    private readonly CancellationToken ct;
    private readonly PooledList<GoNodeData> nodes;
    private readonly PooledList<int> operators = new(64);
    private readonly List<(int Open, int Close)> skipped = [];

    private int at;
    private GoTokenKind kind;
    private int end;
    private int depth;
    private int expressionLevel;
    private bool inRightSide;
    private bool stopped;
    private int syncAt = -1;
    private int syncCount;

    public GoParser(SourceFile file, PooledList<GoToken> tokens, SyntaxErrors errors, bool skipBodies, CancellationToken ct)
    {
        this.file = file;
        this.tokens = tokens;
        this.errors = errors;
        this.skipBodies = skipBodies;
        this.ct = ct;
        nodes = new PooledList<GoNodeData>(skipBodies ? 1024 : tokens.Count);
        kind = tokens[0].Kind;
    }

    public PooledList<GoNodeData> Nodes => nodes;

    /// <summary>Token ranges, from "{" to "}", of the bodies that were left unread.</summary>
    public IReadOnlyList<(int Open, int Close)> SkippedBodies => skipped;

    public void Dispose()
    {
        nodes.Dispose();
        operators.Dispose();
    }

    private void Next()
    {
        if (kind != GoTokenKind.EndOfFile)
        {
            kind = tokens[++at].Kind;
            end = at;
            if ((at & (CancellationInterval - 1)) == 0)
            {
                ct.ThrowIfCancellationRequested();
            }
        }
    }

    // A semicolon belongs to no node, so that a node ends where its last own token does.
    private void SkipSemicolon()
    {
        var before = end;
        Next();
        end = before;
    }

    private void MoveTo(int token)
    {
        at = token;
        kind = tokens[at].Kind;
        end = at;
    }

    private GoTokenKind KindAfter(int count) => tokens[Math.Min(at + count, tokens.Count - 1)].Kind;

    private bool AtNewline => kind == GoTokenKind.Semicolon && tokens[at].IsAutomaticSemicolon;

    private void Emit(GoSyntaxKind node, int firstNode, int firstToken, int mainToken, GoNodeFlags flags = GoNodeFlags.None) =>
        nodes.Add(new GoNodeData(node, flags, firstNode, firstToken, mainToken, Math.Max(end, firstToken)));

    private void EmitNone() => nodes.Add(new GoNodeData(GoSyntaxKind.None, GoNodeFlags.None, nodes.Count, at, at, at));

    /// <summary>A node without children over the token at hand, which is taken.</summary>
    private void EmitToken(GoSyntaxKind node)
    {
        nodes.Add(new GoNodeData(node, GoNodeFlags.None, nodes.Count, at, at, at + 1));
        Next();
    }

    /// <summary>A node without children over the tokens from <paramref name="firstToken"/> to where reading stopped.</summary>
    private void EmitBad(GoSyntaxKind node, int firstToken) => Emit(node, nodes.Count, firstToken, firstToken);

    private void DropFrom(int node) => nodes.RemoveFrom(node);

    private void InsertNone(int node, int token)
    {
        nodes.Add(default);
        for (var i = nodes.Count - 1; i > node; i--)
        {
            nodes[i] = Moved(nodes[i - 1], 1);
        }

        nodes[node] = new GoNodeData(GoSyntaxKind.None, GoNodeFlags.None, node, token, token, token);
    }

    private void RemoveNone(int node)
    {
        for (var i = node; i < nodes.Count - 1; i++)
        {
            nodes[i] = Moved(nodes[i + 1], -1);
        }

        nodes.Pop();
    }

    private static GoNodeData Moved(GoNodeData data, int by) =>
        new(data.Kind, data.Flags, data.FirstNode + by, data.FirstToken, data.MainToken, data.EndToken);

    /// <summary>The last node inside its parentheses.</summary>
    private GoNodeData LastUnparenthesized()
    {
        var i = nodes.Count - 1;
        while (nodes[i].Kind == GoSyntaxKind.Paren)
        {
            i--;
        }

        return nodes[i];
    }

    private GoSyntaxKind LastKind => nodes[nodes.Count - 1].Kind;

    // ---- errors ----

    private void Error(int token, string message)
    {
        if (!stopped)
        {
            var data = tokens[token];
            errors.Add(data.Start, data.Kind == GoTokenKind.Identifier ? 1 : Math.Min(data.Payload, 100), message);
        }
    }

    private void ErrorExpected(string what) => Error(at, "Expected " + what + ", found " + Describe() + ".");

    private string Describe()
    {
        var token = tokens[at];
        if (token.IsAutomaticSemicolon)
        {
            return token.Start >= file.Text.Length ? "the end of the file" : "the end of the line";
        }

        if (kind == GoTokenKind.EndOfFile)
        {
            return "the end of the file";
        }

        // The text up to the next token is enough to recognise a name or literal by.
        var length = Math.Min(40, tokens[at + 1].Start - token.Start);
        var text = file.Text.Text.Substring(token.Start, length).Trim();
        var line = text.IndexOf('\n');
        return "'" + (line < 0 ? text : text.Substring(0, line)).Trim() + "'";
    }

    private int Expect(GoTokenKind expected, string text)
    {
        var token = at;
        if (kind != expected)
        {
            ErrorExpected(text);
            if (AtLostFunction())
            {
                return token;
            }
        }

        Next();
        return token;
    }

    private void ExpectClosing(GoTokenKind closing, string text, string context)
    {
        if (kind != closing && AtNewline)
        {
            Error(at, "A line of " + context + " must end with ',' or the closing " + text + ".");
            Next();
        }

        Expect(closing, text);
    }

    private void ExpectSemicolon()
    {
        switch (kind)
        {
            case GoTokenKind.CloseParen or GoTokenKind.CloseBrace:
                return;
            case GoTokenKind.Semicolon:
                SkipSemicolon();
                return;
            case GoTokenKind.Comma:
                ErrorExpected("';'");
                SkipSemicolon();
                return;
            default:
                ErrorExpected("';' or the end of the line");
                if (!AtLostFunction())
                {
                    Advance(Sync.Statement);
                }

                return;
        }
    }

    /// <summary>True where another element may follow; the caller then takes the comma, or what stands in its place.</summary>
    private bool AtComma(string context, GoTokenKind follow)
    {
        if (kind == GoTokenKind.Comma)
        {
            return true;
        }

        if (kind == follow)
        {
            return false;
        }

        Error(at, "Expected ',' in " + context + ", found " + Describe() + ".");
        return true;
    }

    private enum Sync
    {
        Statement,
        Declaration,
        ExpressionEnd,
    }

    // go/parser.advance: skips to a token that starts something, at most ten times to the same one.
    private void Advance(Sync to)
    {
        for (; kind != GoTokenKind.EndOfFile; Next())
        {
            if (!IsIn(to))
            {
                continue;
            }

            if (at == syncAt && syncCount < 10)
            {
                syncCount++;
                return;
            }

            if (at > syncAt)
            {
                syncAt = at;
                syncCount = 0;
                return;
            }
        }
    }

    // "func name" at the start of a line can only be the next declaration: a '}' is missing before it. go/parser has no such rule;
    // it reports the same line and loses the rest of the file.
    private bool AtLostFunction() => kind == GoTokenKind.FuncKeyword && KindAfter(1) == GoTokenKind.Identifier
        && tokens[at].Start > 0 && file.Text.Text[tokens[at].Start - 1] == '\n';

    private bool IsIn(Sync set) => set switch
    {
        Sync.Declaration => kind is GoTokenKind.ConstKeyword or GoTokenKind.TypeKeyword or GoTokenKind.VarKeyword,
        Sync.ExpressionEnd => kind is GoTokenKind.Comma or GoTokenKind.Colon or GoTokenKind.Semicolon or GoTokenKind.CloseParen
            or GoTokenKind.CloseBracket or GoTokenKind.CloseBrace,
        _ => kind is GoTokenKind.BreakKeyword or GoTokenKind.ConstKeyword or GoTokenKind.ContinueKeyword or GoTokenKind.DeferKeyword
            or GoTokenKind.FallthroughKeyword or GoTokenKind.ForKeyword or GoTokenKind.GoKeyword or GoTokenKind.GotoKeyword
            or GoTokenKind.IfKeyword or GoTokenKind.ReturnKeyword or GoTokenKind.SelectKeyword or GoTokenKind.SwitchKeyword
            or GoTokenKind.TypeKeyword or GoTokenKind.VarKeyword,
    };

    /// <summary>Goes one level down; false, at the limit, leaves reading at the end of the file, where every loop stops.</summary>
    private bool Enter()
    {
        if (++depth <= MaxDepth)
        {
            return true;
        }

        depth--;
        Stop("This nests deeper than " + MaxDepth + " levels; the rest of the file was left unread.");
        return false;
    }

    private void Stop(string message)
    {
        Error(at, message);
        stopped = true;
        MoveTo(tokens.Count - 1);
    }
}
