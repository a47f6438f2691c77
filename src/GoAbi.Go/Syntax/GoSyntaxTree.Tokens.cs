using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <content>Tokens and their text.</content>
public sealed partial class GoSyntaxTree
{
    private readonly GoToken[] tokens;
    private readonly string[] names;
    private readonly IReadOnlyDictionary<int, int>? longLiterals;

    /// <summary>All tokens in order, automatic semicolons included; the last is <see cref="GoTokenKind.EndOfFile"/>.</summary>
    public ReadOnlySpan<GoToken> Tokens => tokens;

    /// <summary>All comments in order.</summary>
    public ImmutableArray<GoComment> Comments { get; }

    /// <summary>Kind of a token by its index in <see cref="Tokens"/>.</summary>
    public GoTokenKind TokenKind(int index) => tokens[index].Kind;

    /// <summary>Where a token is.</summary>
    public TextSpan TokenSpan(int index) => new(tokens[index].Start, TokenLength(index));

    /// <summary>Text of a token; the session's one string for an identifier, empty for an automatic semicolon.</summary>
    public string TokenText(int index)
    {
        var token = tokens[index];
        return token.Kind == GoTokenKind.Identifier ? names[token.Payload] : File.Text.ToString(TokenSpan(index));
    }

    internal TextSpan NodeSpan(GoNodeData node)
    {
        var start = tokens[node.FirstToken].Start;
        return node.EndToken <= node.FirstToken
            ? new TextSpan(start, 0)
            : TextSpan.FromBounds(start, tokens[node.EndToken - 1].Start + TokenLength(node.EndToken - 1));
    }

    private int TokenLength(int index)
    {
        var token = tokens[index];
        if (token.Kind == GoTokenKind.Identifier)
        {
            return names[token.Payload].Length;
        }

        return token.Payload == GoToken.MaxPayload && longLiterals is not null ? longLiterals[token.Start] : token.Payload;
    }
}
