namespace GoAbi.Runtime;

/// <summary>Architectures of Go: what GOARCH names.</summary>
public enum GoArch
{
    /// <summary>amd64.</summary>
    Amd64,

    /// <summary>arm64.</summary>
    Arm64,

    /// <summary>riscv64.</summary>
    Riscv64,

    /// <summary>ppc64le.</summary>
    Ppc64le,

    /// <summary>ppc64.</summary>
    Ppc64,

    /// <summary>loong64.</summary>
    Loong64,

    /// <summary>s390x.</summary>
    S390x,

    /// <summary>386.</summary>
    X86,

    /// <summary>arm.</summary>
    Arm,

    /// <summary>mips.</summary>
    Mips,

    /// <summary>mipsle.</summary>
    Mipsle,

    /// <summary>mips64.</summary>
    Mips64,

    /// <summary>mips64le.</summary>
    Mips64le,
}
