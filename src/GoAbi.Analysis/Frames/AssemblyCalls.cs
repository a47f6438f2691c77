using System.Collections.Generic;
using GoAbi.Asm;
using GoAbi.Conventions;

namespace GoAbi.Analysis;

/// <summary>Finds the calls of a TEXT. A register counts as known where <see cref="RegisterContents"/> says so, which is certain.</summary>
internal static class AssemblyCalls
{
    /// <summary>The calls in the order of statements; what comes in registers and is not known has no symbol.</summary>
    public static IReadOnlyList<AssemblyCall> Of(AnalysisUnit unit, AssemblyBody body) => Of(unit, body.Program, body.Function);

    /// <summary>The calls in the order of statements; what comes in registers and is not known has no symbol.</summary>
    public static IReadOnlyList<AssemblyCall> Of(AnalysisUnit unit, AsmProgram program, AsmFunction function)
    {
        var statements = function.Body;
        if (!HasCalls(function))
        {
            return [];
        }

        var found = new List<AssemblyCall>();
        var registers = new RegisterContents();
        for (var i = 0; i < statements.Length; i++)
        {
            if (!statements[i].Labels.IsEmpty)
            {
                registers.AtLabel();
            }

            if (statements[i] is Instruction { Kind: AsmInstructionKind.Call } call)
            {
                found.Add(Resolve(unit, program, registers, i, call));
            }

            registers.After(statements[i]);
        }

        return found;
    }

    /// <summary>True where the function calls anything.</summary>
    public static bool HasCalls(AsmFunction function)
    {
        foreach (var statement in function.Body)
        {
            if (statement is Instruction { Kind: AsmInstructionKind.Call })
            {
                return true;
            }
        }

        return false;
    }

    private static AssemblyCall Resolve(AnalysisUnit unit, AsmProgram program, RegisterContents registers, int statement, Instruction call)
    {
        switch (call.Target)
        {
            case SymbolOperand { Base: AsmPseudoRegister.SB, Prefix: AsmOperandPrefix.None, Index: null, Offset: 0 } target:
                return Named(unit, program, statement, call, target.Symbol);
            case RegisterOperand { Register: var register }:
                return Indirect(unit, program, statement, call, registers.Of(register), RegisterContent.ArgumentWord);
            case MemoryOperand { Base: { } @base, Index: null, Offset: 0 }:
                // On x86 `CALL (DX)` calls what DX points to; elsewhere it is how a register is written.
                var isX86 = unit.Target.Goarch is "386" or "amd64";
                var content = registers.Of(@base);
                return Indirect(
                    unit, program, statement, call, isX86 && content.Content != RegisterContent.Argument ? default : content, isX86 ? RegisterContent.Argument : RegisterContent.ArgumentWord);
            default:
                return new AssemblyCall(statement, call, null, null, null) { IsIndirect = call.Target is not null };
        }
    }

    private static AssemblyCall Indirect(
        AnalysisUnit unit, AsmProgram program, int statement, Instruction call, (RegisterContent Content, AsmSymbolReference Symbol) content, RegisterContent funcValue)
    {
        if (content.Content == RegisterContent.SymbolAddress)
        {
            return Named(unit, program, statement, call, content.Symbol) with { IsIndirect = true };
        }

        return new AssemblyCall(statement, call, null, null, null) { IsIndirect = true, IsGoFuncValue = content.Content == funcValue };
    }

    private static AssemblyCall Named(AnalysisUnit unit, AsmProgram program, int statement, Instruction call, AsmSymbolReference reference)
    {
        var symbol = reference.Resolve(SymbolNames.LinkPath(unit.Package));
        var own = reference.IsStatic ? unit.Symbols.FindStatic(program, symbol) : unit.Symbols.Find(symbol);
        var callee = own ?? (reference.IsStatic ? null : unit.FindImported(symbol));
        var selectsInternal = reference.AbiSelector == AbiSelectors.Internal && AbiSelectors.AreAllowed(unit.Package.ImportPath, unit.Target.Toolchain);
        return new AssemblyCall(statement, call, symbol, callee, own?.Assembly) { SelectsInternal = selectsInternal && AbiWrappers.Exist(unit.Target) };
    }
}
