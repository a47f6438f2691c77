namespace GoAbi.Analysis;

/// <summary>The flow of func values in one package, worked out on demand and kept for all that ask.</summary>
internal sealed class FunctionFlow
{
    private readonly AnalysisUnit unit;

    public FunctionFlow(AnalysisUnit unit)
    {
        this.unit = unit;
        Variables = new VariableValues(unit.Binding);
        Sources = new FunctionValueSources(unit, Variables);
        Levels = new AddressLevels(unit, Variables, Sources);
    }

    public VariableValues Variables { get; }

    public FunctionValueSources Sources { get; }

    public AddressLevels Levels { get; }

    /// <summary>What becomes of the address that an expression reads.</summary>
    public AddressConsumers NewConsumers() => new(unit, Levels);
}
