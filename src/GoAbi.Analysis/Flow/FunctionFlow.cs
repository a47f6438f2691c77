using System;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>The flow of func values in one package, worked out on demand and kept for all that ask.</summary>
internal sealed class FunctionFlow
{
    private readonly AnalysisUnit unit;
    private readonly Func<GoPackageFile, bool>? isLeftOut;

    /// <param name="unit">The package.</param>
    /// <param name="isLeftOut">True for a file that is known to read no function's address; null where nothing is known.</param>
    public FunctionFlow(AnalysisUnit unit, Func<GoPackageFile, bool>? isLeftOut = null)
    {
        this.unit = unit;
        this.isLeftOut = isLeftOut;
        Variables = new VariableValues(unit.Binding);
        Sources = new FunctionValueSources(unit, Variables);
        Levels = new AddressLevels(unit, Variables, Sources);
    }

    public VariableValues Variables { get; }

    public FunctionValueSources Sources { get; }

    public AddressLevels Levels { get; }

    /// <summary>True for a file that reads no function's address.</summary>
    public bool IsLeftOut(GoPackageFile file) => isLeftOut?.Invoke(file) == true;

    /// <summary>What becomes of the address that an expression reads.</summary>
    public AddressConsumers NewConsumers() => new(unit, Levels);
}
