using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Checks the instructions of one function. Nothing is allocated for one that is taken.</summary>
internal readonly ref struct X86InstructionCheck
{
    private const int MaxOperands = 6;

    private readonly X86Registers registers;
    private readonly ProgramRecords records;
    private readonly ExpandedStream stream;
    private readonly EncoderErrors errors;
    private readonly X86Forms forms;
    private readonly X86Operands operandClasses;
    private readonly int minor;

    public X86InstructionCheck(X86Registers registers, ProgramRecords records, ExpandedStream stream, Target target, EncoderErrors errors)
    {
        this.registers = registers;
        this.records = records;
        this.stream = stream;
        this.errors = errors;
        forms = X86Forms.Instance;
        minor = target.Toolchain.Minor;
        operandClasses = new X86Operands(registers, records, minor, target.Goos is "solaris" or "illumos");
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
            case X86Peculiarity.Dropped:
                return;
            case X86Peculiarity.Align or X86Peculiarity.AlignMax:
                X86Alignment.Check(statement, mnemonic, operands, minor, errors);
                return;
            case X86Peculiarity.AdjustStack when operands.Length > 0:
                if (operands[0].Form == OperandForm.Immediate && operands[0].Value == 0 && !operands[0].HasUnresolvedName)
                {
                    errors.Report(operands[0], "ADJSP takes no 0", DiagnosticIds.OperandRange);
                }

                return;
            case X86Peculiarity.Return when operands.Length == 1 && operands[0].Form == OperandForm.Symbol:
                return; // A jump to it.
        }

        Span<X86OperandClass> classes = stackalloc X86OperandClass[MaxOperands];
        classes = classes.Slice(0, operands.Length);
        var problems = Classify(ref mnemonic, operands, classes);
        if (!TryReadSuffixes(statement, out var suffixes))
        {
            return;
        }

        var candidates = forms.Of(mnemonic);
        var match = Match(candidates, classes, suffixes);
        if (match < 0)
        {
            match = MatchOtherwise(candidates, operands, classes, suffixes);
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
        else if (mnemonic.Peculiarity != X86Peculiarity.None)
        {
            CheckGather(statement, mnemonic, operands);
            CheckCall(statement, mnemonic, form, operands);
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

    // Also does what the assembler rewrites before it encodes.
    private X86Problems Classify(ref X86Mnemonic mnemonic, ReadOnlySpan<OperandRecord> operands, Span<X86OperandClass> classes)
    {
        var problems = X86Problems.None;
        for (var i = 0; i < operands.Length; i++)
        {
            var operand = operandClasses.Classify(operands[i]);
            classes[i] = operand.Class;
            problems |= operand.Problems;
        }

        if (mnemonic.Peculiarity != X86Peculiarity.None && operands.Length > 0)
        {
            Rewrite(ref mnemonic, operands, classes, ref problems);
        }

        return problems;
    }

    private void Rewrite(ref X86Mnemonic mnemonic, ReadOnlySpan<OperandRecord> operands, Span<X86OperandClass> classes, ref X86Problems problems)
    {
        ref readonly var first = ref operands[0];
        ref readonly var last = ref operands[operands.Length - 1];
        switch (mnemonic.Peculiarity)
        {
            case X86Peculiarity.MoveOfAddress when operands.Length > 1 && IsAddress(first) && classes[0] != X86Forms.Any
                && (registers.Is64 || first.Form == OperandForm.Memory || first.Pseudo != AsmPseudoRegister.SB):
                var memory = operandClasses.Memory(first);
                classes[0] = memory.Class;
                problems |= memory.Problems;
                mnemonic = forms.Find(mnemonic.Name == "MOVL" ? "LEAL" : "LEAQ")!;
                break;
            case X86Peculiarity.FloatConstant when first.Form == OperandForm.Float:
                classes[0] = X86OperandClass.Ym;
                break;
            case X86Peculiarity.PackedCompare when last.Form == OperandForm.Memory && last.Prefix == AsmOperandPrefix.None
                && last.Register == 0 && last.Index == 0 && !last.HasUnresolvedName && operands.Length > 1:
                classes[operands.Length - 1] = operandClasses.ClassOf(last.Value);
                break;
            case X86Peculiarity.Call or X86Peculiarity.Jump or X86Peculiarity.Return when last.Form == OperandForm.Symbol && last.Pseudo == AsmPseudoRegister.SB
                && (last.Prefix == AsmOperandPrefix.None || last.Index != 0):
                classes[operands.Length - 1] = X86OperandClass.Ybr;
                problems = X86Problems.None;
                break;
        }
    }

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
        foreach (ref readonly var operand in operands)
        {
            var problems = operandClasses.Classify(operand).Problems;
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
