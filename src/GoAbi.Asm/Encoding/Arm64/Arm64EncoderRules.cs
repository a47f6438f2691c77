using System.Runtime.CompilerServices;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>What arm64's encoder refuses.</summary>
internal sealed class Arm64EncoderRules : EncoderRules
{
    private readonly ConditionalWeakTable<AsmNameTable, SessionNames> sessions = new();

    /// <inheritdoc/>
    public override void Check(in FunctionRecords function, EncoderErrors errors)
    {
        var (forms, other) = Arm64Forms.For(function.Target.Toolchain.Minor);
        var session = sessions.GetValue(function.Records.Names, static names => new SessionNames(names));
        var names = session.For(forms);
        var frame = Arm64Frame.Of(function, names, errors);
        var reader = new Arm64Reader(function.Records, names, forms, frame);
        var isNewer = function.Target.Toolchain.Minor > forms.Minor;
        for (var i = function.Text + 1; i < function.End; i++)
        {
            ref readonly var statement = ref function.Records.Statements[i];
            if (statement.Form != StatementForm.Instruction || statement.IsBroken || names.Mnemonic(statement.NameId) is not { } mnemonic)
            {
                continue;
            }

            var fault = CheckOne(function, statement, mnemonic, reader, forms, names, out var instruction);
            if (fault.IsNone || (isNewer && fault.Problem == Arm64Problem.Never) || (other is not null && IsTaken(function, statement, session, other)))
            {
                continue;
            }

            var text = Arm64Messages.TextOf(fault, instruction, forms);
            var id = Arm64Messages.IdOf(fault.Problem);
            if (fault.Operand == Arm64Fault.Statement)
            {
                errors.Report(statement, text, id);
            }
            else
            {
                errors.Report(function.Records.Operands[statement.FirstOperand + fault.Operand], text, id);
            }
        }
    }

    // Between two known releases: what the older one takes may still be taken.
    private static bool IsTaken(in FunctionRecords function, in StatementRecord statement, SessionNames session, Arm64Forms forms)
    {
        var names = session.For(forms);
        var reader = new Arm64Reader(function.Records, names, forms, Arm64Frame.Of(function, names, errors: null));
        return names.Mnemonic(statement.NameId) is not { } mnemonic || CheckOne(function, statement, mnemonic, reader, forms, names, out _).IsNone;
    }

    private static Arm64Fault CheckOne(
        in FunctionRecords function, in StatementRecord statement, Arm64Mnemonic mnemonic, in Arm64Reader reader, Arm64Forms forms, Arm64Names names, out Arm64PlacedInstruction instruction)
    {
        var suffix = 0;
        for (var i = 0; i < statement.SuffixCount; i++)
        {
            var bit = names.Suffix(function.Stream.Tokens[ProgramRecords.SuffixToken(statement, i)].Token.NameId);
            if (bit == 0)
            {
                instruction = default;
                return default; // No suffix of arm64: the parser's to say.
            }

            suffix |= bit;
        }

        var fault = reader.Read(statement, mnemonic, suffix, out instruction);
        if (!fault.IsNone || mnemonic.Operation is Arm64Operation.DUFF)
        {
            return fault;
        }

        if (mnemonic.Operation == Arm64Operation.RET)
        {
            return Return(instruction, forms);
        }

        if (instruction.From.Kind == Arm64Kind.Shift && UsesStackPointer(instruction))
        {
            return new Arm64Fault(Arm64Problem.StackPointerShift, instruction.From.Operand);
        }

        var row = Arm64Matcher.Find(instruction, forms);
        if (row < 0)
        {
            return Arm64Matcher.Explain(instruction, forms);
        }

        return instruction.HasUnknown ? default
            : mnemonic.Operation is Arm64Operation.PCALIGN or Arm64Operation.PCALIGNMAX ? Alignment(instruction)
            : Arm64Checks.Check(instruction, mnemonic.Forms[row], forms);
    }

    // A left shift has become an extension already.
    private static bool UsesStackPointer(in Arm64PlacedInstruction p) => p.To.Register == Arm64RegisterNumbers.Rsp || p.Reg.Register == Arm64RegisterNumbers.Rsp;

    // RET becomes several instructions; of its operand the register is left, to be jumped to: of older ones not even that.
    private static Arm64Fault Return(in Arm64PlacedInstruction p, Arm64Forms forms) =>
        !forms.IsOld && p.OperandCount == 1 && p.To.Arrangement == Arm64Arrangement.None && p.To.Register is >= Arm64RegisterNumbers.F0 and <= Arm64RegisterNumbers.V31
            ? new Arm64Fault(Arm64Problem.RegisterWanted, p.To.Operand)
            : default;

    private static Arm64Fault Alignment(in Arm64PlacedInstruction p)
    {
        var alignment = p.From.Value;
        return alignment is < 8 or > 2048 || (alignment & (alignment - 1)) != 0 ? new Arm64Fault(Arm64Problem.Alignment, p.From.Operand)
            : p.Operation == Arm64Operation.PCALIGNMAX && (p.To.Value < 0 || p.To.Value >= alignment) ? new Arm64Fault(Arm64Problem.AlignmentLimit, p.To.Operand)
            : default;
    }

    /// <summary>The names of a session, for each release that is asked for.</summary>
    private sealed class SessionNames(AsmNameTable names)
    {
        private readonly Arm64Names?[] byRelease = new Arm64Names?[Arm64FormData.Versions.Length];

        // Two threads may both make it: either is right.
        public Arm64Names For(Arm64Forms forms) =>
            byRelease[System.Array.IndexOf(Arm64FormData.Versions, forms.Minor)] ??= new Arm64Names(names, forms);
    }
}
