using System;
using System.Collections.Generic;
using GoAbi.Asm;
using GoAbi.Conventions;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>A call whose callee's place for arguments is known: where the caller has to have it, and how large it is.</summary>
/// <param name="Call">The call.</param>
/// <param name="Step">The call's step.</param>
/// <param name="Base">Where the callee's 0(FP) is, in bytes from the caller's.</param>
/// <param name="Size">How many bytes the callee reads and writes from there on.</param>
/// <param name="Layout">The callee's arguments by its Go declaration; null where there is none, and <paramref name="Size"/> is what its TEXT uses.</param>
internal sealed record OutgoingCall(AssemblyCall Call, int Step, long Base, long Size, AbiLayout? Layout)
{
    /// <summary>Behind the last byte.</summary>
    public long End => Base + Size;

    /// <summary>False where the callee is a TEXT of this package that doesn't name some bytes of its arguments.</summary>
    public bool MayRead(long start, long end)
    {
        if (Call.Text is not { } text)
        {
            return true;
        }

        foreach (var statement in text.Function.Body)
        {
            if (statement is Instruction instruction)
            {
                for (var i = 0; i < instruction.Operands.Length; i++)
                {
                    if (instruction.Operands[i] is SymbolOperand { Base: AsmPseudoRegister.FP } operand
                        && (operand.Prefix != AsmOperandPrefix.None || operand.Index is not null || (operand.Offset < end && operand.Offset + (AsmAccessWidth.Of(instruction, i) ?? 64) > start)))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>The calls of a TEXT whose callees and stack pointer are known, and that pass anything on the stack.</summary>
    public static IReadOnlyList<OutgoingCall> In(RuleContext context, AssemblyBody body)
    {
        var calls = AssemblyCalls.Of(context.Unit, body);
        if (calls.Count == 0)
        {
            return [];
        }

        var found = new List<OutgoingCall>();
        foreach (var call in calls)
        {
            var layout = call.SelectsInternal ? null : context.Unit.LayoutOf(call.Callee);
            var size = layout?.Abi0ArgumentSize ?? 0;
            if (!call.SelectsInternal && call.Text is { } text && (layout is not null || call.Callee?.Declaration is null))
            {
                var use = UseOf(text.Function);
                size = layout is null ? use : Math.Min(size, use);
            }

            if (size == 0 || call.Callee?.Abi == CallingConvention.AbiInternal && call.Text is not null)
            {
                continue;
            }

            var step = body.Graph.StepOf(call.Statement);
            if (step >= 0 && body.Graph.BlockOf(step).IsReachable && body.Depths.Machine(step) is { } pointer)
            {
                found.Add(new OutgoingCall(call, step, pointer + body.Frame.FixedSize, size, layout));
            }
        }

        return found;
    }

    // What a TEXT reads and writes of its arguments by name: the size that it states is often a guess, and the Go declaration may be another system's.
    private static long UseOf(AsmFunction function)
    {
        var word = GoPlatforms.PointerSize(function.Architecture.Name);
        long size = 0;
        foreach (var statement in function.Body)
        {
            if (statement is Instruction instruction)
            {
                for (var i = 0; i < instruction.Operands.Length; i++)
                {
                    if (instruction.Operands[i] is SymbolOperand { Base: AsmPseudoRegister.FP } argument && (argument.Prefix != AsmOperandPrefix.None || argument.Index is not null))
                    {
                        return function.Text.ArgumentSize ?? 0; // Its address goes elsewhere
                    }

                    if (instruction.Operands[i] is SymbolOperand { Base: AsmPseudoRegister.FP, Index: null, Prefix: AsmOperandPrefix.None, HasUnresolvedName: false, Offset: >= 0 and var offset }
                        && AsmAccessWidth.Of(instruction, i) is > 0 and var width)
                    {
                        size = Math.Max(size, offset + width);
                    }
                }
            }
        }

        return function.Text.ArgumentSize is { } stated ? Math.Min(size, stated) : (size + word - 1) / word * word;
    }
}
