using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Checks the instructions of one function. Nothing is allocated for one that is taken.</summary>
internal readonly ref struct X86InstructionCheck
{
    private const int MaxOperands = 6;

    private readonly X86Registers registers;
    private readonly X86MnemonicNames names;
    private readonly ProgramRecords records;
    private readonly ExpandedStream stream;
    private readonly EncoderErrors errors;
    private readonly X86Forms forms;
    private readonly X86Operands operandClasses;
    private readonly int minor;

    public X86InstructionCheck(X86Registers registers, X86MnemonicNames names, in FunctionRecords function, EncoderErrors errors)
    {
        this.registers = registers;
        this.names = names;
        this.errors = errors;
        records = function.Records;
        stream = function.Stream;
        forms = X86Forms.Instance;
        minor = function.Target.Toolchain.Minor;
        operandClasses = new X86Operands(registers, records, minor, function.Target.Goos is "solaris" or "illumos");
    }

    public void Check(in StatementRecord statement, X86Mnemonic mnemonic)
    {
        var operands = records.OperandsOf(statement);

        // More is refused by the parser.
        if (operands.Length > (registers.Is64 ? 5 : 3)
            || (statement.Kind is AsmInstructionKind.Jump or AsmInstructionKind.ConditionalJump or AsmInstructionKind.Call && !ReachesEncoder(operands)))
        {
            return;
        }

        switch (mnemonic.Peculiarity)
        {
            case X86Peculiarity.None:
                break;
            case X86Peculiarity.Dropped:
                return;
            case X86Peculiarity.Align or X86Peculiarity.AlignMax:
                X86Alignment.Check(statement, mnemonic, operands, minor, errors);
                return;
            case X86Peculiarity.AdjustStack:
                CheckAdjustment(statement, operands);
                return;
            case X86Peculiarity.Return when operands.Length == 1 && operands[0].Form == OperandForm.Symbol && operands[0].Prefix == AsmOperandPrefix.None:
                return; // A jump to it.
        }

        var packed = Classify(ref mnemonic, operands, out var problems);
        if (statement.SuffixCount == 0 && problems == X86Problems.None && !mnemonic.IsCheckedAfterMatch
            && names.KnownMatch(mnemonic, packed) is var known and >= 0 && forms.Of(mnemonic, known).IsLegalIn(registers.Is64))
        {
            return;
        }

        CheckFully(statement, mnemonic, operands, packed, problems);
    }

    private void CheckFully(in StatementRecord statement, X86Mnemonic mnemonic, ReadOnlySpan<OperandRecord> operands, ulong packed, X86Problems problems)
    {
        if (!TryReadSuffixes(statement, out var suffixes) || (mnemonic.FormCount == 0 && minor > X86FormData.NewestVersion))
        {
            return; // The parser refuses the suffixes; or a newer release may have forms.
        }

        Span<X86OperandClass> classes = stackalloc X86OperandClass[MaxOperands];
        classes = classes.Slice(0, operands.Length);
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = (X86OperandClass)(byte)(packed >> (8 * i));
        }

        var candidates = forms.Of(mnemonic);
        var match = Match(candidates, classes, suffixes);
        if (match < 0)
        {
            match = MatchOtherwise(candidates, operands, classes, suffixes);
        }
        else if (suffixes == X86Suffixes.None && candidates[match].Encoding < X86Encoding.SystemMove)
        {
            names.Keep(mnemonic, packed, match);
        }

        if (match < 0)
        {
            Explain(mnemonic).Mismatch(statement, operands, classes, suffixes);
            return;
        }

        ref readonly var form = ref candidates[match];
        if (!form.IsLegalIn(registers.Is64))
        {
            Explain(mnemonic).WrongMode(statement, operands, classes, candidates);
        }
        else if (problems != X86Problems.None && form.Encoding != X86Encoding.Pseudo)
        {
            CheckAddresses(mnemonic, form, operands);
        }

        if (form.Encoding == X86Encoding.Evex)
        {
            if (suffixes != X86Suffixes.None)
            {
                X86SuffixCheck.Check(statement, mnemonic, form, operands, classes, suffixes, minor, errors);
            }

            CheckGather(statement, mnemonic, operands);
        }
        else if (mnemonic.IsCheckedAfterMatch)
        {
            CheckGather(statement, mnemonic, operands);
            CheckCall(statement, mnemonic, form, operands);
        }
    }

    // Becomes ADDQ or SUBQ; what counts as 0 becomes a NOP of two operands, which there is not.
    private void CheckAdjustment(in StatementRecord statement, ReadOnlySpan<OperandRecord> operands)
    {
        if (operands.Length > 2)
        {
            errors.Report(statement, "ADJSP takes 1 operand; here are " + operands.Length, DiagnosticIds.OperandCount);
        }
        else if (operands.Length > 0 && !operands[0].HasUnresolvedName
            && (operands[0].Form is OperandForm.Register or OperandForm.RegisterList || (operands[0].Form == OperandForm.Immediate && operands[0].Value == 0)))
        {
            errors.Report(operands[0], "ADJSP takes a constant other than 0");
        }
    }

    private X86Explanation Explain(X86Mnemonic mnemonic) => new(registers, forms, operandClasses, mnemonic, errors);

    // What is no target at all the parser refuses; a bare 0 it drops without a word.
    private static bool ReachesEncoder(ReadOnlySpan<OperandRecord> operands)
    {
        if (operands.Length is not (1 or 2))
        {
            return false;
        }

        ref readonly var target = ref operands[operands.Length - 1];
        return target.Form switch
        {
            OperandForm.Register or OperandForm.Label or OperandForm.PcRelative or OperandForm.Immediate => true,
            OperandForm.Memory => target.Prefix != AsmOperandPrefix.Address && (target.Register != 0 || (target.Value != 0 && (target.Index != 0 || target.Prefix == AsmOperandPrefix.None))),
            OperandForm.Symbol => target.Prefix != AsmOperandPrefix.Address && target.Pseudo is AsmPseudoRegister.SB or AsmPseudoRegister.PC,
            _ => false,
        };
    }

    // A byte for each operand's class, the first in the low one. Also does what the assembler rewrites before it encodes.
    private ulong Classify(ref X86Mnemonic mnemonic, ReadOnlySpan<OperandRecord> operands, out X86Problems problems)
    {
        problems = X86Problems.None;
        var classes = 0UL;
        for (var i = 0; i < operands.Length; i++)
        {
            var operand = operandClasses.Classify(operands[i]);
            classes |= (ulong)operand.Class << (8 * i);
            problems |= operand.Problems;
        }

        if (mnemonic.Peculiarity != X86Peculiarity.None && operands.Length > 0)
        {
            Rewrite(ref mnemonic, operands, ref classes, ref problems);
        }

        return classes;
    }

    private void Rewrite(ref X86Mnemonic mnemonic, ReadOnlySpan<OperandRecord> operands, ref ulong classes, ref X86Problems problems)
    {
        var lastIndex = operands.Length - 1;
        ref readonly var first = ref operands[0];
        ref readonly var last = ref operands[lastIndex];
        switch (mnemonic.Peculiarity)
        {
            case X86Peculiarity.MoveOfAddress when operands.Length > 1 && IsAddress(first) && !first.HasUnresolvedName
                && (registers.Is64 || first.Form == OperandForm.Memory || first.Pseudo != AsmPseudoRegister.SB):
                var memory = operandClasses.Memory(first);
                Set(ref classes, 0, memory.Class);
                problems |= memory.Problems;
                mnemonic = forms.Find(mnemonic.Name == "MOVL" ? "LEAL" : "LEAQ")!;
                break;
            case X86Peculiarity.FloatConstant when first.Form == OperandForm.Float:
                Set(ref classes, 0, X86OperandClass.Ym);
                break;
            case X86Peculiarity.PackedCompare when last.Form == OperandForm.Memory && last.Prefix == AsmOperandPrefix.None
                && last.Register == 0 && last.Index == 0 && !last.HasUnresolvedName && operands.Length > 1:
                Set(ref classes, lastIndex, operandClasses.ClassOf(last.Value));
                break;
            case X86Peculiarity.Call or X86Peculiarity.Jump or X86Peculiarity.Return when last.Form == OperandForm.Symbol && last.Pseudo == AsmPseudoRegister.SB
                && (last.Prefix == AsmOperandPrefix.None || last.Index != 0):
                Set(ref classes, lastIndex, X86OperandClass.Ybr);
                problems = X86Problems.None;
                break;
        }
    }

    private static void Set(ref ulong classes, int operand, X86OperandClass @class) =>
        classes = (classes & ~(0xFFUL << (8 * operand))) | ((ulong)@class << (8 * operand));

    private static bool IsAddress(in OperandRecord operand) =>
        operand.Prefix == AsmOperandPrefix.Address && operand.Form is OperandForm.Memory or OperandForm.Symbol && operand.Prefix == AsmOperandPrefix.Address;

    // False for a combination that the parser refuses.
    private bool TryReadSuffixes(in StatementRecord statement, out X86Suffixes suffixes)
    {
        suffixes = X86Suffixes.None;
        for (var i = 0; i < statement.SuffixCount; i++)
        {
            var suffix = stream.GetText(stream.Tokens[ProgramRecords.SuffixToken(statement, i)]) switch
            {
                "Z" => X86Suffixes.Zeroing,
                "BCST" => X86Suffixes.Broadcast,
                "SAE" => X86Suffixes.Sae,
                "RN_SAE" or "RZ_SAE" or "RD_SAE" or "RU_SAE" => X86Suffixes.Rounding,
                _ => X86Suffixes.None,
            };
            if (suffix == X86Suffixes.None || (i > 0 && (suffix != X86Suffixes.Zeroing || suffixes == X86Suffixes.Zeroing)) || i > 1)
            {
                return false;
            }

            suffixes |= suffix;
        }

        return true;
    }

    private int Match(ReadOnlySpan<X86Form> candidates, ReadOnlySpan<X86OperandClass> classes, X86Suffixes suffixes)
    {
        for (var i = 0; i < candidates.Length; i++)
        {
            ref readonly var form = ref candidates[i];
            if (forms.Matches(form, classes)
                && (suffixes == X86Suffixes.None || form.Encoding >= X86Encoding.SystemMove || form.Encoding == X86Encoding.Evex)
                && (form.Encoding < X86Encoding.SystemMove || form.Count == classes.Length))
            {
                return i;
            }
        }

        return -1;
    }

    // What no form takes as it stands: SHLL with operands in between, and 8-bit operands that 386 puts in another register.
    private int MatchOtherwise(ReadOnlySpan<X86Form> candidates, ReadOnlySpan<OperandRecord> operands, ReadOnlySpan<X86OperandClass> classes, X86Suffixes suffixes)
    {
        if (classes.Length > 3)
        {
            Span<X86OperandClass> shortened = [classes[0], classes[1], classes[classes.Length - 1]];
            for (var i = 0; i < candidates.Length; i++)
            {
                if (candidates[i].Encoding == X86Encoding.DoubleShift && forms.Matches(candidates[i], shortened))
                {
                    return i;
                }
            }
        }

        if (registers.Is64 || operands.Length == 0)
        {
            return -1;
        }

        Span<X86OperandClass> swapped = stackalloc X86OperandClass[MaxOperands];
        swapped = swapped.Slice(0, classes.Length);
        classes.CopyTo(swapped);
        var swap = new X86ByteSwap(registers, operands, swapped);
        while (swap.Next(swapped))
        {
            var match = Match(candidates, swapped, suffixes);
            if (match >= 0)
            {
                return match;
            }
        }

        return -1;
    }

    private void CheckAddresses(X86Mnemonic mnemonic, in X86Form form, ReadOnlySpan<OperandRecord> operands)
    {
        for (var i = 0; i < operands.Length; i++)
        {
            ref readonly var operand = ref operands[i];
            var problems = operandClasses.Classify(operand).Problems;
            if (operands.Length > form.Count)
            {
                problems &= X86Problems.Indirect | X86Problems.NotEncodable; // The last is not the form's: it is not sure which are encoded.
            }

            if (mnemonic.Peculiarity == X86Peculiarity.FloatConstant && i == 0)
            {
                problems &= ~X86Problems.NotEncodable;
            }

            if (IsAddress(operand) && !operand.HasUnresolvedName && mnemonic.Name is "LEAL" or "LEAQ")
            {
                problems = operandClasses.Memory(operand).Problems;
            }

            if (form.IsVector)
            {
                problems &= ~X86Problems.NeedsRex;
            }

            if (registers.Is64 && mnemonic.Peculiarity == X86Peculiarity.LoadAddress)
            {
                problems &= ~X86Problems.Offset;
            }

            if (problems != X86Problems.None)
            {
                Explain(mnemonic).Problem(operand, problems);
            }
        }
    }

    // Registers that must differ, else the processor refuses what the encoder has written.
    private void CheckGather(in StatementRecord statement, X86Mnemonic mnemonic, ReadOnlySpan<OperandRecord> operands)
    {
        if (mnemonic.Peculiarity != X86Peculiarity.Gather || operands.Length != 3)
        {
            return;
        }

        var isMasked = operands[1].Form == OperandForm.Register;
        var index = registers.NumberOf(operands[isMasked ? 0 : 1].Index);
        var destination = registers.NumberOf(operands[2].Register);
        if (operands[isMasked ? 0 : 1].HasUnresolvedName || operands[2].HasUnresolvedName)
        {
            return;
        }

        if (isMasked ? index == destination : registers.NumberOf(operands[0].Register) is var mask && (mask == index || mask == destination || index == destination))
        {
            errors.Report(statement, mnemonic.Name + (isMasked
                ? " takes two different registers as index and destination"
                : " takes three different registers as mask, index and destination"));
        }
    }

    // The assembler dies of these.
    private void CheckCall(in StatementRecord statement, X86Mnemonic mnemonic, in X86Form form, ReadOnlySpan<OperandRecord> operands)
    {
        if (mnemonic.Peculiarity == X86Peculiarity.Duff)
        {
            errors.Report(statement, mnemonic.Name + " is for the compiler: the assembler crashes on it", DiagnosticIds.AssemblerCrash);
        }
        else if (mnemonic.Peculiarity == X86Peculiarity.Call && form[0] == X86OperandClass.Ybr && operands.Length == 1
            && (operands[0].Form != OperandForm.Symbol || operands[0].Pseudo == AsmPseudoRegister.PC) && !operands[0].HasUnresolvedName)
        {
            errors.Report(operands[0], "CALL of a label crashes the assembler: it takes a function, f(SB), a register or memory", DiagnosticIds.AssemblerCrash);
        }
    }
}
