namespace GoAbi.Asm;

/// <summary>Tokens in their small form, each made whole when it is looked at.</summary>
internal readonly struct LexedTokens(LexedToken[] tokens, AsmNameTable names)
{
    public int Length => tokens.Length;

    public AsmToken this[int index] => tokens[index].ToToken(names);
}
