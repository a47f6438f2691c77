namespace GoAbi.Asm;

/// <summary>Extensions and shifts by name and by class of the public model.</summary>
internal static class OperandModifiers
{
    /// <summary>None for what is no extension of a register.</summary>
    public static OperandModifier OfExtension(string name) => name switch
    {
        "UXTB" => OperandModifier.Uxtb,
        "UXTH" => OperandModifier.Uxth,
        "UXTW" => OperandModifier.Uxtw,
        "UXTX" => OperandModifier.Uxtx,
        "SXTB" => OperandModifier.Sxtb,
        "SXTH" => OperandModifier.Sxth,
        "SXTW" => OperandModifier.Sxtw,
        "SXTX" => OperandModifier.Sxtx,
        _ => OperandModifier.None,
    };

    /// <summary>The name of an extension of an index; null for none.</summary>
    public static string? NameOf(OperandModifier modifier) => modifier switch
    {
        OperandModifier.Lsl => "LSL",
        OperandModifier.Uxtb => "UXTB",
        OperandModifier.Uxth => "UXTH",
        OperandModifier.Uxtw => "UXTW",
        OperandModifier.Uxtx => "UXTX",
        OperandModifier.Sxtb => "SXTB",
        OperandModifier.Sxth => "SXTH",
        OperandModifier.Sxtw => "SXTW",
        OperandModifier.Sxtx => "SXTX",
        _ => null,
    };

    public static AsmShiftKind ShiftOf(OperandModifier modifier) => modifier switch
    {
        OperandModifier.Left => AsmShiftKind.Left,
        OperandModifier.Right => AsmShiftKind.Right,
        OperandModifier.ArithmeticRight => AsmShiftKind.ArithmeticRight,
        OperandModifier.RotateRight => AsmShiftKind.RotateRight,
        _ => AsmShiftKind.None,
    };
}
