using System;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Reflection;
using GoAbi.Runtime;

namespace GoAbi.Testing.Readers;

/// <summary>Values of generated record structs by the paths that Go has for their pieces, as bits.</summary>
public static class ReaderValues
{
    /// <summary>Reads a generated type; null where it says that it can't.</summary>
    public static object? Read(Type type, object registers, object memory)
    {
        var method = type.GetMethod("TryRead")!.MakeGenericMethod(registers.GetType(), memory.GetType());
        object?[] arguments = [registers, memory, null];
        return (bool)method.Invoke(null, arguments)! ? arguments[2] : null;
    }

    /// <summary>A piece of a value: ".F0[2].len" as the bits of an unsigned number.</summary>
    public static ulong Piece(object value, string path, long size)
    {
        var at = 0;
        while (at < path.Length)
        {
            var end = path.IndexOfAny(['.', '['], at + 1);
            end = end < 0 ? path.Length : end;
            var step = path[at..end];
            value = Member(value, step);
            at = end;
        }

        return size == 8 ? Bits(value) : Bits(value) & ((1UL << (int)(8 * size)) - 1);
    }

    private static object Member(object value, string step)
    {
        if (step[0] == '[')
        {
            var index = int.Parse(step.AsSpan(1, step.Length - 2), CultureInfo.InvariantCulture);
            return value.GetType().GetProperty("Item")!.GetValue(value, [index])!;
        }

        return (value, step) switch
        {
            (GoString s, ".ptr") => s.Address,
            (GoString s, ".len") => s.Length,
            (GoSlice s, ".ptr") => s.Address,
            (GoSlice s, ".len") => s.Length,
            (GoSlice s, ".cap") => s.Capacity,
            (GoAny a, ".type") => a.Type,
            (GoAny a, ".data") => a.Data,
            (GoInterface i, ".itab") => i.Table,
            (GoInterface i, ".data") => i.Data,
            (GoComplex64 c, ".real") => c.Real,
            (GoComplex64 c, ".imag") => c.Imaginary,
            (Complex c, ".real") => c.Real,
            (Complex c, ".imag") => c.Imaginary,
            _ => Property(value, step[1..]),
        };
    }

    private static object Property(object value, string name) =>
        (value.GetType().GetProperty(string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(static w => char.ToUpperInvariant(w[0]) + w[1..])), BindingFlags.Public | BindingFlags.Instance)
            ?? throw new InvalidOperationException(value.GetType() + " has no " + name)).GetValue(value)!;

    private static ulong Bits(object value) => value switch
    {
        bool b => b ? 1UL : 0,
        byte n => n,
        ushort n => n,
        uint n => n,
        ulong n => n,
        sbyte n => unchecked((byte)n),
        short n => unchecked((ushort)n),
        int n => unchecked((uint)n),
        long n => unchecked((ulong)n),
        float f => BitConverter.SingleToUInt32Bits(f),
        double d => BitConverter.DoubleToUInt64Bits(d),
        GoPointer p => p.Address,
        _ => throw new InvalidOperationException(value.GetType() + " is no number"),
    };
}
