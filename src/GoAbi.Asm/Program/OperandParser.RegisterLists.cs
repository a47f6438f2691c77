using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>[R1,R3-R5] of arm, [V1.B16, V2.B16] of arm64, [Z0-Z3] of x86: cmd/asm/internal/asm.(*Parser).registerList.</summary>
internal sealed partial class OperandParser
{
    private bool RegisterList()
    {
        position++;
        return architecture.Family switch
        {
            ArchitectureFamily.X86 => RangeList(),
            ArchitectureFamily.Arm => GeneralList(),
            ArchitectureFamily.Arm64 => AtScalableList() ? ScalableList() : VectorList(),
            _ => Fail(architecture.Name + " has no register lists"),
        };
    }

    private bool List(ImmutableArray<AsmRegister>.Builder registers)
    {
        operand.Extra = records.RegisterLists.Count;
        records.RegisterLists.Add(registers.ToImmutable());
        return Is(OperandForm.RegisterList);
    }

    // [Z0-Z3] and nothing else; any registers pass the parser.
    private bool RangeList()
    {
        var registers = ImmutableArray.CreateBuilder<AsmRegister>();
        if (!meanings.TryGetRegister(NameAt(position), out var low))
        {
            return Fail("expected a register, found " + Shown(position));
        }

        position++;
        if (!Expect(AsmTokenKind.Minus, "'-'"))
        {
            return false;
        }

        if (!meanings.TryGetRegister(NameAt(position), out var high))
        {
            return Fail("expected a register, found " + Shown(position));
        }

        position++;
        if (!Expect(AsmTokenKind.CloseBracket, "']'"))
        {
            return false;
        }

        registers.Add(low);
        AddRange(registers, low, high);
        return List(registers);
    }

    private bool GeneralList()
    {
        var registers = ImmutableArray.CreateBuilder<AsmRegister>();
        var seen = 0;
        while (Peek() != AsmTokenKind.CloseBracket)
        {
            var at = position;
            if (!GeneralRegister(out var first))
            {
                return false;
            }

            var last = first;
            if (Peek() == AsmTokenKind.Minus)
            {
                position++;
                if (!GeneralRegister(out last))
                {
                    return false;
                }
            }

            var count = registers.Count;
            registers.Add(first);
            AddRange(registers, first, last);
            for (var i = count; i < registers.Count; i++)
            {
                var bit = 1 << (registers[i].Number & 15);
                if ((seen & bit) != 0)
                {
                    return FailAt(at, registers[i].Name + " is in the list twice");
                }

                seen |= bit;
            }

            if (Peek() != AsmTokenKind.CloseBracket && !Expect(AsmTokenKind.Comma, "','"))
            {
                return false;
            }
        }

        position++;
        return List(registers);
    }

    private bool GeneralRegister(out AsmRegister register)
    {
        register = default;
        var at = position;
        if (Peek() == AsmTokenKind.EndOfFile)
        {
            return Fail("the list's ']' is missing");
        }

        if (!RegisterReference(out var field))
        {
            return false;
        }

        register = records.Register(field);
        return register.Class == AsmRegisterClass.General || FailAt(at, "the list takes g and R0 to R15, not " + register.Name);
    }

    private bool VectorList()
    {
        var registers = ImmutableArray.CreateBuilder<AsmRegister>();
        while (Peek() != AsmTokenKind.CloseBracket)
        {
            var at = position;
            if (Peek() == AsmTokenKind.EndOfFile)
            {
                return Fail("the list's ']' is missing");
            }

            if (!RegisterReference(out var field))
            {
                return false;
            }

            var register = records.Register(field);
            if (register.Class != AsmRegisterClass.Vector || register.Name[0] != 'V')
            {
                return FailAt(at, "the list takes V0 to V31, not " + register.Name);
            }

            registers.Add(register);
            if (!ListArrangement(registers, at) || (Peek() != AsmTokenKind.CloseBracket && !Expect(AsmTokenKind.Comma, "','")))
            {
                return false;
            }
        }

        if (registers.Count is 0 or > 4)
        {
            return Fail("a list has one to four registers");
        }

        position++;
        return List(registers);
    }

    private bool ListArrangement(ImmutableArray<AsmRegister>.Builder registers, int at)
    {
        if (!Expect(AsmTokenKind.Dot, "'.' and an arrangement"))
        {
            return false;
        }

        var name = CanonicalAt(position);
        if (name == 0 || stream.Names.GetText(name) is not ("B8" or "B16" or "H4" or "H8" or "S2" or "S4" or "D1" or "D2"))
        {
            return Fail(Shown(position) + " is no arrangement of a list; these are: B8 B16 H4 H8 S2 S4 D1 D2");
        }

        if (operand.NameId != 0 && operand.NameId != name)
        {
            return Fail("the registers of a list have one arrangement");
        }

        var count = registers.Count;
        if (count > 1 && (registers[count - 1].Number - registers[count - 2].Number + 32) % 32 != 1)
        {
            return FailAt(at, "the registers of a list follow one another: " + registers[count - 1].Name + " is not the next one");
        }

        position++;
        operand.NameId = name;
        return true;
    }

    private bool AtScalableList() =>
        HasScalable && meanings.TryGetRegister(NameAt(position), out var register) && (register.Class == AsmRegisterClass.General || IsScalable(register));

    // Those behind the first up to the last, which may have the lower number.
    private void AddRange(ImmutableArray<AsmRegister>.Builder registers, AsmRegister first, AsmRegister last)
    {
        const int Longest = 32;
        var step = last.Number < first.Number ? -1 : 1;
        if (System.Math.Abs(first.Number - last.Number) >= Longest)
        {
            registers.Add(last);
            return;
        }

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
    }
}
