using System.Collections.Generic;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Conventions;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>The call sites of a package's assembly: calls, tail jumps and returns that name a function, and calls through registers.</summary>
internal static class AssemblyCallSites
{
    public static void Collect(AnalysisUnit unit, List<SummaryCallSite> sites, CancellationToken cancellationToken)
    {
        foreach (var program in unit.Symbols.Programs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var function in program.Functions)
            {
                new FunctionScan(unit, program, function, sites).Run();
            }
        }
    }

    private sealed class FunctionScan(AnalysisUnit unit, AsmProgram program, AsmFunction function, List<SummaryCallSite> sites)
    {
        private readonly string linkPath = SymbolNames.LinkPath(unit.Package);
        private readonly bool hasWrappers = AbiWrappers.Exist(unit.Target);
        private readonly RegisterContents registers = new();

        public void Run()
        {
            foreach (var statement in function.Body)
            {
                if (!statement.Labels.IsEmpty)
                {
                    registers.AtLabel();
                }

                if (statement is Instruction { Target: { } target } instruction && KindOf(instruction.Kind) is { } kind)
                {
                    Visit(instruction, target, kind);
                }

                registers.After(statement);
            }
        }

        private static CallKind? KindOf(AsmInstructionKind kind) => kind switch
        {
            AsmInstructionKind.Call => CallKind.Call,
            AsmInstructionKind.Jump => CallKind.Jump,
            AsmInstructionKind.Return => CallKind.Return,
            _ => null,
        };

        private void Visit(Instruction instruction, AsmOperand target, CallKind kind)
        {
            switch (target)
            {
                case SymbolOperand { Base: AsmPseudoRegister.SB, Prefix: AsmOperandPrefix.None, Index: null } symbol:
                    Add(instruction, kind, symbol.Symbol, isDirect: true);
                    break;
                case SymbolOperand { Base: AsmPseudoRegister.SB } when kind == CallKind.Call:
                    AddUnknown(instruction, kind, AbiRelation.None);
                    break;
                case RegisterOperand { Register: var register } when kind != CallKind.Return:
                    VisitRegister(instruction, kind, register);
                    break;
                case MemoryOperand { Base: { } @base, Index: null, Offset: 0 } when kind != CallKind.Return:
                    VisitMemory(instruction, kind, @base);
                    break;
                case MemoryOperand when kind == CallKind.Call:
                    AddUnknown(instruction, kind, AbiRelation.None);
                    break;
            }
        }

        private void VisitRegister(Instruction instruction, CallKind kind, AsmRegister register)
        {
            var (content, symbol) = registers.Of(register);
            switch (content)
            {
                case RegisterContent.SymbolAddress:
                    Add(instruction, kind, symbol, isDirect: false);
                    break;
                case RegisterContent.ArgumentWord:
                    AddUnknown(instruction, kind, AbiRelation.GoFuncValueFromAssembly);
                    break;
                default:
                    AddUnknown(instruction, kind, AbiRelation.None);
                    break;
            }
        }

        // `CALL (DX)` on x86 calls what DX points to; on the RISC machines `(R1)` is how the register itself is written.
        private void VisitMemory(Instruction instruction, CallKind kind, AsmRegister register)
        {
            if (unit.Target.Goarch is not ("386" or "amd64"))
            {
                VisitRegister(instruction, kind, register);
            }
            else if (registers.Of(register).Content == RegisterContent.Argument)
            {
                AddUnknown(instruction, kind, AbiRelation.GoFuncValueFromAssembly);
            }
            else
            {
                AddUnknown(instruction, kind, AbiRelation.None);
            }
        }

        private void Add(Instruction instruction, CallKind kind, AsmSymbolReference reference, bool isDirect)
        {
            var name = reference.Resolve(linkPath);
            var selectsInternal = reference.AbiSelector == AbiSelectors.Internal && AbiSelectors.AreAllowed(unit.Package.ImportPath, unit.Target.Toolchain);
            var site = Site(instruction, kind) with { CalleeSymbol = name, IsDirect = isDirect };
            var own = reference.IsStatic ? unit.Symbols.FindStatic(program, name) : unit.Symbols.Find(name);
            if (reference.IsStatic || own is { IsBodyElsewhere: false })
            {
                sites.Add(new SummaryCallSite(CallLinker.FromAssembly(site, hasWrappers, selectsInternal, SummaryFunction.Of(own))));
            }
            else
            {
                sites.Add(new SummaryCallSite(site, LinkNeed.AssemblyReference) { SelectsInternal = selectsInternal });
            }
        }

        private void AddUnknown(Instruction instruction, CallKind kind, AbiRelation relation)
        {
            // A jump through a register or a table is a branch within the function as often as a tail call.
            if (kind == CallKind.Call || relation != AbiRelation.None)
            {
                sites.Add(new SummaryCallSite(Site(instruction, kind) with
                {
                    IsDirect = false,
                    Relation = relation,
                    Abi = relation == AbiRelation.GoFuncValueFromAssembly && hasWrappers ? CallingConvention.AbiInternal : CallingConvention.Abi0,
                    Certainty = CallCertainty.Unknown,
                    CalleeSymbol = null,
                    CalleeLanguage = relation == AbiRelation.GoFuncValueFromAssembly ? SourceLanguage.Go : SourceLanguage.Unknown,
                }));
            }
        }

        private CallSite Site(Instruction instruction, CallKind kind)
        {
            var symbol = function.Text.Symbol;
            var name = symbol.Resolve(linkPath);
            var known = symbol.IsStatic ? unit.Symbols.FindStatic(program, name) : unit.Symbols.Find(name);
            var location = instruction.Origin.Location;
            return new CallSite
            {
                Location = location,
                LineDirective = instruction.Origin.LineDirective is { } line ? new LineDirectivePosition(line.File, line.Line) : null,
                Index = instruction.IndexAtOrigin,
                Caller = known?.FullName ?? name,
                CallerSymbol = name,
                CallerLanguage = SourceLanguage.Assembly,
                Kind = kind,
                Expansion = instruction.Origin.Expansion,
            };
        }
    }
}
