using System;
using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Asm.Tests.Tokens;

/// <summary>A parser over tokens of any type: the rest of the input after what it has read, or failure.</summary>
internal delegate bool TokenParser<TToken, TResult>(ReadOnlySpan<TToken> input, out TResult result, out int used)
    where TToken : struct, IEquatable<TToken>;

/// <summary>A parser-combinator library in small: it knows nothing of assembly, and asks of a token only that it is an equatable struct.</summary>
internal static class TokenParsers
{
    public static TokenParser<TToken, TToken> One<TToken>(Func<TToken, bool> accepts)
        where TToken : struct, IEquatable<TToken> => (ReadOnlySpan<TToken> input, out TToken result, out int used) =>
        {
            var fits = !input.IsEmpty && accepts(input[0]);
            result = fits ? input[0] : default;
            used = fits ? 1 : 0;
            return fits;
        };

    public static TokenParser<TToken, TResult> Then<TToken, TFirst, TSecond, TResult>(
        this TokenParser<TToken, TFirst> first, TokenParser<TToken, TSecond> second, Func<TFirst, TSecond, TResult> combine)
        where TToken : struct, IEquatable<TToken> => (ReadOnlySpan<TToken> input, out TResult result, out int used) =>
        {
            result = default!;
            used = 0;
            if (!first(input, out var a, out var usedByFirst) || !second(input[usedByFirst..], out var b, out var usedBySecond))
            {
                return false;
            }

            result = combine(a, b);
            used = usedByFirst + usedBySecond;
            return true;
        };

    public static TokenParser<TToken, TResult> Or<TToken, TResult>(this TokenParser<TToken, TResult> first, TokenParser<TToken, TResult> second)
        where TToken : struct, IEquatable<TToken> => (ReadOnlySpan<TToken> input, out TResult result, out int used) =>
            first(input, out result, out used) || second(input, out result, out used);

    public static TokenParser<TToken, TResult> Select<TToken, TSource, TResult>(this TokenParser<TToken, TSource> source, Func<TSource, TResult> map)
        where TToken : struct, IEquatable<TToken> => (ReadOnlySpan<TToken> input, out TResult result, out int used) =>
        {
            var fits = source(input, out var value, out used);
            result = fits ? map(value) : default!;
            return fits;
        };

    public static TokenParser<TToken, TResult> Optional<TToken, TResult>(this TokenParser<TToken, TResult> source, TResult otherwise)
        where TToken : struct, IEquatable<TToken> => (ReadOnlySpan<TToken> input, out TResult result, out int used) =>
        {
            if (!source(input, out result, out used))
            {
                result = otherwise;
                used = 0;
            }

            return true;
        };

    public static TokenParser<TToken, List<TResult>> SeparatedBy<TToken, TResult, TSeparator>(
        this TokenParser<TToken, TResult> item, TokenParser<TToken, TSeparator> separator)
        where TToken : struct, IEquatable<TToken> => (ReadOnlySpan<TToken> input, out List<TResult> result, out int used) =>
        {
            result = [];
            used = 0;
            while (item(input[used..], out var value, out var usedByItem))
            {
                result.Add(value);
                used += usedByItem;
                if (!separator(input[used..], out _, out var usedBySeparator))
                {
                    return true;
                }

                used += usedBySeparator;
            }

            return result.Count == 0;
        };
}
