namespace GoAbi.Asm;

/// <summary>The same for arm64's instructions that are written as numbers: pairs and single registers of 64 bits stored and loaded, registers copied, numbers added.</summary>
internal static class Arm64WordTransfer
{
    private const int Word = 8;
    private const int StackPointer = 31;

    /// <summary>What holds behind a decoded instruction.</summary>
    /// <param name="decoded">The instruction.</param>
    /// <param name="architecture">What it is for.</param>
    /// <param name="state">What held before.</param>
    /// <param name="result">That without the registers that it writes.</param>
    public static StackState After(DecodedInstruction decoded, AsmArchitecture architecture, StackState state, StackState result)
    {
        if (decoded.Word is not { } word)
        {
            return result;
        }

        var target = (int)(word & 31);
        var source = (int)((word >> 5) & 31);
        if ((word & 0xFE400000) == 0xA8000000 || (word & 0xFE400000) == 0xA8400000)
        {
            return Pair(word, architecture, state, result);
        }

        if ((word & 0xFF800000) == 0xF9000000)
        {
            return Single(word, Read(source).Plus(((word >> 10) & 0xFFF) * Word));
        }

        if ((word & 0xFFA00000) == 0xF8000000 && ((word >> 10) & 3) != 2)
        {
            var distance = (int)(word << 11) >> 23;
            return Single(word, ((word >> 10) & 3) == 1 ? Read(source) : Read(source).Plus(distance));
        }

        if ((word & 0xBF800000) == 0x91000000)
        {
            var value = (long)((word >> 10) & 0xFFF) << ((word & 0x400000) != 0 ? 12 : 0);
            return Write(target, Read(source).Plus((word & 0x40000000) != 0 ? -value : value));
        }

        // MOV Xd, Xm, where 31 is zero.
        if ((word & 0xFFE0FFE0) == 0xAA0003E0 && target != StackPointer && ((word >> 16) & 31) != StackPointer)
        {
            return Write(target, Read((int)((word >> 16) & 31)));
        }

        return result;

        StackState Single(uint instruction, AsmTrackedValue address)
        {
            if (!address.IsAddress || target == StackPointer)
            {
                return result;
            }

            return (instruction & 0x400000) == 0 ? result.With(StackCell.At(address), Read(target)) : Write(target, state[StackCell.At(address)]);
        }

        AsmTrackedValue Read(int number) => Slot(architecture, number) is var slot and >= 0 ? state[StackCell.Of(slot)] : default;

        StackState Write(int number, AsmTrackedValue value) => Slot(architecture, number) is var slot and >= 0 ? result.With(StackCell.Of(slot), value) : result;
    }

    // Post-indexed 1, plain 2, pre-indexed 3.
    private static StackState Pair(uint word, AsmArchitecture architecture, StackState state, StackState result)
    {
        var first = Slot(architecture, (int)(word & 31));
        var second = Slot(architecture, (int)((word >> 10) & 31));
        var @base = Slot(architecture, (int)((word >> 5) & 31));
        var mode = (word >> 23) & 3;
        var distance = mode == 1 ? 0 : ((int)(word << 10) >> 25) * Word;
        var address = @base < 0 ? default : state[StackCell.Of(@base)].Plus(distance);
        if (!address.IsAddress || first < 0 || second < 0)
        {
            return result;
        }

        var above = StackCell.At(address.Plus(Word));
        return (word & 0x400000) == 0
            ? result.With(StackCell.At(address), state[StackCell.Of(first)]).With(above, state[StackCell.Of(second)])
            : result.With(StackCell.Of(first), state[StackCell.At(address)]).With(StackCell.Of(second), state[above]);
    }

    private static int Slot(AsmArchitecture architecture, int number) =>
        architecture.TryGetRegister(number == StackPointer ? "RSP" : number == 28 ? "g" : "R" + number.ToString(System.Globalization.CultureInfo.InvariantCulture), out var register)
            ? architecture.Slots.Of(register)
            : -1;
}
