using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>The frame of a function as the encoder lays it out.</summary>
/// <param name="Size">Bytes between RSP and the caller's frame; 0 where there is none.</param>
/// <param name="Extra">How many of them hold the saved frame pointer.</param>
/// <param name="IsKnown">False where TEXT names a size that is not known.</param>
internal readonly record struct Arm64Frame(int Size, int Extra, bool IsKnown)
{
    private const int NoFrameFlag = 512;

    /// <summary>Works a frame out and says what is wrong with its size.</summary>
    /// <param name="function">The function.</param>
    /// <param name="names">Names of its session.</param>
    /// <param name="errors">Takes what is wrong; null to ask no more than the layout.</param>
    public static Arm64Frame Of(in FunctionRecords function, Arm64Names names, EncoderErrors? errors)
    {
        ref readonly var text = ref function.Records.Statements[function.Text];
        var operands = function.Records.OperandsOf(text);
        if (operands.Length < 2 || text.IsBroken)
        {
            return default;
        }

        ref readonly var frame = ref operands[operands.Length - 1];
        ref readonly var flags = ref operands[1];
        if (frame.Form != OperandForm.Frame || frame.HasUnresolvedName
            || (operands.Length > 2 && (flags.HasUnresolvedName || flags.Form is not (OperandForm.Immediate or OperandForm.Memory))))
        {
            return default;
        }

        var size = frame.Value;
        var isFrameless = (operands.Length > 2 && (flags.Value & NoFrameFlag) != 0) || size == -8;
        size = size == -8 ? 0 : size;
        if (errors is not null)
        {
            Report(function, frame, size, isFrameless, errors);
        }

        var total = unchecked((int)size);
        if (!isFrameless && !(total == 0 && IsLeaf(function, names)))
        {
            total = unchecked(total + 8);
        }

        if (total == 0)
        {
            return new Arm64Frame(0, 0, IsKnown: true);
        }

        var extra = total % 16 == 8 ? 8 : (total & 15) == 0 ? 16 : 0;
        return new Arm64Frame(unchecked(total + extra), extra, IsKnown: true);
    }

    private static void Report(in FunctionRecords function, in OperandRecord frame, long size, bool isFrameless, EncoderErrors errors)
    {
        // A function of no instruction is not laid out.
        if (!HasInstructions(function))
        {
            return;
        }

        if (size < 0)
        {
            errors.Report(frame, "the frame size can't be negative; a function without a frame has the flag NOFRAME and size 0", DiagnosticIds.FrameSize);
        }
        else if (isFrameless && size != 0)
        {
            errors.Report(frame, "the frame size of a NOFRAME function must be 0", DiagnosticIds.FrameSize);
        }
        else if ((size & 7) != 0)
        {
            errors.Report(frame, "the frame size must be a multiple of 8: with the saved registers it makes a multiple of 16", DiagnosticIds.FrameSize);
        }
    }

    private static bool HasInstructions(in FunctionRecords function)
    {
        for (var i = function.Text + 1; i < function.End; i++)
        {
            if (function.Records.Statements[i].Form is StatementForm.Instruction or StatementForm.Pcdata or StatementForm.Funcdata)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLeaf(in FunctionRecords function, Arm64Names names)
    {
        for (var i = function.Text + 1; i < function.End; i++)
        {
            ref readonly var statement = ref function.Records.Statements[i];
            if (statement.Form == StatementForm.Instruction && names.Mnemonic(statement.NameId)?.Operation is Arm64Operation.BL or Arm64Operation.DUFF)
            {
                return false;
            }
        }

        return true;
    }
}
