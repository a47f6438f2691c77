namespace GoAbi.Asm;

/// <summary>Which architectures have encoder checks.</summary>
internal static class Encoders
{
    /// <summary>The checks of an architecture; null where there are none.</summary>
    public static EncoderRules? Find(AsmArchitecture architecture) => architecture.Name switch
    {
        _ => null,
    };
}
