namespace GoAbi.Asm;

/// <summary>
/// Scalable vectors of arm64, since Go 1.27: Z1.B, P0.Z, Z1[2], (VL*imm)(R0), (Z1.D.SXTW&lt;&lt;2)(R0), [R12, $1](P1.B). Which arrangements an instruction takes is its encoder's to say.
/// </summary>
internal sealed partial class OperandParser
{
    private const int FirstWithScalable = 27;

    private bool HasScalable => architecture.IsArm64 && architecture.Minor >= FirstWithScalable;

    private bool IsScalable(AsmRegister register) =>
        HasScalable && (register.Class == AsmRegisterClass.Mask || (register.Class == AsmRegisterClass.Vector && register.Name[0] == 'Z'));

    // Z1[i], P1[i].
    private bool AtBareElement() =>
        HasScalable && Peek(1) == AsmTokenKind.OpenBracket && meanings.TryGetRegister(NameAt(position), out var register) && IsScalable(register);

    // Behind Z1.D: perhaps .SXTW<<2.
    private bool ScalableExtension(AsmOperandPrefix prefix)
    {
        if (Peek() == AsmTokenKind.Dot && !ScalableIndexExtension())
        {
            return false;
        }

        return Is(OperandForm.VectorRegister, prefix);
    }

    private bool ScalableIndexExtension()
    {
        if (!Suffix(out var nameId, out var amount, out _))
        {
            return false;
        }

        operand.Modifier = nameId == 0 ? OperandModifier.Lsl : OperandModifiers.OfExtension(stream.Names.GetText(nameId));
        operand.Amount = (byte)System.Math.Min(amount ?? 0, byte.MaxValue);
        operand.Flags |= amount is null ? OperandFlags.None : OperandFlags.HasAmount;
        return true;
    }

    // (VL*imm), (-VL*imm), (imm*VL) or (Z1...: at '('.
    private bool AtVectorLength()
    {
        if (!HasScalable)
        {
            return false;
        }

        var at = Peek(1) == AsmTokenKind.Minus ? 2 : 1;
        return IsVectorLength(position + at) || (at == 1 && meanings.TryGetRegister(NameAt(position + 1), out var register) && IsScalable(register));
    }

    private bool IsVectorLength(int index) => NameAt(index) != 0 && stream.Names.GetText(NameAt(index)) == "VL";

    private bool VectorLengthMemory(AsmOperandPrefix prefix)
    {
        position++;
        var isNegative = Peek() == AsmTokenKind.Minus;
        position += isNegative ? 1 : 0;
        if (IsVectorLength(position))
        {
            position++;
            if (!Expect(AsmTokenKind.Star, "'*'") || !SmallInteger(out var count) || !Expect(AsmTokenKind.CloseParen, "')'"))
            {
                return false;
            }

            operand.Value = isNegative ? -count : count;
            operand.Flags |= OperandFlags.IsVectorLengthScaled;
        }
        else
        {
            if (!RegisterReference(out var index) || !Suffix(out var nameId, out _, out _) || (Peek() == AsmTokenKind.Dot && !ScalableIndexExtension())
                || !Expect(AsmTokenKind.CloseParen, "')'"))
            {
                return false;
            }

            operand.Index = (ushort)index;
            operand.NameId = nameId;
        }

        if (Peek() == AsmTokenKind.OpenParen)
        {
            position++;
            if (!RegisterReference(out var first) || !Expect(AsmTokenKind.CloseParen, "')'"))
            {
                return false;
            }

            operand.Register = (ushort)first;
        }

        return Is(OperandForm.Memory, prefix);
    }

    // [Z1.D-Z4.D], [P1.B, P2.B], [R12, $1](P1.B): at the first register, behind '['.
    private bool ScalableList()
    {
        var registers = System.Collections.Immutable.ImmutableArray.CreateBuilder<AsmRegister>();
        while (Peek() != AsmTokenKind.CloseBracket)
        {
            if (Peek() == AsmTokenKind.Dollar && registers.Count == 1)
            {
                position++;
                var value = Expression(0);
                return !failed && Expect(AsmTokenKind.CloseBracket, "']'") && SelectedPredicate(registers[0], unchecked((long)value));
            }

            if (!RegisterReference(out var field) || !Suffix(out var nameId, out _, out _))
            {
                return false;
            }

            registers.Add(records.Register(field));
            operand.NameId = nameId;
            if (Peek() == AsmTokenKind.Minus)
            {
                position++;
                if (!RegisterReference(out var last) || !Suffix(out _, out _, out _))
                {
                    return false;
                }

                AddRange(registers, records.Register(field), records.Register(last));
            }

            if (Peek() != AsmTokenKind.CloseBracket && !Expect(AsmTokenKind.Comma, "','"))
            {
                return false;
            }
        }

        position++;
        return List(registers);
    }

    private bool SelectedPredicate(AsmRegister selector, long value)
    {
        if (!Expect(AsmTokenKind.OpenParen, "'('") || !RegisterReference(out var field) || !Suffix(out var nameId, out _, out _))
        {
            return false;
        }

        operand.Register = (ushort)field;
        operand.Index = (ushort)records.FieldOf(selector);
        operand.NameId = nameId;
        operand.Value = value;
        return Expect(AsmTokenKind.CloseParen, "')'") && Is(OperandForm.SelectedPredicate);
    }
}
