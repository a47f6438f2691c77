namespace GoAbi.Asm;

/// <summary>Which architectures have encoder checks.</summary>
internal static class Encoders
{
    private static readonly Arm64EncoderRules Arm64 = new();

    /// <summary>The checks of an architecture; null where there are none.</summary>
    public static EncoderRules? Find(AsmArchitecture architecture) => architecture.Name switch
    {
        "386" => X86Rules.X386,
        "amd64" => X86Rules.Amd64,
        "arm64" => Arm64,
        _ => null,
    };
}
