namespace GoAbi.Go;

/// <summary>Where imported packages come from: the go command's -mod flag, and GO111MODULE.</summary>
public enum GoModFlag
{
    /// <summary>The go command's choice: vendor where the vendor directory is consistent and the go line is 1.14 or more.</summary>
    Default,

    /// <summary>-mod=readonly and -mod=mod: the vendor directory is not used.</summary>
    Mod,

    /// <summary>-mod=vendor: dependencies come from the vendor directory only.</summary>
    Vendor,

    /// <summary>GO111MODULE=off: go.mod files mean nothing, packages come from GOPATH and the vendor directories above the importer.</summary>
    GoPath,
}
