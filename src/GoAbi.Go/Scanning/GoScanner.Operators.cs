namespace GoAbi.Go;

/// <content>Operators and punctuation.</content>
internal sealed partial class GoScanner
{
    private int ScanOperator(int at, char c)
    {
        var c1 = at + 1 < text.Length ? text[at + 1] : '\0';
        var (kind, length) = c switch
        {
            '(' => (GoTokenKind.OpenParen, 1),
            ')' => (GoTokenKind.CloseParen, 1),
            '[' => (GoTokenKind.OpenBracket, 1),
            ']' => (GoTokenKind.CloseBracket, 1),
            '{' => (GoTokenKind.OpenBrace, 1),
            '}' => (GoTokenKind.CloseBrace, 1),
            ',' => (GoTokenKind.Comma, 1),
            ';' => (GoTokenKind.Semicolon, 1),
            '~' => (GoTokenKind.Tilde, 1),
            '.' => c1 == '.' && at + 2 < text.Length && text[at + 2] == '.' ? (GoTokenKind.Ellipsis, 3) : (GoTokenKind.Dot, 1),
            ':' => OrAssign(c1, GoTokenKind.Colon, GoTokenKind.Define),
            '=' => OrAssign(c1, GoTokenKind.Assign, GoTokenKind.Equal),
            '!' => OrAssign(c1, GoTokenKind.Not, GoTokenKind.NotEqual),
            '*' => OrAssign(c1, GoTokenKind.Star, GoTokenKind.StarAssign),
            '/' => OrAssign(c1, GoTokenKind.Slash, GoTokenKind.SlashAssign),
            '%' => OrAssign(c1, GoTokenKind.Percent, GoTokenKind.PercentAssign),
            '^' => OrAssign(c1, GoTokenKind.Xor, GoTokenKind.XorAssign),
            '+' => c1 == '+' ? (GoTokenKind.Increment, 2) : OrAssign(c1, GoTokenKind.Plus, GoTokenKind.PlusAssign),
            '-' => c1 == '-' ? (GoTokenKind.Decrement, 2) : OrAssign(c1, GoTokenKind.Minus, GoTokenKind.MinusAssign),
            '|' => c1 == '|' ? (GoTokenKind.OrOr, 2) : OrAssign(c1, GoTokenKind.Or, GoTokenKind.OrAssign),
            '&' => ScanAnd(at, c1),
            '<' => c1 == '-' ? (GoTokenKind.Arrow, 2)
                : c1 == '<' ? ShiftOrAssign(at, GoTokenKind.ShiftLeft, GoTokenKind.ShiftLeftAssign)
                : OrAssign(c1, GoTokenKind.Less, GoTokenKind.LessOrEqual),
            '>' => c1 == '>' ? ShiftOrAssign(at, GoTokenKind.ShiftRight, GoTokenKind.ShiftRightAssign)
                : OrAssign(c1, GoTokenKind.Greater, GoTokenKind.GreaterOrEqual),
            _ => (GoTokenKind.None, 0),
        };

        if (kind == GoTokenKind.None)
        {
            return ScanBad(at);
        }

        Add(kind, at, length, kind is GoTokenKind.CloseParen or GoTokenKind.CloseBracket or GoTokenKind.CloseBrace or GoTokenKind.Increment or GoTokenKind.Decrement);
        return at + length;
    }

    private static (GoTokenKind Kind, int Length) OrAssign(char next, GoTokenKind alone, GoTokenKind withEquals) =>
        next == '=' ? (withEquals, 2) : (alone, 1);

    private (GoTokenKind Kind, int Length) ShiftOrAssign(int at, GoTokenKind alone, GoTokenKind withEquals) =>
        at + 2 < text.Length && text[at + 2] == '=' ? (withEquals, 3) : (alone, 2);

    private (GoTokenKind Kind, int Length) ScanAnd(int at, char next) => next switch
    {
        '&' => (GoTokenKind.AndAnd, 2),
        '^' => ShiftOrAssign(at, GoTokenKind.AndNot, GoTokenKind.AndNotAssign),
        _ => OrAssign(next, GoTokenKind.And, GoTokenKind.AndAssign),
    };
}
