using System;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>What cmd/internal/obj/x86 refuses, on 386 and amd64.</summary>
internal sealed class X86Rules : EncoderRules
{
    private static readonly Lazy<X86Rules> Rules386 = Lazily("386");
    private static readonly Lazy<X86Rules> RulesAmd64 = Lazily("amd64");

    private readonly X86Registers registers;

    private X86Rules(AsmArchitecture architecture) => registers = new X86Registers(architecture);

    public static X86Rules X386 => Rules386.Value;

    public static X86Rules Amd64 => RulesAmd64.Value;

    public override void Check(in FunctionRecords function, EncoderErrors errors)
    {
        var statements = function.Records.Statements;
        var names = X86MnemonicNames.For(function.Records.Names);
        var check = new X86InstructionCheck(registers, names, function, errors);
        var depth = 0L;
        var isDepthKnown = true;
        var hasCode = false;
        for (var i = function.Text + 1; i < function.End; i++)
        {
            ref readonly var statement = ref statements[i];
            hasCode |= statement.Form is not (StatementForm.Data or StatementForm.Globl);
            if (statement.Form != StatementForm.Instruction)
            {
                continue;
            }

            if (statement.IsBroken || names[statement.NameId] is not { } mnemonic)
            {
                isDepthKnown = false;
                continue;
            }

            depth += mnemonic.StackDelta;
            if (mnemonic.Peculiarity == X86Peculiarity.AdjustStack)
            {
                isDepthKnown &= Adjustment(function.Records.OperandsOf(statement), ref depth);
            }
            else if (mnemonic.Peculiarity == X86Peculiarity.Return && isDepthKnown && depth != 0)
            {
                errors.Report(statement, Unbalanced(depth), DiagnosticIds.StackBalance);
            }

            check.Check(statement, mnemonic);
        }

        if (hasCode && !statements[function.Text].IsBroken)
        {
            CheckFrame(function.Records.OperandsOf(statements[function.Text]), errors);
        }
    }

    private static Lazy<X86Rules> Lazily(string name) =>
        new(() => new X86Rules(AsmArchitecture.Find(name)!), LazyThreadSafetyMode.ExecutionAndPublication);

    private static bool Adjustment(ReadOnlySpan<OperandRecord> operands, ref long depth)
    {
        if (operands.Length == 0 || operands[0].Form != OperandForm.Immediate || operands[0].HasUnresolvedName)
        {
            return false;
        }

        depth += (int)operands[0].Value;
        return true;
    }

    private static string Unbalanced(long depth) => depth > 0
        ? "RET with " + depth + " bytes more pushed than popped since the function's start"
        : "RET with " + -depth + " bytes more popped than pushed since the function's start";

    // Below 0 counts as 0.
    private void CheckFrame(ReadOnlySpan<OperandRecord> operands, EncoderErrors errors)
    {
        var word = registers.Is64 ? 8 : 4;
        foreach (ref readonly var operand in operands)
        {
            if (operand.Form == OperandForm.Frame && !operand.HasUnresolvedName && (int)operand.Value > 0 && (int)operand.Value % word != 0)
            {
                errors.Report(operand, "a frame of " + operand.Value + " bytes: its size has to be a multiple of " + word, DiagnosticIds.FrameSize);
            }
        }
    }
}
