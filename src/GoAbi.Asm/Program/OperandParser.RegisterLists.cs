using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>[R1,R3-R5] of arm, [V1.B16, V2.B16] of arm64, [Z0-Z3] of x86: cmd/asm/internal/asm.(*Parser).registerList.</summary>
internal sealed partial class OperandParser
{
    private bool RegisterList(AsmOperandPrefix prefix)
    {
        position++;
        if (prefix != AsmOperandPrefix.None)
        {
            return Fail("illegal use of register list");
        }

        var registers = ImmutableArray.CreateBuilder<AsmRegister>();
        while (Peek() != AsmTokenKind.CloseBracket)
        {
            if (Peek() == AsmTokenKind.EndOfFile)
            {
                return Fail("missing ']' in register list");
            }

            if (!RegisterReference(out var first))
            {
                return false;
            }

            registers.Add(records.Register(first));
            if (architecture.IsArm64 && !ListArrangement(registers))
            {
                return false;
            }

            if (Peek() == AsmTokenKind.Minus && !ListRange(records.Register(first), registers))
            {
                return false;
            }

            if (Peek() != AsmTokenKind.CloseBracket && !Expect(AsmTokenKind.Comma, "','"))
            {
                return false;
            }
        }

        position++;
        operand.Extra = records.RegisterLists.Count;
        records.RegisterLists.Add(registers.ToImmutable());
        return Is(OperandForm.RegisterList);
    }

    private bool ListArrangement(ImmutableArray<AsmRegister>.Builder registers)
    {
        if (!Expect(AsmTokenKind.Dot, "'.'"))
        {
            return false;
        }

        var name = CanonicalAt(position);
        if (!Expect(AsmTokenKind.Identifier, "identifier"))
        {
            return false;
        }

        FailIf(operand.NameId != 0 && operand.NameId != name, "inconsistent arrangement in ARM64 register list");
        var count = registers.Count;
        if (count > 1 && (registers[count - 1].Number - registers[count - 2].Number + 32) % 32 != 1)
        {
            return Fail("incontiguous register in ARM64 register list: " + registers[count - 1].Name);
        }

        operand.NameId = name;
        return !failed;
    }

    // R2-R5; reversed ranges are accepted.
    private bool ListRange(AsmRegister first, ImmutableArray<AsmRegister>.Builder registers)
    {
        position++;
        if (!RegisterReference(out var index))
        {
            return false;
        }

        var last = records.Register(index);
        if (first.Class != last.Class || System.Math.Abs(first.Number - last.Number) > 32)
        {
            return Fail("bad range in register list");
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
