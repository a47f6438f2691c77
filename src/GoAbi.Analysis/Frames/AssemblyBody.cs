using System;
using System.Collections.Generic;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Conventions;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// One TEXT of the package as rules look at it: what its Go declaration says, the frame that the assembler makes, how control goes. Each part is worked out when the first rule asks and kept
/// for the others.
/// </summary>
public sealed class AssemblyBody
{
    private readonly AnalysisUnit unit;
    private readonly Lazy<AbiLayout?> layout;
    private readonly Lazy<ArgumentArea?> arguments;
    private List<ArgumentReference>? references;
    private AsmFlowGraph? graph;
    private AsmFrame? frame;
    private AsmStackDepths? depths;

    internal AssemblyBody(AnalysisUnit unit, AsmProgram program, AsmFunction function)
    {
        this.unit = unit;
        Program = program;
        Function = function;
        Symbol = function.Text.Symbol.Resolve(SymbolNames.LinkPath(unit.Package));
        Info = function.Text.Symbol.IsStatic ? unit.Symbols.FindStatic(program, Symbol) : unit.Symbols.Find(Symbol);
        layout = new Lazy<AbiLayout?>(() => unit.LayoutOf(Info), LazyThreadSafetyMode.None);
        arguments = new Lazy<ArgumentArea?>(() => ArgumentArea.Of(this), LazyThreadSafetyMode.None);
    }

    /// <summary>The file.</summary>
    public AsmProgram Program { get; }

    /// <summary>The TEXT and its statements.</summary>
    public AsmFunction Function { get; }

    /// <summary>The directive that begins it.</summary>
    public TextDirective Text => Function.Text;

    /// <summary>Linker name without ".abi0".</summary>
    public string Symbol { get; }

    /// <summary>The function with its Go declaration; null where another TEXT has taken the name.</summary>
    public FunctionInfo? Info { get; }

    /// <summary>True where the TEXT takes its arguments in registers.</summary>
    public bool IsAbiInternal =>
        Text.Symbol.AbiSelector == AbiSelectors.Internal && AbiSelectors.AreAllowed(unit.Package.ImportPath, unit.Target.Toolchain) && AbiWrappers.Exist(unit.Target);

    /// <summary>Where arguments and results are, by the Go declaration; null where there is none or a type is unknown.</summary>
    public AbiLayout? Layout => layout.Value;

    /// <summary>The same as pieces that assembly can name.</summary>
    internal ArgumentArea? Arguments => arguments.Value;

    /// <summary>Its operands that name arguments.</summary>
    internal IReadOnlyList<ArgumentReference> References => references ??= ArgumentReference.In(Function);

    /// <summary>How control goes through it.</summary>
    public AsmFlowGraph Graph => graph ??= AsmFlowGraph.Create(Function);

    /// <summary>The frame that the target's assembler makes.</summary>
    public AsmFrame Frame => frame ??= AsmFrame.Of(Function, unit.Target.Toolchain);

    /// <summary>Where the stack pointer points at each step.</summary>
    public AsmStackDepths Depths => depths ??= AsmStackDepths.Of(Graph, Frame);

    /// <summary>
    /// Where a step reads or writes with an operand that names the stack, in bytes from 0(FP): n(SP) by where the machine's stack pointer points, x+0(FP) and x-8(SP) as the assembler resolves
    /// them, memory by registers that hold an address in the stack. Null for other operands, and where the place isn't known.
    /// </summary>
    /// <param name="operand">One of the step's operands.</param>
    /// <param name="step">The step.</param>
    public long? PlaceOf(AsmOperand operand, int step) => Depths.AddressOf(operand, step) is { IsPlace: true, Offset: var offset } ? offset : null;

    /// <summary>True where a text flag is set: see <see cref="AsmTextFlags"/>.</summary>
    public bool Has(long textFlag) => (Text.Flags & textFlag) != 0;

    /// <summary>As messages name it: the Go function, or the symbol.</summary>
    public string DisplayName => Info?.Declaration?.Name ?? Text.Symbol.ToString().TrimStart('.');

    /// <inheritdoc/>
    public override string ToString() => Symbol;
}
