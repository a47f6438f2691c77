namespace GoAbi.Analysis;

/// <summary>A finding on its way: what a rule said for one target, without targets and fixes.</summary>
internal sealed record FindingDraft(Finding Finding)
{
    /// <summary>The use that an address stub would mend; null for none.</summary>
    public AddressStubUse? Stub { get; init; }

    /// <summary>True where there was a <see cref="Stub"/> and the trees that it points into are gone.</summary>
    public bool StubIsLost { get; init; }

    /// <summary>True where the message is to say on which architectures, and since when, there are wrappers.</summary>
    public bool IsAboutWrappers { get; init; }
}
