using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using GoAbi.Asm;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Asm.Tests.Tokens;

/// <summary>
/// The token streams, before and after preprocessing, serve a parser of someone else's: a small grammar of operands ($n, name±n(BASE), (BASE), n(BASE), name) is parsed
/// from both with combinators that are generic over the token.
/// </summary>
public class TokenStreamTests
{
    private const string Code = "#define SIZE 16\n#define LOAD(from) MOVQ from, AX\n"
        + "TEXT ·f(SB), $0\n\tMOVQ $SIZE, x-8(SP)\n\tLOAD(arg+8(FP))\n\tMOVQ (CX), SI\n";

    [Fact]
    public void Operands_are_parsed_from_the_tokens_of_a_file()
    {
        var tree = Parse();
        var grammar = new Grammar<AsmToken>(static token => token.Kind, tree.GetText, token => tree.File.Text.GetGoPosition(token.Start));
        var operation = tree.Statements.OfType<AsmOperationSyntax>().First(static o => o.Mnemonic == "MOVQ");
        Assert.Equal(["$SIZE@4:7", "x-8(SP)@4:14"], grammar.Operands(operation.Tokens[1..]));
    }

    [Fact]
    public void Operands_are_parsed_from_the_tokens_after_preprocessing()
    {
        var tree = Parse();
        var program = AsmProgram.Create(tree, new Target(), AsmProgramOptions.Default);
        var grammar = new Grammar<AsmExpandedToken>(static token => token.Kind, program.GetText, token => program.GetLocation(token).Start);
        var found = new List<string>();
        var tokens = program.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == AsmTokenKind.Identifier && program.GetText(tokens[i]) == "MOVQ")
            {
                found.Add(string.Join(" ", grammar.Operands(tokens[(i + 1)..])));
            }
        }

        // Places are those where the tokens are written: in the macro's body and in its argument.
        Assert.Equal(["$16@4:7 x-8(SP)@4:14", "arg+8(FP)@5:7 AX@2:31", "(CX)@6:7 SI@6:13"], found);
    }

    [Fact]
    public void A_token_after_preprocessing_says_by_which_macros_it_came()
    {
        var program = AsmProgram.Create(Parse(), new Target(), AsmProgramOptions.Default);
        var at = Enumerable.Range(0, program.Tokens.Length).First(i => program.GetText(program.Tokens[i]) == "AX");
        var origin = program.GetOrigin(at);
        Assert.Equal(("5:2", "2:31"), (origin.Location.Start.ToString(), origin.Spelling.Start.ToString()));
        Assert.Equal("LOAD", Assert.Single(origin.Expansion).Name);
        Assert.NotEqual(0, program.Tokens[at].Expansion);
        Assert.Throws<ArgumentOutOfRangeException>(() => program.GetOrigin(program.Tokens.Length));
    }

    [Fact]
    public void Tokens_are_equal_where_kind_place_and_name_are()
    {
        var first = Parse().Tokens.ToArray();
        var again = Parse().Tokens.ToArray();
        Assert.Equal(first.Length, again.Length);
        Assert.True(first[3].Equals(again[3]));
        Assert.Equal(first[3].GetHashCode(), again[3].GetHashCode());
        Assert.NotEqual(first[3], first[4]);
    }

    private static AsmSyntaxTree Parse() => AsmSyntaxTree.Parse(new SourceFile("f_amd64.s", SourceText.FromString(Code)));

    /// <summary>The grammar, over either kind of token.</summary>
    private sealed class Grammar<TToken>
        where TToken : struct, IEquatable<TToken>
    {
        private readonly TokenParser<TToken, List<string>> operands;

        public Grammar(Func<TToken, AsmTokenKind> kind, Func<TToken, string> text, Func<TToken, GoPosition> place)
        {
            TokenParser<TToken, TToken> Is(AsmTokenKind wanted) => TokenParsers.One<TToken>(token => kind(token) == wanted);
            TokenParser<TToken, (string Text, TToken First)> Text(AsmTokenKind wanted) => Is(wanted).Select(token => (text(token), token));

            var word = Text(AsmTokenKind.Identifier).Or(Text(AsmTokenKind.Integer));
            var @base = Is(AsmTokenKind.OpenParen).Then(Is(AsmTokenKind.Identifier), (open, name) => (Text: "(" + text(name), First: open))
                .Then(Is(AsmTokenKind.CloseParen), static (name, _) => (Text: name.Text + ")", name.First));
            var sign = Is(AsmTokenKind.Plus).Select(static _ => 1L).Or(Is(AsmTokenKind.Minus).Select(static _ => -1L));
            var offset = sign.Then(Is(AsmTokenKind.Integer), (factor, digits) => factor * long.Parse(text(digits), CultureInfo.InvariantCulture)).Optional(0L);
            var memory = word.Then(offset, static (name, added) => (Text: name.Text + (added == 0 ? "" : added.ToString("+0;-0", CultureInfo.InvariantCulture)), name.First))
                .Then(@base, static (address, register) => (Text: address.Text + register.Text, address.First));
            var immediate = Is(AsmTokenKind.Dollar).Then(word, static (dollar, value) => (Text: "$" + value.Text, First: dollar));
            var operand = immediate.Or(memory).Or(@base).Or(word).Select(found => found.Text + "@" + place(found.First));
            operands = operand.SeparatedBy(Is(AsmTokenKind.Comma));
        }

        public List<string> Operands(ReadOnlySpan<TToken> tokens) => operands(tokens, out var result, out _) ? result : [];
    }
}
