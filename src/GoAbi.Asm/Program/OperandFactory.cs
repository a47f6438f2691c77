using System;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>The public model's operands from their records.</summary>
internal static class OperandFactory
{
    public static AsmOperand Create(ProgramRecords records, ExpandedStream stream, in OperandRecord record)
    {
        var origin = new AsmOrigin(stream, record.FirstToken, record.TokenCount);
        var operand = Create(records, stream, record, origin);
        operand.HasUnresolvedName = record.HasUnresolvedName;
        return operand;
    }

    private static AsmOperand Create(ProgramRecords records, ExpandedStream stream, in OperandRecord record, AsmOrigin origin) => record.Form switch
    {
        OperandForm.Register => new RegisterOperand(origin, records.Register(record.Register), record.Prefix),
        OperandForm.Immediate => new ImmediateOperand(origin, record.Value),
        OperandForm.Float => new FloatOperand(origin, BitConverter.Int64BitsToDouble(record.Value)),
        OperandForm.String => new StringOperand(origin, records.Strings[record.Extra]),
        OperandForm.Special => new SpecialOperand(origin, records.Names.GetText(record.NameId)),
        OperandForm.Frame => new FrameOperand(origin, (int)record.Value, record.Extra == int.MinValue ? null : record.Extra),
        OperandForm.Memory => Memory(records, record, origin),
        OperandForm.Symbol => Symbol(records, stream, record, origin),
        OperandForm.Label => new LabelOperand(origin, records.Names.GetText(record.NameId), record.Value),
        OperandForm.PcRelative => new PcRelativeOperand(origin, record.Value),
        OperandForm.VectorRegister => new VectorRegisterOperand(
            origin, records.Register(record.Register), Name(records, record.NameId) ?? "", record.Value < 0 ? null : (int)record.Value),
        OperandForm.ShiftedRegister => new ShiftedRegisterOperand(
            origin, records.Register(record.Register), OperandModifiers.ShiftOf(record.Modifier), (int)record.Value, Register(records, record.Index), Register(records, record.Extra)),
        OperandForm.ExtendedRegister => new ExtendedRegisterOperand(
            origin, records.Register(record.Register), OperandModifiers.NameOf(record.Modifier) ?? "", (int)record.Value),
        OperandForm.RegisterPair => new RegisterPairOperand(origin, records.Register(record.Register), records.Register(record.Index)),
        OperandForm.RegisterList => new RegisterListOperand(origin, records.RegisterLists[record.Extra], Name(records, record.NameId)),
        OperandForm.SelectedPredicate => new SelectedPredicateOperand(
            origin, records.Register(record.Register), Name(records, record.NameId) ?? "", records.Register(record.Index), record.Value),
        _ => new UnknownOperand(origin),
    };

    /// <summary>The symbol of an operand of that form; one without a name where it is none.</summary>
    public static AsmSymbolReference SymbolOf(ProgramRecords records, ExpandedStream stream, in OperandRecord record)
    {
        if (record.Form != OperandForm.Symbol)
        {
            return new AsmSymbolReference("", new AsmOrigin(stream, record.FirstToken, 1), isStatic: false, abiSelector: null);
        }

        var name = record.FirstToken + (record.Prefix == AsmOperandPrefix.None ? 0 : 1);
        return new AsmSymbolReference(
            records.Names.GetText(record.NameId), new AsmOrigin(stream, name, 1), record.IsStatic, Name(records, record.Extra));
    }

    private static MemoryOperand Memory(ProgramRecords records, in OperandRecord record, AsmOrigin origin)
    {
        var isExtended = record.Modifier != OperandModifier.None;
        return new MemoryOperand(origin)
        {
            Prefix = record.Prefix,
            Offset = record.Value,
            Base = Register(records, record.Register),
            Index = Register(records, record.Index),
            Scale = isExtended ? 0 : record.Amount,
            IndexExtension = OperandModifiers.NameOf(record.Modifier),
            IndexShift = isExtended ? record.Amount : 0,
            IsVectorLengthScaled = (record.Flags & OperandFlags.IsVectorLengthScaled) != 0,
        };
    }

    private static SymbolOperand Symbol(ProgramRecords records, ExpandedStream stream, in OperandRecord record, AsmOrigin origin) =>
        new(origin, SymbolOf(records, stream, record))
        {
            Prefix = record.Prefix,
            Offset = record.Value,
            Base = record.Pseudo,
            Index = Register(records, record.Index),
            Scale = record.Amount,
            IsPlainReference = (record.Flags & OperandFlags.IsPlainReference) != 0,
        };

    private static AsmRegister? Register(ProgramRecords records, int field) => field == 0 ? null : records.Register(field);

    private static string? Name(ProgramRecords records, int nameId) => nameId == 0 ? null : records.Names.GetText(nameId);
}
