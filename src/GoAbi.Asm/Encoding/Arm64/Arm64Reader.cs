using System;

namespace GoAbi.Asm;

/// <summary>From records to what the encoder works on: cmd/asm/internal/asm.(*Parser).asmInstruction, asmJump and what progedit and aclass make of it.</summary>
internal readonly ref struct Arm64Reader(ProgramRecords records, Arm64Names names, Arm64Forms forms, Arm64Frame frame)
{
    private readonly ProgramRecords records = records;
    private readonly Arm64Names names = names;
    private readonly Arm64Forms forms = forms;
    private readonly Arm64Frame frame = frame;

    /// <summary>False where the assembler's parser refuses or the statement is none of the encoder's.</summary>
    public Arm64Fault Read(in StatementRecord statement, Arm64Mnemonic mnemonic, int suffix, out Arm64PlacedInstruction instruction)
    {
        instruction = default;
        instruction.Mnemonic = mnemonic;
        instruction.Suffix = suffix;
        var operands = records.OperandsOf(statement);
        instruction.OperandCount = operands.Length;
        foreach (ref readonly var operand in operands)
        {
            instruction.HasUnknown |= operand.HasUnresolvedName || operand.Form == OperandForm.Unknown;
        }

        var fault = Place(operands, ref instruction);
        if (fault.IsNone)
        {
            Rewrite(ref instruction);
            Classify(ref instruction);
        }

        return fault;
    }

    private Arm64Fault Place(ReadOnlySpan<OperandRecord> operands, ref Arm64PlacedInstruction instruction)
    {
        var isJump = instruction.Is(Arm64Sets.Jump);
        switch (operands.Length)
        {
            case 0:
                return default;
            case 1 when (isJump || instruction.Is(Arm64Sets.OneResult)):
                Address(operands, 0, isJump, ref instruction.To);
                return default;
            case 1:
                Address(operands, 0, isJump: false, ref instruction.From);
                return default;
            case 2:
                Address(operands, 0, isJump && instruction.Operation == Arm64Operation.ADR, ref instruction.From);
                if (instruction.Is(Arm64Sets.Compare))
                {
                    return Register(operands, 1, out instruction.Reg);
                }

                Address(operands, 1, isJump && instruction.Operation != Arm64Operation.ADR, ref instruction.To);
                return default;
            case 3:
                return Three(operands, isJump, ref instruction);
            case 4 when !isJump:
                Address(operands, 0, isJump: false, ref instruction.From);
                Address(operands, 2, isJump: false, ref instruction.From3);
                Address(operands, 3, isJump: false, ref instruction.To);
                return Register(operands, 1, out instruction.Reg);
            default:
                return new Arm64Fault(Arm64Problem.OperandCount, Arm64Fault.Statement);
        }
    }

    private Arm64Fault Three(ReadOnlySpan<OperandRecord> operands, bool isJump, ref Arm64PlacedInstruction instruction)
    {
        Address(operands, 0, isJump: false, ref instruction.From);
        if (isJump && !instruction.HasUnknown && instruction.From.Kind != Arm64Kind.Constant)
        {
            return new Arm64Fault(Arm64Problem.ConstantWanted, 0);
        }

        if (instruction.Is(Arm64Sets.TwoResults))
        {
            Address(operands, 1, isJump: false, ref instruction.To);
            return Register(operands, 2, out instruction.To2);
        }

        if (instruction.Is(Arm64Sets.TwoPairs))
        {
            Address(operands, 1, isJump: false, ref instruction.To);
            Address(operands, 2, isJump: false, ref instruction.To2);
            return instruction.HasUnknown ? default
                : instruction.From.Kind != Arm64Kind.Pair ? new Arm64Fault(Arm64Problem.PairWanted, 0)
                : instruction.To2.Kind != Arm64Kind.Pair ? new Arm64Fault(Arm64Problem.PairWanted, 2)
                : default;
        }

        Address(operands, 2, isJump, ref instruction.To);
        if (instruction.Is(Arm64Sets.ListSource))
        {
            Address(operands, 1, isJump: false, ref instruction.From3);
            return default;
        }

        return Register(operands, 1, out instruction.Reg);
    }

    private Arm64Fault Register(ReadOnlySpan<OperandRecord> operands, int index, out Arm64Address address)
    {
        address = default;
        Address(operands, index, isJump: false, ref address);
        if (address.Kind is not (Arm64Kind.Register or Arm64Kind.Unknown))
        {
            return new Arm64Fault(Arm64Problem.RegisterWanted, index);
        }

        if (address.Kind == Arm64Kind.Register && address.Register == 0)
        {
            // V2.B: the register gets lost, and with it the operand.
            address = default;
        }

        return default;
    }

    private void Address(ReadOnlySpan<OperandRecord> operands, int index, bool isJump, ref Arm64Address address)
    {
        ref readonly var operand = ref operands[index];
        address.Operand = (sbyte)index;
        if (operand.HasUnresolvedName)
        {
            address.Kind = Arm64Kind.Unknown;
            return;
        }

        address.Value = operand.Value;
        switch (operand.Form)
        {
            case OperandForm.Register:
                address.Kind = Arm64Kind.Register;
                address.Register = Number(operand.Register);
                break;
            case OperandForm.Immediate:
                address.Kind = Arm64Kind.Constant;
                break;
            case OperandForm.Float:
                address.Kind = Arm64Kind.Float;
                break;
            case OperandForm.Special:
                address.Kind = Arm64Kind.Special;
                address.Special = names.Special(operand.NameId);
                break;
            case OperandForm.Memory:
                Memory(operand, ref address);
                break;
            case OperandForm.Symbol:
                Symbol(operand, isJump, ref address);
                break;
            case OperandForm.Label or OperandForm.PcRelative:
                address.Kind = Arm64Kind.Branch;
                break;
            case OperandForm.VectorRegister:
                Vector(operand, ref address);
                break;
            case OperandForm.ShiftedRegister:
                address.Kind = Arm64Kind.Shift;
                address.Register = Number(operand.Register);
                address.Modifier = operand.Modifier;
                address.Amount = (byte)(operand.Value & 63);
                break;
            case OperandForm.ExtendedRegister:
                address.Kind = Arm64Kind.Register;
                address.Register = Number(operand.Register);
                address.Modifier = operand.Modifier;
                address.Amount = (byte)(operand.Value & 7);
                break;
            case OperandForm.RegisterPair:
                address.Kind = Arm64Kind.Pair;
                address.Register = Number(operand.Register);
                address.Second = Number(operand.Index);
                break;
            case OperandForm.RegisterList:
                address.Kind = Arm64Kind.List;
                address.Amount = (byte)Math.Min(records.RegisterLists[operand.Extra].Length, byte.MaxValue);
                address.Arrangement = names.Arrangement(operand.NameId);
                break;
            case OperandForm.Unknown:
                address.Kind = Arm64Kind.Unknown;
                break;
            default:
                address.Kind = Arm64Kind.Other;
                break;
        }
    }

    private void Memory(in OperandRecord operand, ref Arm64Address address)
    {
        address.Kind = operand.Prefix switch
        {
            AsmOperandPrefix.None => Arm64Kind.Memory,

            // $(R1)(R2.UXTW): what the assembler makes of it is an accident.
            AsmOperandPrefix.Address => operand.Modifier == OperandModifier.None ? Arm64Kind.Address : Arm64Kind.Unknown,
            _ => Arm64Kind.Other,
        };
        address.Register = Number(operand.Register);
        address.Second = Number(operand.Index);
        address.Modifier = operand.Modifier;
        address.Amount = operand.Modifier == OperandModifier.None ? (byte)0 : operand.Amount;
        if (address.Register is >= Arm64RegisterNumbers.F0 and <= Arm64RegisterNumbers.V31)
        {
            address.Kind = Arm64Kind.Other;
        }
    }

    private void Symbol(in OperandRecord operand, bool isJump, ref Arm64Address address)
    {
        address.Base = operand.Pseudo switch
        {
            AsmPseudoRegister.SP => Arm64Base.Auto,
            AsmPseudoRegister.FP => Arm64Base.Parameter,
            _ => Arm64Base.Symbol,
        };
        var index = Number(operand.Index);
        address.Kind = operand.Pseudo == AsmPseudoRegister.PC ? Arm64Kind.Branch
            : operand.Prefix switch
            {
                AsmOperandPrefix.None => index is >= Arm64RegisterNumbers.F0 and <= Arm64RegisterNumbers.V31 ? Arm64Kind.Other : Arm64Kind.Memory,
                AsmOperandPrefix.Address => Arm64Kind.Address,
                _ => isJump && address.Base == Arm64Base.Symbol ? Arm64Kind.Memory : Arm64Kind.Other,
            };
    }

    private void Vector(in OperandRecord operand, ref Arm64Address address)
    {
        address.Kind = Arm64Kind.Register;
        address.Arrangement = names.Arrangement(operand.NameId);
        address.Register = Number(operand.Register);
        var isElement = address.Arrangement >= Arm64Arrangement.B;
        if (address.Register is < Arm64RegisterNumbers.V0 or > Arm64RegisterNumbers.V31 || address.Arrangement == Arm64Arrangement.None)
        {
            address.Kind = Arm64Kind.Unknown;
        }
        else if (isElement && operand.Value < 0)
        {
            address.Register = 0;
            address.Arrangement = Arm64Arrangement.None;
        }
    }

    private ushort Number(ushort field) => field == 0 ? (ushort)0 : Arm64RegisterNumbers.Of(records, field);

    // What the assembler replaces before it looks for a form.
    private void Rewrite(ref Arm64PlacedInstruction instruction)
    {
        ref var from = ref instruction.From;
        ref var to = ref instruction.To;
        if (from.Kind == Arm64Kind.Constant && from.Value == 0 && (forms.IsOld || instruction.Is(Arm64Sets.ZeroIsRegister)))
        {
            from.Kind = Arm64Kind.Register;
            from.Register = Arm64RegisterNumbers.Zr;
        }

        if (forms.IsOld && to.Kind == Arm64Kind.Constant && to.Value == 0 && instruction.Operation != Arm64Operation.PRFM)
        {
            to.Kind = Arm64Kind.Register;
            to.Register = Arm64RegisterNumbers.Zr;
        }

        if (instruction.Operation is Arm64Operation.B or Arm64Operation.BL && to.Kind == Arm64Kind.Memory && to.Base == Arm64Base.Symbol)
        {
            to.Kind = Arm64Kind.Branch;
        }

        switch (instruction.Operation)
        {
            case Arm64Operation.FMOVS or Arm64Operation.FMOVD when from.Kind == Arm64Kind.Float:
                // Any value: in the instruction, ZR, or from memory.
                from.Kind = Arm64Kind.Memory;
                from.Base = Arm64Base.Symbol;
                break;
            case Arm64Operation.VMOVS or Arm64Operation.VMOVD or Arm64Operation.VMOVQ when !forms.IsOld && from.Kind == Arm64Kind.Constant
                && (instruction.Operation != Arm64Operation.VMOVQ || instruction.From3.Kind != Arm64Kind.None):
                from.Kind = Arm64Kind.Memory;
                from.Base = Arm64Base.Symbol;
                instruction.From3 = default;
                break;
            case Arm64Operation.ADDX or Arm64Operation.SUBX when forms.IsOld && from.Kind == Arm64Kind.Constant && from.Value < 0:
                // ADD $-1 is SUB $1.
                if (instruction.Is32 ? unchecked((int)from.Value) != int.MinValue : from.Value != long.MinValue)
                {
                    from.Value = unchecked(-from.Value);
                }

                break;
        }

        if (from.Kind == Arm64Kind.Shift && from.Modifier == OperandModifier.Left
            && (to.Register == Arm64RegisterNumbers.Rsp || instruction.Reg.Register == Arm64RegisterNumbers.Rsp))
        {
            // With RSP only the extended form is left.
            from.Kind = Arm64Kind.Register;
            from.Modifier = OperandModifier.Lsl;
            from.Amount = from.Amount > 4 ? (byte)7 : from.Amount;
        }
    }

    private void Classify(ref Arm64PlacedInstruction instruction)
    {
        instruction.From.Class = ClassOf(instruction.From);
        instruction.To.Class = ClassOf(instruction.To);
        if (instruction.OperandCount > 2 || instruction.Reg.Kind != Arm64Kind.None)
        {
            instruction.Reg.Class = ClassOf(instruction.Reg);
            instruction.From3.Class = ClassOf(instruction.From3);
            instruction.To2.Class = ClassOf(instruction.To2);
        }

        if (instruction.From.Kind == Arm64Kind.Constant)
        {
            instruction.From.Class = ConstantClass(instruction, instruction.From.Class);
        }

        if (!forms.IsOld && instruction.Suffix is 0 or 3 && instruction.Is(Arm64Sets.MOV | Arm64Sets.LoadStorePair))
        {
            instruction.From.Class = PoolClass(instruction, instruction.From);
            instruction.To.Class = PoolClass(instruction, instruction.To);
        }

        Place(ref instruction.From);
        Place(ref instruction.To);
        instruction.HasUnknown |= instruction.From.Class == Arm64Class.Any || instruction.To.Class == Arm64Class.Any;
    }

    // From here on a slot of the frame is an offset from RSP.
    private void Place(ref Arm64Address address)
    {
        if (address.Kind == Arm64Kind.Memory && address.Base is Arm64Base.Auto or Arm64Base.Parameter)
        {
            address.Value = Arm64Offsets.Effective(address, frame);
        }
    }

    private static Arm64Class ConstantClass(in Arm64PlacedInstruction instruction, Arm64Class found)
    {
        if (instruction.Operation == Arm64Operation.MOVW || instruction.Is(Arm64Sets.ADDW | Arm64Sets.ANDW))
        {
            found = Arm64Constants.ClassOf32(instruction.From.Value);
        }

        if (instruction.Is(Arm64Sets.ADDS) && found == Arm64Class.Addcon2)
        {
            // Two additions can't both set the flags.
            found = Arm64Class.Lcon;
        }

        return found is Arm64Class.Lcon or Arm64Class.Vcon && (instruction.Operation == Arm64Operation.MOVD || instruction.Is(Arm64Sets.ADD | Arm64Sets.AND))
            ? Arm64Constants.ClassOfWide(instruction.From.Value)
            : found;
    }

    // Loads and stores whose offset no pair of instructions holds.
    private Arm64Class PoolClass(in Arm64PlacedInstruction instruction, in Arm64Address address)
    {
        var isPair = instruction.Is(Arm64Sets.LoadStorePair);
        if (address.Kind != Arm64Kind.Memory
            || !(forms.Takes(Arm64Class.Lauto, address.Class) || forms.Takes(Arm64Class.Loreg, address.Class)))
        {
            return address.Class;
        }

        return Arm64Offsets.NeedsPool(forms, instruction.Operation, isPair, address.Class, Arm64Offsets.Effective(address, frame))
            ? forms.Takes(Arm64Class.Lauto, address.Class) ? Arm64Class.Lautopool : Arm64Class.Loregpool
            : address.Class;
    }

    private Arm64Class ClassOf(in Arm64Address address)
    {
        switch (address.Kind)
        {
            case Arm64Kind.None:
                return Arm64Class.None;
            case Arm64Kind.Unknown:
                return Arm64Class.Any;
            case Arm64Kind.Register:
                return address.Modifier != OperandModifier.None ? Arm64Class.Extreg
                    : address.Arrangement == Arm64Arrangement.None ? Arm64RegisterNumbers.ClassOf(address.Register, forms.IsOld)
                    : address.Arrangement >= Arm64Arrangement.B ? Arm64Class.Elem
                    : Arm64Class.Arng;
            case Arm64Kind.Pair:
                return Arm64Class.Pair;
            case Arm64Kind.Shift:
                return Arm64Class.Shift;
            case Arm64Kind.List:
                return Arm64Class.List;
            case Arm64Kind.Constant:
                return Arm64Constants.ClassOf(address.Value);
            case Arm64Kind.Float:
                return Arm64Class.Fcon;
            case Arm64Kind.Branch:
                return Arm64Class.Sbra;
            case Arm64Kind.Special:
                return address.Special is Arm64SpecialUse.Condition or Arm64SpecialUse.Always ? Arm64Class.Cond : Arm64Class.Spop;
            case Arm64Kind.Memory:
                return MemoryClass(address);
            case Arm64Kind.Address:
                return AddressClass(address);
            default:
                return Arm64Class.Gok;
        }
    }

    private Arm64Class MemoryClass(in Arm64Address address)
    {
        switch (address.Base)
        {
            case Arm64Base.Symbol:
                return Arm64Class.Addr;
            case Arm64Base.Register:
                return address.Second == 0 ? Arm64Constants.ClassOfOffset(address.Value, Arm64Class.Zoreg)
                    : address.Value == 0 || address.Modifier != OperandModifier.None ? Arm64Class.Roff
                    : Arm64Class.Gok;
            default:
                return frame.IsKnown ? Arm64Constants.ClassOfOffset(Arm64Offsets.Effective(address, frame), Arm64Class.Zauto) : Arm64Class.Any;
        }
    }

    private Arm64Class AddressClass(in Arm64Address address)
    {
        switch (address.Base)
        {
            case Arm64Base.Symbol:
                return Arm64Class.Vconaddr;
            case Arm64Base.Register when address.Register is 0 or Arm64RegisterNumbers.Zr:
                return Arm64Constants.ClassOf(address.Value);
            case Arm64Base.Register:
                // The encoder counts from nothing here, but for the register.
                break;
            default:
                if (!frame.IsKnown)
                {
                    return Arm64Class.Any;
                }

                break;
        }

        var offset = Arm64Offsets.Effective(address, frame);
        return Arm64Constants.IsAddition(offset) || Arm64Constants.IsAddition(unchecked(-offset)) ? Arm64Class.Aacon
            : offset is >= 0 and <= 0xFFFFFF ? Arm64Class.Aacon2
            : Arm64Class.Lacon;
    }
}
