using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>R1.UXTW&lt;&lt;2, V1.B16, V1.S[2]: cmd/asm/internal/asm.(*Parser).registerExtension and cmd/asm/internal/arch's parts of it.</summary>
internal sealed partial class OperandParser
{
    // At the register, as an operand of its own.
    private bool Extended(AsmOperandPrefix prefix)
    {
        var nameAt = position;
        if (prefix != AsmOperandPrefix.None)
        {
            return FailAt(start, "a register with an extension takes no '$' or '*'");
        }

        if (!RegisterReference(out var field))
        {
            return false;
        }

        operand.Register = (ushort)field;
        var extensionAt = Peek() == AsmTokenKind.Dot ? position + 1 : 0;
        if (!Suffix(out var nameId, out var amount, out var element))
        {
            return false;
        }

        var register = records.Register(field);
        var extension = nameId == 0 ? "" : stream.Names.GetText(nameId);
        if (architecture.Family == ArchitectureFamily.Loong64)
        {
            return LoongVector(register, nameAt, nameId, extension, extensionAt, element);
        }

        if (element is null && amount > 7)
        {
            return FailAt(position - 1, "the shift is 7 at most", DiagnosticIds.OperandRange);
        }

        if (IsGeneral(register))
        {
            return General(extension, extensionAt, amount, element);
        }

        operand.NameId = nameId;
        operand.Value = element ?? -1;
        return IsScalable(register) ? ScalableExtension(prefix)
            : register.Class == AsmRegisterClass.Vector && register.Name[0] == 'V' ? Vector(extension, extensionAt, element)
            : FailAt(nameAt, register.Name + " takes no extension");
    }

    // arm64: R0 to R31, which is ZR; RSP is none of them.
    private static bool IsGeneral(AsmRegister register) => register.Class == AsmRegisterClass.General && !register.IsStackPointer;

    private bool General(string extension, int extensionAt, int? amount, int? element)
    {
        if (element is not null)
        {
            return FailAt(extensionAt, "a general register has no elements");
        }

        operand.Modifier = extension == "LSL" ? OperandModifier.Lsl : OperandModifiers.OfExtension(extension);
        if (operand.Modifier == OperandModifier.None)
        {
            return FailAt(System.Math.Min(extensionAt, end - 1), "'" + extension + "' is no extension of a register; these are: UXTB UXTH UXTW UXTX SXTB SXTH SXTW SXTX");
        }

        operand.Value = amount ?? 0;
        operand.Flags |= amount is null ? OperandFlags.None : OperandFlags.HasAmount;
        return Is(OperandForm.ExtendedRegister);
    }

    private bool Vector(string extension, int extensionAt, int? element)
    {
        var isElement = extension is "B" or "H" or "S" or "D";
        if (!isElement && extension is not ("B8" or "B16" or "H4" or "H8" or "S2" or "S4" or "D1" or "D2" or "Q1"))
        {
            return FailAt(System.Math.Min(extensionAt, end - 1), "'" + extension + "' is no arrangement of a vector; these are: B8 B16 H4 H8 S2 S4 D1 D2 Q1");
        }

        // V1.B alone passes the parser.
        return element is not null && !isElement
            ? FailAt(extensionAt, "an element is written B[i], H[i], S[i] or D[i]")
            : Is(OperandForm.VectorRegister);
    }

    private bool LoongVector(AsmRegister register, int nameAt, int nameId, string extension, int extensionAt, int? element)
    {
        var isLsx = register.Name[0] == 'V';
        if (register.Class != AsmRegisterClass.Vector)
        {
            return FailAt(nameAt, register.Name + " is no vector register: it takes no arrangement");
        }

        var isKnown = element is not null
            ? extension is "B" or "H" or "W" or "V" or "BU" or "HU" or "WU" or "VU"
            : isLsx ? extension is "B16" or "H8" or "W4" or "V2" : extension is "B32" or "H16" or "W8" or "V4" or "Q2";
        if (!isKnown)
        {
            return FailAt(
                System.Math.Min(extensionAt, end - 1),
                "'" + extension + "' is no arrangement here; these are: " + (element is not null ? "B H W V BU HU WU VU" : isLsx ? "B16 H8 W4 V2" : "B32 H16 W8 V4 Q2"));
        }

        operand.NameId = nameId;
        operand.Value = element ?? -1;
        return Is(OperandForm.VectorRegister);
    }

    // At the index of (R1)(R2.UXTW<<2) or (R1)(R2<<2).
    private bool IndexExtension()
    {
        var nameAt = position;
        if (!RegisterReference(out var index))
        {
            return false;
        }

        var register = records.Register(index);
        var isShift = Peek() == AsmTokenKind.ShiftLeft;
        if (!isShift && Peek() != AsmTokenKind.Dot)
        {
            return Fail("an index is shifted with <<");
        }

        if (!Suffix(out var nameId, out var amount, out var element))
        {
            return false;
        }

        operand.Index = (ushort)index;
        var extension = nameId == 0 ? "LSL" : stream.Names.GetText(nameId);
        if (architecture.Family == ArchitectureFamily.Loong64 || !IsGeneral(register))
        {
            var kept = operand;
            var isKnown = architecture.Family == ArchitectureFamily.Loong64
                ? LoongVector(register, nameAt, nameId, extension, nameAt, element)
                : register.Class == AsmRegisterClass.Vector && register.Name[0] == 'V' ? Vector(extension, nameAt, element)
                : IsScalable(register) || FailAt(nameAt, register.Name + " takes no extension");
            operand = kept;
            operand.NameId = nameId;
            return isKnown;
        }

        if (element is not null)
        {
            return FailAt(nameAt, "a general register has no elements");
        }

        if (amount > 7)
        {
            return FailAt(position - 1, "the shift is 7 at most", DiagnosticIds.OperandRange);
        }

        operand.Modifier = extension == "LSL" ? OperandModifier.Lsl : OperandModifiers.OfExtension(extension);
        if (operand.Modifier is not (OperandModifier.Lsl or OperandModifier.Uxtw or OperandModifier.Sxtw or OperandModifier.Sxtx))
        {
            return FailAt(nameAt, "an index is extended by UXTW, SXTW or SXTX, not by '" + extension + "'");
        }

        operand.Amount = (byte)(amount ?? 0);
        operand.Flags |= amount is null ? OperandFlags.None : OperandFlags.HasAmount;
        return true;
    }

    /// <summary>.EXT, .EXT&lt;&lt;n, .EXT[n], &lt;&lt;n or, in SVE, [n]; the name is 0 where none is written.</summary>
    private bool Suffix(out int nameId, out int? amount, out int? element)
    {
        (nameId, amount, element) = (0, null, null);
        if (Peek() == AsmTokenKind.Dot)
        {
            position++;
            nameId = CanonicalAt(position);
            if (!Expect(AsmTokenKind.Identifier, "an extension or arrangement"))
            {
                return false;
            }
        }

        if (Peek() == AsmTokenKind.ShiftLeft)
        {
            position++;
            if (!SmallInteger(out var number))
            {
                return false;
            }

            amount = number;
        }
        else if (Peek() == AsmTokenKind.OpenBracket)
        {
            position++;
            if (!SmallInteger(out var number) || !Expect(AsmTokenKind.CloseBracket, "']'"))
            {
                return false;
            }

            element = number;
        }

        return true;
    }
}
