using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI1001: the address of an assembly function is read in Go, which gives the ABI wrapper's address.</summary>
internal sealed class WrapperAddressTaken : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI1001",
        Name = nameof(WrapperAddressTaken),
        Title = "The address of an assembly function, read in Go, is that of its ABI wrapper",
        DefaultSeverity = Severity.Error,
        Explanation = "",
        BadExample = "",
        GoodExample = "",
        FixSafety = "",
    };
}
