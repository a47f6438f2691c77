namespace GoAbi.Asm;

/// <summary>arm64's loads and stores of two registers at once.</summary>
internal static class Arm64PairTransfer
{
    private const int Word = 8;

    /// <summary>What holds behind LDP or STP; null for other instructions.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="step">Its step.</param>
    /// <param name="state">What held before.</param>
    /// <param name="result">That without what it overwrites.</param>
    /// <param name="places">Reads operands.</param>
    public static StackState? After(Instruction instruction, int step, StackState state, StackState result, StackPlaces places)
    {
        if (instruction is { Mnemonic: "STP", Operands: [RegisterPairOperand stored, { }] })
        {
            var address = StackAccess.AddressOf(instruction, 1, step, state, places);
            return address.IsAddress
                ? result.With(StackCell.At(address), places.ValueOf(stored.First, state)).With(StackCell.At(address.Plus(Word)), places.ValueOf(stored.Second, state))
                : result;
        }

        if (instruction is { Mnemonic: "LDP", Operands: [{ }, RegisterPairOperand loaded] })
        {
            var address = StackAccess.AddressOf(instruction, 0, step, state, places);
            return address.IsAddress
                ? places.With(places.With(result, loaded.First, state[StackCell.At(address)]), loaded.Second, state[StackCell.At(address.Plus(Word))])
                : result;
        }

        return null;
    }
}
