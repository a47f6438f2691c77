using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>[R1,R3-R5] of arm, [V1.B16, V2.B16] of arm64, [Z0-Z3] of x86: cmd/asm/internal/asm.(*Parser).registerList.</summary>
internal sealed partial class OperandParser
{
    private RegisterListOperand? RegisterList(AsmOperandPrefix prefix)
    {
        position++;
        if (prefix != AsmOperandPrefix.None)
        {
            Fail("illegal use of register list");
            return null;
        }

        var registers = ImmutableArray.CreateBuilder<AsmRegister>();
        string? arrangement = null;
        while (Peek() != AsmTokenKind.CloseBracket)
        {
            if (Peek() == AsmTokenKind.EndOfFile)
            {
                Fail("missing ']' in register list");
                return null;
            }

            if (!RegisterReference(out var first))
            {
                return null;
            }

            registers.Add(first);
            if (architecture.IsArm64 && !ListArrangement(ref arrangement, registers))
            {
                return null;
            }

            if (Peek() == AsmTokenKind.Minus && !ListRange(first, registers))
            {
                return null;
            }

            if (Peek() != AsmTokenKind.CloseBracket && !Expect(AsmTokenKind.Comma, "','"))
            {
                return null;
            }
        }

        position++;
        return new RegisterListOperand(Origin(), registers.ToImmutable(), arrangement);
    }

    private bool ListArrangement(ref string? arrangement, ImmutableArray<AsmRegister>.Builder registers)
    {
        if (!Expect(AsmTokenKind.Dot, "'.'"))
        {
            return false;
        }

        var name = TextAt(position);
        if (!Expect(AsmTokenKind.Identifier, "identifier"))
        {
            return false;
        }

        FailIf(arrangement is not null && arrangement != name, "inconsistent arrangement in ARM64 register list");
        var count = registers.Count;
        FailIf(
            count > 1 && (registers[count - 1].Number - registers[count - 2].Number + 32) % 32 != 1,
            "incontiguous register in ARM64 register list: " + registers[count - 1].Name);
        arrangement ??= name;
        return !failed;
    }

    // R2-R5; reversed ranges are accepted.
    private bool ListRange(AsmRegister first, ImmutableArray<AsmRegister>.Builder registers)
    {
        position++;
        if (!RegisterReference(out var last))
        {
            return false;
        }

        if (first.Class != last.Class || System.Math.Abs(first.Number - last.Number) > 32)
        {
            Fail("bad range in register list");
            return false;
        }

        var step = last.Number < first.Number ? -1 : 1;
        for (var number = first.Number; number != last.Number;)
        {
            number += step;
            foreach (var candidate in architecture.Registers)
            {
                if (candidate.Number == number)
                {
                    registers.Add(candidate);
                    break;
                }
            }
        }

        return true;
    }
}
